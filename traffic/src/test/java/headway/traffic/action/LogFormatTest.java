package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.format.FormatKind;
import headway.language.format.FormatParser;
import headway.language.line.LineWriter;
import headway.language.model.LogFormat.Form;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Declared;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Flags, encodings and blanks of formats. Plain ones are what HAProxy 2.6 was watched to write; encodings, which it has since 3.0, are RFC 8259's and RFC 8949's. */
final class LogFormatTest {
    private static final String FACTS =
            "frontend=www backend=app server=s1 status=404 bytesOut=2750 line=GET_/a\"b?c=] cookie=A=\"b]\\ src=10.0.0.1:80"
                    + " capture=x,{y} cause=S phase=D requestEndNanos=2 processConnections=1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "   %b    %s  z  |app s1 z ",
                "a %hrl b|a x #7By#7D b",
                "%CS %CC|- A=\"b]\\",
                "%{+Q}CS %{+Q}CC|\"\" \"A=\"b]\\\"",
                "%{+E}CC|A=\\\"b\\]\\\\",
                "%{+Q}o%b %ST %ts %{-Q}s|\"app\" 404 SD s1",
                "%{+Q,+X}ci %{+X}cp %{+Q}ci|0A000001 0050 \"10.0.0.1\"",
                "%{Q}b %{}b %{+Y}b|app app app",
                "%HU %HQ %HM|/a#22b?c=] ?c=] GET",
                "%{+E}HU|/a#22b?c=\\]",
                "100%% %-b %(name)b|100% -b app",
                "%[str(a)] %{+Q}[str(b)] %[var(txn.none)] %{+Q}[var(txn.none)]|a \"b\" - \"\"",
                "%{+E}[str(a]b)]|a\\]b",
                "%[bin(410042)]|A",
                "%[str(a%00b),url_dec] %{+Q}[str(a%00b),url_dec] %{+E}[str(a%00b),url_dec]|a \"a\" a"
            })
    void aFormatWritesWhatStandsBesideIt(String format, String expected) throws BindException {
        assertThat(AliasExamplesTest.line(format, AccountFacts.scope(FACTS))).isEqualTo(expected);
    }

    /** As watched: captures that are not there are left out with their blank, an empty query is not. */
    @Test
    void anEmptyQueryKeepsItsPlace() throws BindException {
        var scope = AccountFacts.scope("line=GET_/a_HTTP/1.1 status=200");
        assertThat(AliasExamplesTest.line("a %HQ b %hr c", scope)).isEqualTo("a  b c");
    }

    @Test
    void namedItemsBecomeAJsonObject() throws BindException {
        var format =
                "%{+json}o %b %(be)b %(st)ST %(uri)HU text %(len)[str(abc),length] %(yes:bool)[int(2)] %(n:sint)[str(12x)]"
                        + " %(s:str)ST %(none)[var(txn.none)] %(bytes)[bin(0a22)] %(t)[bool(true)]";
        assertThat(AliasExamplesTest.line(format, AccountFacts.scope(FACTS)))
                .isEqualTo(
                        "{\"be\": \"app\", \"st\": 404, \"uri\": \"/a\\\"b?c=]\", \"len\": 3, \"yes\": true, \"n\": 12, \"s\": \"404\", \"none\": null, \"bytes\": \"\\n\\\"\", \"t\": true}");
    }

    @Test
    void whatIsNotCompleteYetIsANumberInJson() throws BindException {
        var scope = AccountFacts.scope("bytesOut=12 isPartial=true");
        assertThat(AliasExamplesTest.line("%B", scope)).isEqualTo("+12");
        assertThat(AliasExamplesTest.line("%{+json}o %(b)B", scope)).isEqualTo("{\"b\": 12}");
    }

    @Test
    void oneItemAloneMayBeEncoded() throws BindException {
        assertThat(AliasExamplesTest.line("%b=%{+json}HU", AccountFacts.scope(FACTS)))
                .isEqualTo("app=\"/a\\\"b?c=]\"");
    }

    /** A map of indefinite length: BF, key and value in turn, FF. */
    @Test
    void namedItemsBecomeCborInHexadecimal() throws BindException {
        var format = "%{+cbor}o %(be)b %(st)ST %(no)[int(-10)] %(yes:bool)[int(1)] %(x)[var(txn.none)] %(b)[bin(00ff)]";
        assertThat(AliasExamplesTest.line(format, AccountFacts.scope(FACTS)))
                .isEqualTo("BF" + "626265" + "63617070" + "627374" + "190194" + "626E6F" + "29" + "63796573" + "F5"
                        + "6178" + "F6" + "6162" + "4200FF" + "FF");
    }

    @Test
    void cborIsRawWithBin() throws BindException {
        var line = AliasExamplesTest.line("%{+cbor,+bin}o %(a)ST", AccountFacts.scope("isHttp=true status=24"));
        assertThat(line.chars().toArray()).containsExactly(0xbf, 0x61, 'a', 0x18, 24, 0xff);
    }

    @Test
    void bytesStayBytesWithBin() throws BindException {
        assertThat(AliasExamplesTest.line("%{+bin}o%[bin(410042)]", AccountFacts.scope("")))
                .isEqualTo("A\0B");
    }

    @Test
    void inAMessageWhatIsMissingIsEmptyAndBlanksStay() throws BindException {
        var format = new FormatParser(new Rules().binding(Place.HTTP_REQUEST))
                .parse("  %CS  %b <%[var(txn.none)]> %hr %{+Q}s");
        var out = new Sample();
        assertThat(format.write(AccountFacts.scope(FACTS), out)).isTrue();
        assertThat(Slab.text(out.at, out.length)).isEqualTo("    app <> {x|#7By#7D} \"s1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%zz|no such format variable 'zz'. If you wanted to emit the '%' character verbatim, you need to use '%%'",
                "% foo|unexpected variable name near ' ' at position 1. Maybe you want to write a single '%', use the syntax '%%'.",
                "a %|truncated line after '%'",
                "%{+Q|truncated line after '+Q'",
                "%{+Q}|parse argument modifier without variable name near '%{+Q}'",
                "%{+Q}%|parse argument modifier without variable name near '%{+Q}'",
                "%[src|missing ']' after 'src'",
                "%[src] %[nope]|failed to parse sample expression <nope]> : unknown fetch method 'nope'",
                "%[req.hdr(x)]|sample fetch <req.hdr(x)]> may not be reliably used here because it needs 'HTTP request headers' which is not available here"
            })
    void aMistakeIsToldInHaproxysWords(String format, String expected) {
        assertThatThrownBy(() -> new FormatParser(new Rules().binding(Place.LOG), FormatKind.LOG).parseLine(format))
                .isInstanceOf(BindException.class)
                .hasMessage(expected);
    }

    @Test
    void whatSpeaksOfRequestsIsRefusedInTcp() {
        var http = new Rules().binding(Place.LOG);
        var tcp = new Binding(
                http.vocabulary(),
                http.variables(),
                http.diagnostics(),
                http.folder(),
                Place.LOG,
                true,
                true,
                new Declared(
                        "",
                        http.declared().captures(),
                        List.of(),
                        false,
                        http.declared().attached(),
                        http.declared().all()));
        assertThatThrownBy(() -> new FormatParser(tcp, FormatKind.LOG).parseLine("%ci %HM"))
                .hasMessage("format variable 'HM' is reserved for HTTP mode");
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"TCP", "TCP_CLF", "HTTP", "HTTP_CLF", "HTTPS"})
    void writingALineMakesNoObject(Form form) throws BindException {
        assertThat(bytesALine(form.text())).as("bytes a line").isZero();
    }

    @Test
    void expressionsAndEncodingsMakeNoObject() throws BindException {
        assertThat(bytesALine("%{+json}o %(a)[str(x),upper] %(r)r %(t)Tt %(h)hr"))
                .isZero();
        assertThat(bytesALine("%{+cbor}o %(a)[str(x),upper] %(r)r %(t)Tt")).isZero();
        assertThat(bytesALine("%{+Q,+E}o %[src] %[method] %{+X}Ts %ID %[int(5),add(3)]"))
                .isZero();
    }

    private static long bytesALine(String text) throws BindException {
        var format = new FormatParser(new Rules().binding(Place.LOG), FormatKind.LOG).parseLine(text);
        var scope = AccountFacts.scope(FACTS);
        var writer = new LineWriter(ZoneOffset.UTC);
        var area = Buffers.reserve(4096);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var runs = 20_000;
        var before = 0L;
        for (var i = 0; i < 2 * runs; i++) {
            if (i == runs) before = threads.getCurrentThreadAllocatedBytes();
            writer.begin(area, 4096);
            format.write(scope, writer);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / runs;
    }
}
