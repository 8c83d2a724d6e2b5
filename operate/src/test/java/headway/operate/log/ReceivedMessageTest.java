package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.line.LineWriter;
import headway.language.model.LogForward.Host;
import headway.language.model.LogTarget.LogForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a message that is passed on. What stands here is what HAProxy 2.6.12 was watched to send, unless it says otherwise. */
class ReceivedMessageTest {
    private static final long NOW = Instant.parse("2026-11-25T13:08:05.509Z").toEpochMilli();
    private static final int ROOM = 4096;
    private static final int AT = Buffers.reserve(ROOM);
    private static final int IN = Buffers.reserve(ROOM);
    private static final Address SENDER = new Address.Inet(new byte[] {10, 0, 0, 7}, 514);

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            <34>Oct  1 22:14:15 host su[12]: hello|<34>Oct  1 22:14:15 su[12]: hello|<34>1 2026-10-01T22:14:15-00:00 host su 12 - - hello|<2>2026-10-01T22:14:15-00:00 hello|hello
            <34>Oct 11 22:14:15 host tag hello|<34>Oct 11 22:14:15 tag hello|<34>1 2026-10-11T22:14:15-00:00 host - - - - tag hello|<2>2026-10-11T22:14:15-00:00 tag hello|tag hello
            <34>Oct 11 22:14:15 host tag[]: x|<34>Oct 11 22:14:15 tag: x|<34>1 2026-10-11T22:14:15-00:00 host tag - - - x|<2>2026-10-11T22:14:15-00:00 x|x
            <34>Oct 11 22:14:15 host tag[pid: x|<34>Oct 11 22:14:15 tag: x|<34>1 2026-10-11T22:14:15-00:00 host tag - - - x|<2>2026-10-11T22:14:15-00:00 x|x
            <34>Oct 11 22:14:15 host tag[12]:x|<34>Oct 11 22:14:15 tag[12]:x|<34>1 2026-10-11T22:14:15-00:00 host - - - - tag[12]:x|<2>2026-10-11T22:14:15-00:00 tag[12]:x|tag[12]:x
            <34>Oct 11 22:14:15 host a:b: x|<34>Oct 11 22:14:15 a:b: x|<34>1 2026-10-11T22:14:15-00:00 host - - - - a:b: x|<2>2026-10-11T22:14:15-00:00 a:b: x|a:b: x
            <34>Oct 11 22:14:15 host : x|<34>Oct 11 22:14:15 x|<34>1 2026-10-11T22:14:15-00:00 host - - - - x|<2>2026-10-11T22:14:15-00:00 x|x
            <34>Oct 11 22:14:15 hello|<34>NOW Oct 11 22:14:15 hello|<34>1 NOW - - - - - Oct 11 22:14:15 hello|<2>NOW Oct 11 22:14:15 hello|Oct 11 22:14:15 hello
            <34>Oct 11 2:14:15 host tag: x|<34>NOW Oct 11 2:14:15 host tag: x|<34>1 NOW - - - - - Oct 11 2:14:15 host tag: x|<2>NOW Oct 11 2:14:15 host tag: x|Oct 11 2:14:15 host tag: x
            <34>1 2003-10-01T22:14:15.003Z host su 77 ID47 [a b="\\""][c] hi|<34>Oct  1 22:14:15 su[77]: hi|<34>1 2003-10-01T22:14:15.003Z host su 77 ID47 [a b="\\""][c] hi|<2>2003-10-01T22:14:15.003Z hi|hi
            <34>1 2003-10-11T22:14:15+02:00 host app 33 - - |<34>Oct 11 22:14:15 app[33]: |<34>1 2003-10-11T22:14:15+02:00 host app 33 - - |<2>2003-10-11T22:14:15+02:00 |
            <34>1 - - - - - - hello|<34>NOW hello|<34>1 - - - - - - hello|<2>NOW hello|hello
            <34>1 - - app 3 - - hello|<34>NOW app[3]: hello|<34>1 - - app 3 - - hello|<2>NOW hello|hello
            hello world|<152>NOW hello world|<152>1 NOW - - - - - hello world|<0>NOW hello world|hello world
            <34>hello|<34>NOW hello|<34>1 NOW - - - - - hello|<2>NOW hello|hello
            <>x|<0>NOW x|<0>1 NOW - - - - - x|<0>NOW x|x
            <1234>x|<234>NOW x|<234>1 NOW - - - - - x|<2>NOW x|x
            <a>x|<152>NOW <a>x|<152>1 NOW - - - - - <a>x|<0>NOW <a>x|<a>x
            """)
    void aMessageKeepsWhatItBringsInEachForm(
            String in, String local, String modern, String timed, @Nullable String raw) {
        assertThat(sent(in, LogForm.LOCAL, Host.KEEP)).isEqualTo(local);
        assertThat(sent(in, LogForm.RFC5424, Host.KEEP)).isEqualTo(modern);
        assertThat(sent(in, LogForm.TIMED, Host.KEEP)).isEqualTo(timed);
        assertThat(sent(in, LogForm.RAW, Host.KEEP)).isEqualTo(raw == null ? "" : raw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            <34>Oct  1 22:14:15 host su[12]: hello|<34>Oct  1 22:14:15 host su[12]: hello
            <34>1 - host - - - - hello|<34>1 - host - - - - hello
            <34>1 2003-10-11T22:14:15.003Z - app 33 - - hello|<34>Oct 11 22:14:15 app[33]: hello
            <34>1 2003-10-11T22:14:15.003Z - - 33 ID - hello|<34>hello
            <34>hello|<34>hello
            hello|hello
            """)
    void withoutAFormatTheIncomingOneIsKeptAsFarAsItSaysAnything(String in, String out) {
        assertThat(sent(in, null, Host.KEEP)).isEqualTo(out);
    }

