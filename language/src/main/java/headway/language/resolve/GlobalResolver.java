package headway.language.resolve;

import headway.base.diagnostic.Diagnostics;
import headway.language.draft.GlobalDraft;
import headway.language.draft.GlobalDraft.Flag;
import headway.language.draft.GlobalDraft.Number;
import headway.language.draft.GlobalDraft.Text;
import headway.language.draft.GlobalDraft.Time;
import headway.language.model.Global;
import headway.language.model.GlobalLogging;
import headway.language.model.LogFormat;
import headway.language.model.ProcessSettings;
import headway.language.model.StatsSettings;
import headway.language.model.Tuning;
import headway.language.syntax.Environment;
import java.util.Map;

/** Makes the model's {@link Global}; what is unset gets HAProxy's value. */
final class GlobalResolver {
    private static final int BUFFER_SIZE = 16384;
    private static final int REWRITE_RESERVE = 1024;
    /** HAProxy's {@code DEFAULT_MAXFD}. */
    private static final int MOST_DESCRIPTORS = 1 << 20;

    private static final long STATS_TIMEOUT_NANOS = 10_000_000_000L;

    private GlobalResolver() {}

    static Global resolve(GlobalDraft draft, Environment environment) {
        return new Global(
                process(draft),
                tuning(draft),
                draft.socketBuffers(),
                new GlobalLogging(draft.logs, draft.text(Text.LOG_TAG), draft.text(Text.LOG_HOST)),
                stats(draft),
                draft.tokens,
                draft.spellings(),
                draft.variables,
                listed(environment));
    }

    /** What {@code show env} lists: configuration manual 2.3 takes the names of formats out. */
    private static Map<String, String> listed(Environment environment) {
        var listed = environment.all();
        listed.keySet().removeAll(LogFormat.variables().keySet());
        return listed;
    }

    private static ProcessSettings process(GlobalDraft draft) {
        var node = draft.text(Text.NODE);
        var description = draft.text(Text.DESCRIPTION);
        return new ProcessSettings(
                threads(draft),
                draft.number(Number.MAX_CONNECTIONS, 0),
                draft.number(Number.DESCRIPTOR_LIMIT, 0),
                draft.number(Number.MOST_DESCRIPTORS, MOST_DESCRIPTORS),
                draft.number(Number.CONNECTION_RATE, 0),
                draft.number(Number.SESSION_RATE, 0),
                new ProcessSettings.RunMode(
                        draft.flag(Flag.DAEMON, false),
                        draft.flag(Flag.MASTER_WORKER, false),
                        draft.flag(Flag.QUIET, false),
                        draft.flag(Flag.ZERO_WARNING, false),
                        draft.flag(Flag.STRICT_LIMITS, true)),
                new ProcessSettings.Identity(draft.text(Text.USER), draft.text(Text.GROUP), draft.text(Text.CHROOT)),
                new ProcessSettings.Ending(
                        draft.time(Time.HARD_STOP_AFTER), draft.time(Time.GRACE), draft.time(Time.CLOSE_SPREAD)),
                node == null ? "" : node,
                description == null ? "" : description,
                draft.text(Text.PID_FILE));
    }

    static void warn(GlobalDraft draft, Diagnostics out) {
        var threads = draft.number(Number.THREADS, 0);
        var limit = draft.number(Number.THREAD_LIMIT, 0);
        if (limit == 0 || threads <= limit) return;
        out.warning(
                draft.threadsAt,
                "'nbthread' asks for " + threads + " threads, but 'thread-hard-limit' allows " + limit
                        + ": there will be " + limit + ".");
    }

    static int bufferSize(GlobalDraft draft) {
        return draft.number(Number.BUFFER_SIZE, BUFFER_SIZE);
    }

    /** {@code tune.http.cookielen}. */
    static int cookieLength(GlobalDraft draft) {
        return draft.number(Number.COOKIE_LENGTH, 63);
    }

    /** {@code thread-hard-limit} wins over {@code nbthread} and over the number of processors. */
    private static int threads(GlobalDraft draft) {
        var threads = draft.number(Number.THREADS, 0);
        var limit = draft.number(Number.THREAD_LIMIT, 0);
        if (limit == 0) return threads;
        return Math.min(threads > 0 ? threads : Runtime.getRuntime().availableProcessors(), limit);
    }

    private static Tuning tuning(GlobalDraft draft) {
        var buffer = bufferSize(draft);
        // HAProxy: a reserve of more than half a buffer is half a buffer.
        var reserve = Math.min(draft.number(Number.REWRITE_RESERVE, REWRITE_RESERVE), buffer / 2);
        return new Tuning(
                buffer,
                reserve,
                draft.number(Number.ACCEPT_AT_ONCE, 4),
                draft.number(Number.MAX_HEADERS, 101),
                draft.number(Number.EVENTS_AT_ONCE, 200),
                draft.number(Number.BUFFERS_LIMIT, 0),
                draft.number(Number.PIPE_SIZE, 0),
                draft.number(Number.MAX_PIPES, 0),
                draft.number(Number.LOG_URI_LENGTH, 1024),
                cookieLength(draft),
                new Tuning.IdlePool(
                        draft.flag(Flag.POOL_SHARED, true),
                        draft.number(Number.POOL_HIGH_RATIO, 25),
                        draft.number(Number.POOL_LOW_RATIO, 20)),
                new Tuning.Engine(
                        draft.flag(Flag.EPOLL, true),
                        draft.flag(Flag.POLL, true),
                        draft.flag(Flag.SPLICE, true),
                        draft.flag(Flag.REUSE_PORT, true),
                        draft.flag(Flag.NAME_LOOKUP, true),
                        draft.shards),
                new Tuning.Spread(draft.number(Number.SPREAD_CHECKS, 0), draft.time(Time.MAX_SPREAD_CHECKS)),
                new Tuning.VariableSizes(
                        draft.number(Number.VARIABLES, 0),
                        draft.number(Number.PROCESS_VARIABLES, 0),
                        draft.number(Number.SESSION_VARIABLES, 0),
                        draft.number(Number.TRANSACTION_VARIABLES, 0),
                        draft.number(Number.EXCHANGE_VARIABLES, 0)),
                new Tuning.Leniency(
                        draft.flag(Flag.ANY_PAYLOAD, false),
                        draft.flag(Flag.KEEP_INSECURE, false),
                        !draft.flag(Flag.REJECT_PRIVILEGED, false)));
    }

    private static StatsSettings stats(GlobalDraft draft) {
        var timeout = draft.time(Time.STATS);
        return new StatsSettings(
                draft.sockets,
                timeout < 0 ? STATS_TIMEOUT_NANOS : timeout,
                draft.number(Number.STATS_CONNECTIONS, 10),
                draft.flag(Flag.STATS_MAXIMA, true));
    }
}
