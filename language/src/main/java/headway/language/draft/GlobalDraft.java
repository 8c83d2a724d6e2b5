package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.language.model.LogTarget;
import headway.language.model.SocketBuffers;
import headway.language.model.StatsSocket;
import headway.language.model.TokenDecryption;
import headway.language.model.Tuning;
import headway.language.syntax.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The {@code global} sections, which add up to one; the initial values are HAProxy's. */
public final class GlobalDraft {
    /** Numbers that a line sets. */
    public enum Number {
        THREADS,
        THREAD_LIMIT,
        MAX_CONNECTIONS,
        DESCRIPTOR_LIMIT,
        CONNECTION_RATE,
        SESSION_RATE,
        BUFFER_SIZE,
        REWRITE_RESERVE,
        ACCEPT_AT_ONCE,
        MAX_HEADERS,
        EVENTS_AT_ONCE,
        BUFFERS_LIMIT,
        MOST_DESCRIPTORS,
        PIPE_SIZE,
        MAX_PIPES,
        LOG_URI_LENGTH,
        COOKIE_LENGTH,
        POOL_HIGH_RATIO,
        POOL_LOW_RATIO,
        SPREAD_CHECKS,
        CLIENT_SEND,
        CLIENT_RECEIVE,
        SERVER_SEND,
        SERVER_RECEIVE,
        CLIENT_NOT_SENT,
        SERVER_NOT_SENT,
        DATAGRAM_SEND,
        DATAGRAM_RECEIVE,
        STATS_CONNECTIONS,
        VARIABLES,
        PROCESS_VARIABLES,
        SESSION_VARIABLES,
        TRANSACTION_VARIABLES,
        EXCHANGE_VARIABLES
    }

    /** Switches. */
    public enum Flag {
        DAEMON,
        MASTER_WORKER,
        QUIET,
        ZERO_WARNING,
        STRICT_LIMITS,
        EPOLL,
        POLL,
        SPLICE,
        REUSE_PORT,
        NAME_LOOKUP,
        POOL_SHARED,
        STATS_MAXIMA,
        ANY_PAYLOAD,
        KEEP_INSECURE,
        REJECT_PRIVILEGED
    }

    /** Times in nanoseconds. */
    public enum Time {
        HARD_STOP_AFTER,
        GRACE,
        CLOSE_SPREAD,
        MAX_SPREAD_CHECKS,
        STATS
    }

    /** Texts that are null until set. */
    public enum Text {
        PID_FILE,
        USER,
        GROUP,
        CHROOT,
        NODE,
        DESCRIPTION,
        LOG_TAG,
        LOG_HOST,
        LOCAL_PEER
    }

    private final Map<Number, Integer> numbers = new EnumMap<>(Number.class);
    private final Map<Flag, Boolean> flags = new EnumMap<>(Flag.class);
    private final Map<Time, Long> times = new EnumMap<>(Time.class);
    private final Map<Text, String> texts = new EnumMap<>(Text.class);

    public Tuning.Shards shards = Tuning.Shards.BY_PROCESS;
    public final List<LogTarget> logs = new ArrayList<>();
    public final List<StatsSocket> sockets = new ArrayList<>();
    /** Of {@code nbthread}. */
    public Position threadsAt = Position.NOWHERE;

    public final Map<String, String> caseAdjustments = new TreeMap<>();
    public TokenDecryption tokens = TokenDecryption.USUAL;
    private Map<String, String> caseFile = Map.of();
    public final List<Line> variables = new ArrayList<>();

    /** Those of a file take the place of an earlier file's; what a line of its own says stays. */
    public void adjustCaseByFile(Map<String, String> names) {
        caseFile = Map.copyOf(names);
    }

    /** By their names in small letters. */
    public Map<String, String> spellings() {
        var all = new TreeMap<>(caseFile);
        all.putAll(caseAdjustments);
        return all;
    }

    public void set(Number number, int value) {
        numbers.put(number, value);
    }

    public void set(Flag flag, boolean value) {
        flags.put(flag, value);
    }

    public void set(Time time, long nanos) {
        times.put(time, nanos);
    }

    public void set(Text text, String value) {
        texts.put(text, value);
    }

    public int number(Number number, int unset) {
        return numbers.getOrDefault(number, unset);
    }

    public boolean flag(Flag flag, boolean unset) {
        return flags.getOrDefault(flag, unset);
    }

    /** -1 when unset. */
    public long time(Time time) {
        return times.getOrDefault(time, -1L);
    }

    public @Nullable String text(Text text) {
        return texts.get(text);
    }

    public SocketBuffers socketBuffers() {
        return new SocketBuffers(
                number(Number.CLIENT_SEND, 0),
                number(Number.CLIENT_RECEIVE, 0),
                number(Number.SERVER_SEND, 0),
                number(Number.SERVER_RECEIVE, 0),
                number(Number.CLIENT_NOT_SENT, 0),
                number(Number.SERVER_NOT_SENT, 0),
                number(Number.DATAGRAM_SEND, 0),
                number(Number.DATAGRAM_RECEIVE, 0));
    }
}