    /** HAProxy 2.6 loses the last word of these; here nothing is lost. */
    @ParameterizedTest
    @CsvSource({
        "<34>1 bad host app 33 - - x",
        "<34>1 2003-10-11T22:14:15 host app 33 ID - x",
        "<34>1 2003-10-11T22:14:15.003Z host app 33 ID [open x",
        "<34>1 2003-10-11T22:14:15.003Z host app 33 ID x y"
    })
    void whatOnlyLooksLikeTheModernFormIsTextAsAWhole(String in) {
        assertThat(sent(in, LogForm.PRIORITY, Host.KEEP)).isEqualTo(in);
    }

    /** A date without a year lies in the last twelve months: of a month to come it is last year's. */
    @Test
    void theYearIsTheOneThatPutsTheDateInThePast() {
        assertThat(sent("<34>Dec 31 23:59:59 h t: x", LogForm.ISO, Host.KEEP)).isEqualTo("2025-12-31T23:59:59-00:00 x");
        assertThat(sent("<34>Nov 30 22:14:15 h t: x", LogForm.ISO, Host.KEEP)).isEqualTo("2026-11-30T22:14:15-00:00 x");
    }

    /** Configuration manual 12.6, "option host": 2.6 does not have it. */
    @Test
    void theHostIsTheSendersAsTheOptionSays() {
        var named = "<34>Oct 11 22:14:15 host su: x";
        assertThat(sent(named, LogForm.RFC3164, Host.REPLACE)).isEqualTo("<34>Oct 11 22:14:15 10.0.0.7 su: x");
        assertThat(sent(named, LogForm.RFC3164, Host.FILL)).isEqualTo(named);
        assertThat(sent(named, LogForm.RFC3164, Host.KEEP)).isEqualTo(named);
        assertThat(sent(named, LogForm.RFC3164, Host.APPEND)).isEqualTo("<34>Oct 11 22:14:15 host,10.0.0.7 su: x");
        var unnamed = "<34>1 - - su - - - x";
        assertThat(sent(unnamed, LogForm.RFC5424, Host.REPLACE)).isEqualTo("<34>1 - 10.0.0.7 su - - - x");
        assertThat(sent(unnamed, LogForm.RFC5424, Host.FILL)).isEqualTo("<34>1 - 10.0.0.7 su - - - x");
        assertThat(sent(unnamed, LogForm.RFC5424, Host.APPEND)).isEqualTo("<34>1 - 10.0.0.7 su - - - x");
        assertThat(sent(unnamed, LogForm.RFC5424, Host.KEEP)).isEqualTo(unnamed);
        assertThat(sent("x", LogForm.RFC3164, Host.KEEP)).isEqualTo("<152>NOW localhost x");
    }

    private static String sent(String in, @Nullable LogForm form, Host host) {
        var bytes = in.getBytes(StandardCharsets.ISO_8859_1);
        Slab.put(IN, bytes);
        var message = new ReceivedMessage();
        message.parse(IN, bytes.length);
        var clock = new LogClock(ZoneOffset.UTC);
        clock.at(NOW);
        var out = new LineWriter();
        out.begin(AT, ROOM);
        var header = new RelayHeader(form, 19, host);
        header.write(out, message, header.priority(message), clock, () -> SENDER);
        out.copy(message.textAt(), message.textLength());
        return Slab.text(AT, out.length())
                .replace("Nov 25 13:08:05", "NOW")
                .replace("2026-11-25T13:08:05.509000+00:00", "NOW");
    }
}
