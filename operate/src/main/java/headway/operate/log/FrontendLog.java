package headway.operate.log;

import headway.language.format.LineFormat;
import headway.language.model.LogFormat.Form;
import headway.language.model.LogProfile;
import headway.language.model.LogStep;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.rule.ProfileFormats;
import headway.language.rule.ProxyFormats;
import headway.traffic.account.Account;
import headway.traffic.account.LogOrigin;
import headway.traffic.account.StreamObserver;
import headway.traffic.counter.ProcessTally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the lines of each stream of one frontend, unless its options say that this stream is not worth one. */
final class FrontendLog implements StreamObserver {
    private static final int INFO = 6;
    private static final int ERROR = 3;
    private static final int SILENT = -2;

    /** By the origin of a line. */
    private final OutputLines[] lines;
    /** The same for those {@code do-log} rules that name a profile, which counts instead of those of the outputs. */
    private final Map<String, OutputLines[]> noted = new HashMap<>();

    private final boolean hasErrorLine;
    private final LineTimes times;
    private final boolean isConnectLine;
    private final boolean isEarly;
    private final boolean dropsEmpty;
    private final boolean dropsNormal;
    private final boolean separatesErrors;
    private final LogDesk[] desks;
    private final List<List<LogOutput>> outputs;
    private final ProcessTally tally;

    FrontendLog(Proxy proxy, ProxyFormats formats, LogDesk[] desks, List<List<LogOutput>> outputs, ProcessTally tally) {
        var form = proxy.logging().formats().line().form();
        isConnectLine = form == Form.CONNECT;
        hasErrorLine = formats.error() != null;
        lines = lines(proxy, formats, profiles(outputs, formats));
        var count = outputs.getFirst().size();
        formats.profiles()
                .forEach(
                        (name, profile) -> noted.put(name, lines(proxy, formats, Collections.nCopies(count, profile))));
        times = LineTimes.of(proxy, formats);
        isEarly = proxy.has(ProxyOption.LOG_AS_SOON_AS_POSSIBLE);
        dropsEmpty = proxy.has(ProxyOption.DONT_LOG_NULL);
        dropsNormal = proxy.has(ProxyOption.DONT_LOG_NORMAL);
        separatesErrors = proxy.has(ProxyOption.LOG_SEPARATE_ERRORS);
        this.desks = desks;
        this.outputs = List.copyOf(outputs);
        this.tally = tally;
    }

    private static OutputLines[] lines(
            Proxy proxy, ProxyFormats formats, List<? extends @Nullable ProfileFormats> profiles) {
        var made = new OutputLines[LogOrigin.values().length];
        var usual = line(proxy, formats.line());
        for (var origin : LogOrigin.values()) {
            var text =
                    origin == LogOrigin.SESSION_ERROR && formats.error() != null ? line(proxy, formats.error()) : usual;
            made[origin.ordinal()] =
                    new OutputLines(new OutputLine(text, formats.structuredData()), profiles, step(origin));
        }
        return made;
    }

    /** Of each output; null for those that have none. All loops have the same outputs. */
    private static List<@Nullable ProfileFormats> profiles(List<List<LogOutput>> outputs, ProxyFormats formats) {
        var found = new ArrayList<@Nullable ProfileFormats>();
        for (var output : outputs.getFirst()) {
            var name = output.target().profile();
            found.add(name == null ? null : formats.profiles().get(name));
        }
        return found;
    }

    /** As a log-profile calls it. */
    private static String step(LogOrigin origin) {
        return switch (origin) {
            case ACCEPT -> LogStep.ACCEPT.word();
            case REQUEST -> LogStep.REQUEST.word();
            case CONNECT -> LogStep.CONNECT.word();
            case RESPONSE -> LogStep.RESPONSE.word();
            case CLOSE -> LogStep.CLOSE.word();
            case SESSION_ERROR, SESSION_KILLED -> "error";
            case TCP_REQUEST_CONNECTION, TCP_REQUEST_SESSION, TCP_REQUEST_CONTENT, TCP_RESPONSE_CONTENT ->
                origin.word();
            case HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE -> origin.word();
            case UNSPECIFIED -> LogProfile.ANY;
        };
    }

    private static StreamLine line(Proxy proxy, @Nullable LineFormat format) {
        if (format != null) return (account, out) -> format.write(account.scope, out);
        var isJson = proxy.logging().formats().line().form() == Form.JSON;
        return isJson ? JsonLine.of(proxy.front().captures()) : new ConnectLine(proxy.mode());
    }

    @Override
    public int steps() {
        return times.steps();
    }

    @Override
    public void reached(LogStep step, Account account, int loop) {
        if (times.isAt(step, account.isHttp, account.lines)) write(account, LogOrigin.of(step), loop);
    }

    @Override
    public void ended(Account account, int loop) {
        if (!times.isAt(LogStep.CLOSE, account.isHttp, account.lines)) return;
        // Of HTTP the stream itself knows whether a byte came: what is no request is not counted.
        if (dropsEmpty && !account.isHttp && account.bytesIn == 0) return;
        write(account, isRefused(account) ? LogOrigin.SESSION_ERROR : LogOrigin.CLOSE, loop);
    }

    /** It is a line beside the stream's own, whatever the options say of those. */
    @Override
    public void noted(Account account, int loop, String step, String profile) {
        if (account.level == SILENT) return;
        var origin = LogOrigin.ofRules(step);
        account.origin = origin;
        account.isPartial = isEarly;
        var written = noted.getOrDefault(profile, lines)[origin.ordinal()];
        send(written, account, account.level >= 0 ? account.level : INFO, loop);
    }

    /** It never became a request: HAProxy has an error format for it, and nothing to say without any option. */
    private static boolean isRefused(Account account) {
        return account.isHttp && account.requestEndNanos == 0;
    }

    private void write(Account account, LogOrigin origin, int loop) {
        if (account.level == SILENT) return;
        var isRefused = isRefused(account);
        if (isRefused && isConnectLine && !hasErrorLine) return;
        var failed = isFailure(account);
        if (dropsNormal && !failed) return;
        var level = account.level >= 0 ? account.level : failed && separatesErrors ? ERROR : INFO;
        account.lines++;
        account.origin = origin;
        account.isPartial = isEarly;
        var written = lines[isRefused ? LogOrigin.SESSION_ERROR.ordinal() : origin.ordinal()];
        send(written, account, level, loop);
    }

    private void send(OutputLines written, Account account, int level, int loop) {
        var lost = desks[loop].stream(outputs.get(loop), written, account, level);
        if (lost > 0) tally.add(loop, ProcessTally.Column.DROPPED_LOGS, lost);
    }

    /** Errors, timeouts, retries, redispatches and statuses from 500 on; an answer by the proxy itself (L) is none of them. */
    private static boolean isFailure(Account account) {
        if (account.cause != '-' && account.cause != 'L') return true;
        return account.retries != 0 || account.redispatched || account.isHttp && account.status >= 500;
    }
}
