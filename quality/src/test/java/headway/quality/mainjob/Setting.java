package headway.quality.mainjob;

import headway.testkit.Binary;
import java.util.stream.Stream;

/** Under what the table must hold: how many loops, on which engine, and the real HAProxy as the measure. */
record Setting(String says, Binary binary, int loops) {
    /** Headway with one and two loops, on epoll and on the portable engine. */
    static Stream<Setting> headway() {
        Binary epoll = Binary.headway();
        Binary portable = epoll.with("-de");
        return Stream.of(
                new Setting("headway, 1 loop", epoll, 1),
                new Setting("headway, 2 loops", epoll, 2),
                new Setting("headway -de, 1 loop", portable, 1),
                new Setting("headway -de, 2 loops", portable, 2));
    }

    /** The same, and the real one, where what is asked is HAProxy's too. */
    static Stream<Setting> all() {
        Stream<Setting> real = Binary.haproxy().stream()
                .flatMap(b ->
                        Stream.of(new Setting("haproxy, 1 thread", b, 1), new Setting("haproxy, 2 threads", b, 2)));
        return Stream.concat(real, headway());
    }

    @Override
    public String toString() {
        return says;
    }

    /** The user's file in a mode, with more lines in the section. */
    String file(String mode, String... more) {
        StringBuilder lines = new StringBuilder();
        for (String line : more) {
            lines.append("        ").append(line).append('\n');
        }
        return """
                global
                        nbthread %d
                listen nodes_proxy
                        mode %s
                        bind 127.0.0.1:@front@
                        balance roundrobin
                        timeout connect 5s
                        timeout client 40s
                        timeout server 40s
                        retries 1
                        retry-on conn-failure
                        option redispatch 1
                %s        server node1 127.0.0.1:@node1@
                        server node2 127.0.0.1:@node2@
                        server node3 127.0.0.1:@node3@
                """.formatted(loops, mode, lines);
    }
}
