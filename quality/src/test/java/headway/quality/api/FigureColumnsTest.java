package headway.quality.api;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Lab;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that nobody has given, and what is counted of servers, as HAProxy has them. */
class FigureColumnsTest {
    @Test
    void whatHasAnIdOfItsOwnUsesUpANumberToo() throws Exception {
        try (var lab = new Lab()) {
            var origin = lab.http("origin");
            var api = lab.folder().resolve("api");
            var proxy = lab.start(Binary.headway(), """
                    global
                        stats socket %s level admin
                    defaults
                        mode http
                        timeout connect 5s
                        timeout client 20s
                        timeout server 20s
                    listen web
                        balance roundrobin
                        id 77
                        bind 127.0.0.1:@web@
                        server a 127.0.0.1:@origin@ id 9
                        server b 127.0.0.1:@origin@
                        server c 127.0.0.1:@origin@ id 2
                        server d 127.0.0.1:@origin@
                    """.formatted(api));
            assertThat(origin).isNotNull();
            assertThat(Api.ask(api, "show servers state\n"))
                    .contains("77 web 9 a ", "77 web 3 b ", "77 web 2 c ", "77 web 5 d ");
            lab.client(proxy, "web").get("/");
            var stat = Api.ask(api, "show stat\n").lines().toList();
            var columns = List.of(stat.getFirst().split(","));
            var backend = stat.stream()
                    .filter(l -> l.startsWith("web,BACKEND"))
                    .findFirst()
                    .orElseThrow()
                    .split(",");
            assertThat(backend[columns.indexOf("connect")]).isEqualTo("1");
            assertThat(backend[columns.indexOf("h1_total_streams")]).isEqualTo("1");
            assertThat(stat.stream()
                            .filter(l -> l.matches("web,[abcd],.*"))
                            .mapToInt(l -> Integer.parseInt(l.split(",")[columns.indexOf("req_tot")])))
                    .containsExactlyInAnyOrder(0, 0, 0, 1);
        }
    }
}
