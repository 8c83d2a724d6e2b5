package headway.quality.persist;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random requests through the real HAProxy and through Headway, a section an algorithm: each goes to the same server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KeyedBalanceTest {
    private static final int SERVERS = 61;
    private static final int REQUESTS = 60;

    private static final List<String> ALGORITHMS = List.of(
            "balance uri",
            "balance uri whole",
            "balance uri len 7",
            "balance uri depth 2",
            "balance uri len 9 depth 3 whole",
            "balance uri path-only",
            "balance uri path-only depth 1",
            "balance uri; hash-type map-based sdbm avalanche",
            "balance uri; hash-type map-based djb2",
            "balance uri; hash-type map-based djb2 avalanche",
            "balance uri; hash-type map-based wt6",
            "balance uri; hash-type map-based wt6 avalanche",
            "balance uri; hash-type map-based crc32",
            "balance uri; hash-type map-based crc32 avalanche",
            "balance uri; hash-type consistent",
            "balance uri; hash-type consistent sdbm",
            "balance uri; hash-type consistent djb2 avalanche",
            "balance uri; hash-type consistent wt6",
            "balance uri; hash-type consistent crc32",
            "balance uri; hash-type consistent; hash-balance-factor 150",
            "balance url_param id check_post",
            "balance url_param id check_post; hash-type consistent",
            "balance hdr(Host)",
            "balance hdr(X-Key)",
            "balance hdr(x-key); hash-type consistent wt6 avalanche",
            "balance hash path",
            "balance hash req.hdr(x-key),lower",
            "balance hash src; hash-type map-based djb2",
            "balance hash req.hdr(x-key),length",
            "balance hash path,crc32; hash-type consistent",
            "balance source");

    @Test
    void eachRequestGoesWhereHaproxySendsIt() throws IOException, InterruptedException {
        var haproxy = Binary.haproxy();
        Assumptions.assumeTrue(haproxy.isPresent(), "no HAProxy is installed");
        var requests = requests(Lab.seeded("keys"));
        var theirs = choices(haproxy.get(), requests);
        var ours = choices(Binary.headway(), requests);
        for (var i = 0; i < ALGORITHMS.size(); i++)
            assertThat(ours.get(i))
                    .as(ALGORITHMS.get(i) + ", " + difference(ours.get(i), theirs.get(i), requests))
                    .isEqualTo(theirs.get(i));
    }

    private static String difference(String ours, String theirs, List<String> requests) {
        var a = ours.split(" ");
        var b = theirs.split(" ");
        for (var i = 0; i < a.length; i++) if (!a[i].equals(b[i])) return requests.get(i);
        return "no difference";
    }

    private static List<String> choices(Binary binary, List<String> requests) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var program = lab.start(binary, configuration());
            var all = new ArrayList<String>();
            for (var i = 0; i < ALGORITHMS.size(); i++) {
                try (KeepAliveClient client = lab.client(program, "p" + i)) {
                    all.add(servers(client, requests));
                }
            }
            return all;
        }
    }

    private static String servers(KeepAliveClient client, List<String> requests) throws IOException {
        var chosen = new StringBuilder();
        for (var request : requests)
            chosen.append(client.exchange(request).field("x-server")).append(' ');
        return chosen.toString();
    }

    private static String configuration() {
        var text = new StringBuilder("""
            global
                nbthread 1
            defaults
                mode http
                timeout client 10s
                timeout server 10s
                timeout connect 5s
            listen origin
                bind 127.0.0.1:@origin@
                http-request return status 200
            """);
        for (var i = 0; i < ALGORITHMS.size(); i++) {
            text.append("listen a")
                    .append(i)
                    .append("\n    bind 127.0.0.1:@p")
                    .append(i)
                    .append("@\n");
            text.append("    http-response set-header x-server %[srv_name]\n    ");
            text.append(ALGORITHMS.get(i).replace("; ", "\n    ")).append('\n');
            for (var k = 0; k < SERVERS; k++)
                text.append("    server ")
                        .append(k)
                        .append(" 127.0.0.1:@origin@ weight ")
                        .append(k % 3 + 1)
                        .append('\n');
        }
        return text.toString();
    }

    private static List<String> requests(Random random) {
        var requests = new ArrayList<String>();
        for (var i = 0; i < REQUESTS; i++) requests.add(request(random));
        return requests;
    }

    /** Made of few characters, so that what the algorithms look for comes up often. */
    private static String request(Random random) {
        var path = "/" + text(random, "ab/01", 12);
        var query = random.nextBoolean()
                ? "?" + pick(random, "id=", "xid=", "a=1&id=", "id") + text(random, "ab=&;?0", 8)
                : "";
        var host = text(random, "ab.", 6) + "h." + pick(random, "com", "eu:80", "org");
        var target = (random.nextInt(4) == 0 ? "http://" + host : "") + path + query;
        var key = text(random, "aB., \"", 8).replace("\"", "");
        var head = " " + target + " HTTP/1.1\r\nhost: " + host + "\r\n"
                + (random.nextInt(5) == 0 ? "" : "x-key: " + key + "\r\n");
        if (random.nextBoolean()) return "GET" + head + "\r\n";
        var body = pick(random, "id=", "a=b&id=", "xid=", "id") + text(random, "ab=&;0", 9);
        return "POST" + head + "content-length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String text(Random random, String alphabet, int most) {
        var text = new StringBuilder();
        for (var length = random.nextInt(most + 1); length > 0; length--)
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        return text.toString();
    }
}
