package headway.quality.sample;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.HttpMessage;
import headway.testkit.Lab;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those read who look for trouble: time that calls took, how busy the loops are, what ended a stream, how its layers stand. Names of HAProxy 3.x. */
class TroubleTest {
    private static final String FILE = """
            global
                nbthread 1
            userlist staff
                user eve password $2y$08$abcdefghijklmnopqrstuu1JwACeMckcgblsBnmaynQRULAsnNSMC
            defaults
                mode http
                timeout connect 20s
                timeout client 20s
                timeout server 20s
            frontend front
                bind 127.0.0.1:@front@
                http-after-response set-header x-times "%[cpu_calls] %[lat_ns_tot] %[lat_ns_avg] %[cpu_ns_avg] %[cpu_ns_tot]"
                http-after-response set-header x-usage "%[cpu_usage_thr] %[cpu_usage_grp] %[cpu_usage_proc]"
                http-after-response set-header x-ends "%[term_events]"
                http-after-response set-header x-client "%[fs.debug_str]"
                http-after-response set-header x-exchange "%[fs.debug_str(1)]"
                http-after-response set-header x-server "%[bs.debug_str(26)]"
                http-request deny if { path /denied }
                http-request deny if { path /slow } !{ http_auth(staff) }
                use_backend gone if { path /gone }
                use_backend late if { path /late }
                default_backend back
            backend back
                server s1 127.0.0.1:@origin@
            backend gone
                retries 2
                timeout connect 100ms
                server s1 127.0.0.1:1
            backend late
                timeout server 100ms
                server s1 127.0.0.1:@origin@
            """;

    private static HttpAnswer answer(String target) {
        if (target.equals("/closes")) return HttpAnswer.closing();
        if (target.equals("/resets")) return HttpAnswer.resetting();
        if (target.equals("/breaks")) return HttpAnswer.raw("no HTTP\r\n\r\n");
        if (target.equals("/late")) return HttpAnswer.ok("late").after(Duration.ofSeconds(10));
        return HttpAnswer.ok("ok");
    }

    private static HttpMessage ask(String target) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin", seen -> answer(seen.message().startLine().split(" ")[1]));
            var client = lab.client(lab.start(Binary.headway(), FILE), "front");
            return client.exchange(
                    "GET " + target + " HTTP/1.1\r\nhost: h\r\nauthorization: Basic ZXZlOm9wZW4=\r\n\r\n");
        }
    }

    /** A hash that nothing reckons in less than a millisecond is part of the time. */
    @Test
    void callsAndWhatTheyTookAreMeasured() throws IOException, InterruptedException {
        var times = numbers(ask("/slow").field("x-times"));
        long calls = times[0], waited = times[1], average = times[3], worked = times[4];
        assertThat(calls).isBetween(2L, 20L);
        assertThat(waited).isPositive();
        assertThat(times[2]).isEqualTo(waited / calls);
        assertThat(worked).isGreaterThan(1_000_000L);
        assertThat(average).isBetween(1_000_000L / calls, worked / calls);
    }

    @Test
    void withOneLoopItsUsageIsThatOfTheProcess() throws IOException, InterruptedException {
        var usage = numbers(ask("/").field("x-usage"));
        assertThat(usage[0]).isBetween(0L, 100L);
        assertThat(usage).containsOnly(usage[0]);
    }

    private static long[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** Target and events: connection, protocol and message of the client, the stream, the same of the server the other way round. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/       | {,,,,,,}",
                "/closes | {,,,SH,A,,F}",
                "/resets | {,,,SH,A,,R}",
                "/breaks | {,,,PH,A,V,}",
                "/late   | {,,,sH,,T,}",
                "/gone   | {,,,SC,,,CCC}"
            })
    void whatEndedAStreamIsToldWithItsPlace(String target, String events) throws IOException, InterruptedException {
        assertThat(ask(target).field("x-ends")).isEqualTo(events);
    }

    @Test
    void theLayersAreShownAsTheyStand() throws IOException, InterruptedException {
        var answer = ask("/");
        assertThat(answer.field("x-client"))
                .matches(
                        "strm=open strm.in_done=1 strm.out_done=0 strm.in=\\d+ strm.out=0 mux=h1 mux.streams=1 mux.last=0 xprt=raw "
                                + "conn=open conn.loop=0 conn.paused=\\d conn.ended=0 conn.unread=0 conn.pending=0 conn.err=0 fd=\\d+ sock.rtt=\\d+ sock.unacked=\\d+ .*");
        assertThat(answer.field("x-exchange"))
                .matches("strm=open strm.in_done=1 strm.out_done=0 strm.in=\\d+ strm.out=0");
        assertThat(answer.field("x-server"))
                .matches(
                        "mux=h1 mux.streams=1 mux.last=0 conn=open conn.loop=0 .* conn.err=0 fd=\\d+ sock.rtt=\\d+ .*");
    }

    @Test
    void withoutAServerItsSideIsEmpty() throws IOException, InterruptedException {
        assertThat(ask("/denied").all("x-server")).containsExactly("");
    }
}
