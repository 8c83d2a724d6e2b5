package headway.quality.sample;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.Lab;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What expressions read of running streams, of the second request on a connection, over a connection to the server that carried the first. */
class FiguresTest {
    private static final String HEAD = """
            global
                nbthread 1
                set-var proc.limit int(7)
            defaults
                mode http
                timeout client 21s
                timeout server 22s
                timeout connect 23s
                timeout tunnel 24s
            """;

    /** Names that 2.6 knows too. */
    private static final String[] OLD = {
        "fe_id", "3",
        "fe_name", "front",
        "fe_client_timeout", "21000",
        "fe_defbe", "back",
        "be_id", "4",
        "be_name", "back",
        "be_server_timeout", "22000",
        "be_tunnel_timeout", "24000",
        "srv_id", "9",
        "srv_name", "s1",
        "so_id", "5",
        "so_name", "door",
        "dst_conn", "1",
        "http_first_req", "0",
        "fc_src", "127.0.0.1",
        "fc_dst", "127.0.0.1",
        "fc_src_port,bool", "1",
        "fc_dst_port,bool", "1",
        "bc_src_port,bool", "1",
        "bc_dst_port,bool", "1",
        "src_is_local", "1",
        "dst_is_local", "1",
        "fc_err", "0",
        "fc_err_str", "Success",
        "fc_http_major", "1",
        "bc_http_major", "1",
        "bc_src", "127.0.0.1",
        "bc_dst", "127.0.0.1",
        "fc_rtt(us),div(100000000)", "0",
        "fc_lost", "0",
        "prio_class", "0",
        "prio_offset", "0",
        "stopping", "0",
        "thread", "0",
        "proc", "1",
        "hostname,length,bool", "1",
        "uuid,length", "36",
        "var(proc.limit)", "7",
        "capture.req.ver", "HTTP/1.1",
        "capture.res.ver", "HTTP/1.1",
        "internal.strm.is_htx", "1",
        "internal.htx_blk.type(0)", "HTX_BLK_RES_SL",
        "internal.htx_blk.start_line(0)", "HTTP/1.1 200 OK"
    };

    /** Names that came after it: by the manual of 3.5. */
    private static final String[] NEW = {
        "be_connect_timeout", "23000",
        "be_queue_timeout", "23000",
        "be_tarpit_timeout", "23000",
        "be_max_retries", "2",
        "cur_client_timeout", "21000",
        "cur_connect_timeout", "23000",
        "cur_server_timeout", "22000",
        "cur_tunnel_timeout", "24000",
        "cur_max_retries", "2",
        "fe_tarpit_timeout", "23000",
        "act_conn", "1",
        "server_status", "200",
        "txn.status", "200",
        "txn.conn_retries", "0",
        "txn.redispatched", "0",
        "txn.sess_term_state", "--",
        "bytes_in", "37",
        "req.bytes_in", "37",
        "req.bytes_out", "37",
        "res.bytes_in", "38",
        "bytes_out", "0",
        "res.bytes_out", "0",
        "bc_reused", "1",
        "bc_err", "0",
        "bc_err_name", "",
        "bc_err_str", "Success",
        "bc_glitches", "0",
        "fc_glitches", "0",
        "bc_nb_streams", "1",
        "fc_settings_streams_limit", "1",
        "bc_be_queue", "0",
        "bc_srv_queue", "0",
        "bc_rtt(us),div(100000000)", "0",
        "fs.id", "2",
        "bs.id", "2",
        "fs.aborted", "0",
        "bs.aborted", "0",
        "fc.timer.handshake", "0",
        "req.timer.hdr,div(100000)", "0",
        "req.timer.queue,div(100000)", "0",
        "bc.timer.connect,div(100000)", "0",
        "res.timer.hdr,div(100000)", "0",
        "fc.timer.total,bool", "0|1",
        "accept_date,sub(3000000000),bool", "1",
        "request_date(ms),length", "13",
        "last_entity", "",
        "waiting_entity", "",
        "uptime,div(100000)", "0",
        "cpu_calls,bool", "1",
        "dump_all_vars(sess)", "sess.seen=\"1\"",
        "quic_enabled", "0",
        "capture.req.method", "GET",
        "capture.req.uri", "/second?x"
    };

    static Stream<Binary> binaries() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    private static String file(String... pairs) {
        var line = Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
                .map(i -> "<%[" + pairs[i] + "]>")
                .collect(Collectors.joining(" "));
        return HEAD + """
                frontend front
                    id 3
                    bind 127.0.0.1:@front@ name door id 5
                    http-request set-var-fmt(sess.seen) 1
                    default_backend back
                backend back
                    id 4
                    retries 2
                    http-reuse always
                    http-response set-header x-figures "%s"
                    server s1 127.0.0.1:@origin@ id 9
                """.formatted(line);
    }

    private static String expected(String... pairs) {
        return Stream.iterate(1, i -> i < pairs.length, i -> i + 2)
                .map(i -> "<" + pairs[i] + ">")
                .collect(Collectors.joining(" "));
    }

    private static String secondAnswer(Lab lab, Binary binary, String file) throws IOException, InterruptedException {
        lab.http("origin", _ -> HttpAnswer.raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"));
        var client = lab.client(lab.start(binary, file), "front");
        client.get("/first");
        return client.exchange("GET /second?x HTTP/1.1\r\nhost: lab\r\n\r\n").field("x-figures");
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void namesThatHaproxyKnowsSinceLongReadTheSame(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            assertThat(secondAnswer(lab, binary, file(OLD))).isEqualTo(expected(OLD));
        }
    }

    @Test
    void newerNamesReadWhatTheManualSays() throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var pattern = expected(NEW).replaceAll("([.()?])", "\\\\$1");
            assertThat(secondAnswer(lab, Binary.headway(), file(NEW))).matches(pattern.replace("0|1", "(0|1)"));
        }
    }
}
