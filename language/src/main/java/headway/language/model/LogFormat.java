package headway.language.model;

import headway.base.diagnostic.Position;
import headway.language.syntax.Word;
import java.util.Map;

/**
 * A format for lines of streams, as it was chosen.
 *
 * @param position of the line that says it
 * @param word whose text is in the language of {@code log-format}; empty of forms that are not written in it
 */
public record LogFormat(Position position, Form form, Word word) {
    private static final String LOAD = "%ac/%fc/%bc/%sc/%rc %sq/%bq";
    private static final String HTTP_BEGIN =
            "%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %CC %CS %tsc " + LOAD + " %hr %hs %{+Q}r";

    /** The formats that have a name; configuration manual 8.2.1 to 8.2.4. */
    public enum Form {
        /** "Connect from ...", without any option. */
        CONNECT("", ""),
        TCP("option tcplog", "%ci:%cp [%t] %ft %b/%s %Tw/%Tc/%Tt %B %ts " + LOAD),
        TCP_CLF(
                "option tcplog",
                "%{+Q}o %{-Q}ci - - [%T] \"TCP \" 000 %B \"\" \"\" %cp %ms %ft %b %s %Th %Tw %Tc %Tt %U"
                        + " %ts-- %ac %fc %bc %sc %rc %sq %bq \"\" \"\" "),
        HTTP("option httplog", HTTP_BEGIN),
        HTTP_CLF(
                "option httplog",
                "%{+Q}o %{-Q}ci - - [%trg] %r %ST %B \"\" \"\" %cp %ms %ft %b %s %TR %Tw %Tc %Tr %Ta %tsc"
                        + " %ac %fc %bc %sc %rc %sq %bq %CC %CS %hrl %hsl"),
        /** What it says of TLS is what HAProxy says of a client without TLS, the only one there is yet. */
        HTTPS("option httpslog", HTTP_BEGIN + " 0/-/-/-/0 -/-/-"),
        /** A JSON object a line. */
        JSON("option jsonlog", ""),
        /** {@code log-format}. */
        CUSTOM("log-format", "");

        private final String keyword;
        private final String text;

        Form(String keyword, String text) {
            this.keyword = keyword;
            this.text = text;
        }

        /** What chooses it. */
        public String keyword() {
            return keyword;
        }

        /** In the language of {@code log-format}; empty for those that cannot be said in it. */
        public String text() {
            return text;
        }

        /** It speaks of requests. */
        public boolean needsHttp() {
            return this == HTTP || this == HTTP_CLF || this == HTTPS;
        }
    }

    /** What a configuration finds these formats under, to write log lines that say more: configuration manual 2.3. */
    public static Map<String, String> variables() {
        return Map.of(
                "HAPROXY_HTTP_LOG_FMT", Form.HTTP.text(),
                "HAPROXY_HTTP_CLF_LOG_FMT", Form.HTTP_CLF.text(),
                "HAPROXY_HTTPS_LOG_FMT", Form.HTTPS.text(),
                "HAPROXY_TCP_LOG_FMT", Form.TCP.text(),
                "HAPROXY_TCP_CLF_LOG_FMT", Form.TCP_CLF.text(),
                "HAPROXY_KEYLOG_FC_LOG_FMT", "CLIENT_RANDOM %[ssl_fc_client_random,hex]",
                "HAPROXY_KEYLOG_BC_LOG_FMT", "CLIENT_RANDOM %[ssl_bc_client_random,hex]");
    }

    /** A format that has a name. */
    public static LogFormat of(Position position, Form form) {
        return new LogFormat(position, form, new Word(form.text(), 0));
    }

    /** In the language of {@code log-format}. */
    public String text() {
        return word.text();
    }
}
