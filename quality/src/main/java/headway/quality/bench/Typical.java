package headway.quality.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The row {@code typical}: a file as many have it. Ten ACLs, one of them a prefix of paths; a map of 1,000 hosts; a list of 10,000 networks, asked for
 * the client's address and for one in a field; six edits of fields; a variable. Its requests are 64 different ones, so that each of these is sometimes
 * true and sometimes not.
 */
final class Typical {
    static final int HOSTS = 1_000;
    static final int NETWORKS = 10_000;

    /** The sections; {@code @folder@} is where {@link #writeLists} has put the files. */
    static final String CONFIGURATION = """

            frontend typical
                mode http
                bind 127.0.0.1:@typical@
                log global
                option httplog
                option forwardfor
                acl is_api path_beg /typical/api/
                acl is_admin path /typical/admin /typical/status
                acl is_file path_end .css .js .png
                acl is_read method GET HEAD
                acl is_www hdr(host) -i -m beg www.
                acl is_mobile hdr(user-agent) -i -m sub mobile android
                acl has_session cook(session) -m found
                acl is_long url_len gt 200
                acl is_near src -f @folder@/networks.lst
                acl is_known req.hdr_ip(x-client) -f @folder@/networks.lst
                http-request deny if is_admin !is_near
                http-request deny deny_status 405 if is_file !is_read
                http-request deny deny_status 400 if is_long !has_session
                http-request set-var(txn.site) req.hdr(host),lower,map(@folder@/hosts.map,none)
                http-request set-header x-site %[var(txn.site)]
                http-request add-header x-client-class mobile if is_mobile !is_www
                http-request del-header x-remove
                http-response set-header x-frame-options DENY
                http-response add-header x-served-for %[var(txn.site)]
                http-response del-header server
                use_backend typical-api if is_api is_known or is_api has_session
                default_backend typical-site

            backend typical-api
                mode http
                http-reuse always
                server backend 127.0.0.1:@backend@

            backend typical-site
                mode http
                http-reuse always
                server backend 127.0.0.1:@backend@
            """;

    private static final List<String> PATHS = List.of(
            "/typical/api/v1/orders?id=17",
            "/typical/api/v2/users",
            "/typical/index.html",
            "/typical/style.css",
            "/typical/admin");

    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
            "Mozilla/5.0 (Linux; Android 16; Pixel 10) Mobile Safari/537.36");

    private Typical() {}

    /** Writes the map and the list. */
    static void writeLists(Path folder) throws IOException {
        Files.writeString(folder.resolve("hosts.map"), lines(HOSTS, i -> host(i) + " site-" + i % 40));
        Files.writeString(folder.resolve("networks.lst"), lines(NETWORKS, Typical::network) + "127.0.0.0/8\n");
    }

    /** The requests by turns: 5 kinds of path, 3 of 4 hosts known, every other address in the list, and so on. */
    static List<String> requests() {
        return IntStream.range(0, 64).mapToObj(Typical::request).toList();
    }

    private static String request(int number) {
        return "GET " + PATHS.get(number % 5) + " HTTP/1.1\r\n"
                + "Host: " + asked(number) + "\r\n"
                + "User-Agent: " + AGENTS.get(number % 2) + "\r\n"
                + "Accept: */*\r\nX-Remove: this\r\n"
                + "X-Client: " + (number % 2 == 0 ? "10." : "172.") + number * 7 % 40 + "." + number * 11 % 256
                + ".9\r\n"
                + (number % 3 == 1 ? "Cookie: theme=dark; session=" + number + "\r\n" : "")
                + "\r\n";
    }

    private static String asked(int number) {
        return number % 4 == 3
                ? "unknown" + number + ".example.org"
                : (number % 3 == 0 ? "www." : "Shop") + number * 13 + ".example.com";
    }

    /** The same requests for {@code wrk}. */
    static String script() {
        return requests().stream()
                        .map(r -> "\"" + r.replace("\r", "\\r").replace("\n", "\\n") + "\"")
                        .collect(Collectors.joining(",\n", "local requests = {", "}\n"))
                + """
                local turn = 0
                request = function()
                  turn = turn % #requests + 1
                  return requests[turn]
                end
                """;
    }

    private static String host(int number) {
        return (number % 3 == 0 ? "www." : "shop") + number + ".example.com";
    }

    /** 10.0.0.0/24 and those behind it, and single addresses between them. */
    private static String network(int number) {
        return number % 4 == 3
                ? "192.168." + number / 256 % 256 + "." + number % 256
                : "10." + number / 256 % 256 + "." + number % 256 + ".0/24";
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
    }
}
