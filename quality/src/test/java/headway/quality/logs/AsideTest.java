package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The converters {@code debug} and {@code capture-*}: what they show, and that the value goes on; the same of HAProxy and of Headway. */
class AsideTest {
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+\\d\\d:\\d\\d";

    private static final String EXPRESSIONS = String.join(
            " ",
            "%[path,debug,length,debug(long)]",
            "%[src,debug(from,kept),ipmask(8)]",
            "%[bin(41420043),debug(b,brief),hex]",
            "%[method,debug(m,brief)]",
            "%[bool(1),debug(,brief)]",
            "%[url_param(q),debug(q,stderr)]",
            "%[url_param(none),debug(none,stdout)]",
            "%[int(5),debug(five,stdout)]",
            "%[int(12345),capture-req(0)]",
            "%[capture.req.hdr(0)]",
            "%[path,capture-req(1)]");

    private static Program start(Lab lab, Binary binary) throws Exception {
        return lab.start(binary, """
                global
                    nbthread 1
                    stats socket %s level admin
                ring kept
                    format iso
                    maxlen 70
                    size 20000
                ring brief
                    format short
                    size 20000
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                frontend web
                    bind 127.0.0.1:@web@
                    declare capture request len 4
                    http-request return status 200 content-type text/plain lf-string "%s"
                """.formatted(lab.folder().resolve("api"), EXPRESSIONS));
    }

    /** The answer, what the rings have, and what the standard outputs were told. */
    private static List<String> shown(Binary binary) throws Exception {
        try (var lab = new Lab()) {
            var proxy = start(lab, binary);
            var api = lab.folder().resolve("api");
            var answer = lab.client(proxy, "web").get("/abc?q=<%25>").body();
            var told = proxy.said().lines().filter(line -> line.startsWith("[debug]"));
            return List.of(
                    answer,
                    Api.ask(api, "show events\n").replaceFirst(".*\n", ""),
                    Api.ask(api, "show events buf0\n").replaceAll(DATE, "DATE"),
                    Api.ask(api, "show events kept\n").replaceAll(DATE, "DATE"),
                    Api.ask(api, "show events brief\n"),
                    String.join("\n", told.sorted().toList()));
        }
    }

    private static final List<String> EXPECTED = List.of(
            "4 127.0.0.0 41420043 GET 1 <%25>  5 12345 1234 ",
            """
                        stdout     : type=fd, 0 dropped, standard output (fd#1)
                        stderr     : type=fd, 0 dropped, standard output (fd#2)
                        buf0       : type=buffer, 0 dropped, in-memory ring buffer
                        kept       : type=buffer, 0 dropped, kept
                        brief      : type=buffer, 0 dropped, brief

                    """, """
                    <0>DATE [debug] : type=str </abc>
                    <0>DATE [debug] long: type=sint <4>

                    """, """
                    DATE [debug] from: type=ipv4 <127.0.0.1>

                    """, """
                    <0>[debug] b: type=bin <AB>
                    <0>[debug] m: type=meth <GET>
                    <0>[debug] : type=bool <1>

                    """, "[debug] five: type=sint <5>\n[debug] q: type=str <<%25>>");

    @Test
    void valuesAreShownAndPassedOn() throws Exception {
        assertThat(shown(Binary.headway())).isEqualTo(EXPECTED);
    }

    @Test
    void haproxyShowsTheSame() throws Exception {
        assumeThat(Binary.haproxy()).isPresent();
        assertThat(shown(Binary.haproxy().orElseThrow())).isEqualTo(EXPECTED);
    }
}
