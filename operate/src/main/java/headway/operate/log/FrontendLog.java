package headway.operate.log;

import headway.language.model.Logging.Format;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.traffic.account.Account;
import headway.traffic.account.StreamObserver;
import headway.traffic.counter.ProcessTally;
import java.util.List;

/** Writes the line of each stream of one frontend, unless its options say that this stream is not worth one. */
final class FrontendLog implements StreamObserver {
    private static final int INFO = 6;
    private static final int ERROR = 3;
    private static final int SILENT = -2;

    private final Format format;
    private final boolean dropsEmpty;
    private final boolean dropsNormal;
    private final boolean separatesErrors;
    private final int uriLength;
    private final LogDesk[] desks;
    private final List<List<LogOutput>> outputs;
    private final ProcessTally tally;

    FrontendLog(Proxy proxy, int uriLength, LogDesk[] desks, List<List<LogOutput>> outputs, ProcessTally tally) {
        this.format = proxy.logging().format();
        this.dropsEmpty = proxy.has(ProxyOption.DONT_LOG_NULL);
        this.dropsNormal = proxy.has(ProxyOption.DONT_LOG_NORMAL);
        this.separatesErrors = proxy.has(ProxyOption.LOG_SEPARATE_ERRORS);
        this.uriLength = uriLength;
        this.desks = desks;
        this.outputs = List.copyOf(outputs);
        this.tally = tally;
    }

    @Override
    public void ended(Account account, int loop) {
        if (account.level == SILENT) return;
        if (dropsEmpty && account.bytesIn == 0) return;
        // HAProxy writes the default line once the request is known, so one that never was has none.
        if (format == Format.CONNECT && account.isHttp && account.requestEndNanos == 0) return;
        var failed = isFailure(account);
        if (dropsNormal && !failed) return;
        var level = account.level >= 0 ? account.level : failed && separatesErrors ? ERROR : INFO;
        var lost = desks[loop].stream(outputs.get(loop), format, account, level, uriLength);
        if (lost > 0) tally.add(loop, ProcessTally.Column.DROPPED_LOGS, lost);
    }

    /** Errors, timeouts, retries, redispatches and statuses from 500 on; an answer by the proxy itself (L) is none of them. */
    private static boolean isFailure(Account account) {
        if (account.cause != '-' && account.cause != 'L') return true;
        return account.retries != 0 || account.redispatched || account.isHttp && account.status >= 500;
    }
}
