package headway.operate.log;

import headway.language.model.LogFormat.Form;
import headway.language.model.LogStep;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.rule.ProxyFormats;
import headway.language.sample.AliasEntry.Known;

/**
 * When a frontend writes its lines.
 *
 * <p>Without {@code log-steps} there is one line a stream, as soon as all is known that it says. HAProxy was watched: in HTTP what speaks of nothing but the request is
 * written when that has come, and everything else that does not need the end with the response; in TCP with the connection to the server. A stream that ends before gets its
 * line at the end. {@code option logasap} does not wait for what needs the end.
 *
 * @param wanted {@code log-steps} as bits, 0 when there is none
 */
record LineTimes(int wanted, LogStep http, LogStep tcp) {
    static LineTimes of(Proxy proxy, ProxyFormats formats) {
        var wanted = proxy.logging().formats().steps();
        var form = proxy.logging().formats().line().form();
        var line = formats.line();
        var known = line != null ? line.known() : form == Form.CONNECT ? Known.WITH_REQUEST : Known.AT_END;
        var data = formats.structuredData();
        if (data != null && data.known().compareTo(known) > 0) known = data.known();
        if (known == Known.AT_END && proxy.has(ProxyOption.LOG_AS_SOON_AS_POSSIBLE)) known = Known.WITH_RESPONSE;
        var http =
                switch (known) {
                    case WITH_REQUEST -> LogStep.REQUEST;
                    case AT_ONCE, WITH_RESPONSE -> LogStep.RESPONSE;
                    case AT_END -> LogStep.CLOSE;
                };
        return new LineTimes(wanted, http, known == Known.AT_END ? LogStep.CLOSE : LogStep.CONNECT);
    }

    /** Whether a line is written now. */
    boolean isAt(LogStep step, boolean isHttp, int linesBefore) {
        if (wanted != 0) return (wanted & step.bit()) != 0;
        if (linesBefore > 0) return false;
        return step == LogStep.CLOSE || step == (isHttp ? http : tcp);
    }

    /** All steps at which it may be. */
    int steps() {
        return wanted != 0 ? wanted : http.bit() | tcp.bit();
    }
}
