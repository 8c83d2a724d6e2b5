package headway.traffic.stream;

import headway.http.BodyFraming;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.Method;
import headway.language.model.BackSide.HttpReuse;
import headway.language.model.RetryOn;
import headway.language.sample.Setting;
import headway.traffic.counter.Count;
import headway.traffic.counter.Tally;
import headway.traffic.server.Server;
import org.jspecify.annotations.Nullable;

/** How often a request has been tried, and whether and where it is tried again: {@code retries}, {@code retry-on}, {@code option redispatch}. */
final class Attempts {
    /** HAProxy waits that long, or {@code timeout connect} if that is shorter, before it tries the same server again. */
    static final long TURN_AROUND_NANOS = 1_000_000_000L;

    private static final long MILLI = 1_000_000L;

    private final Stream stream;
    private @Nullable Server same;
    private @Nullable Server avoided;
    private boolean fresh;
    private boolean bodyTooLarge;

    Attempts(Stream stream) {
        this.stream = stream;
    }

    void clear() {
        same = null;
        avoided = null;
        fresh = false;
        bodyTooLarge = false;
    }

    /** The server that is to be tried again, whatever the balancing would say. */
    @Nullable
    Server keeps() {
        var kept = same;
        same = null;
        return kept;
    }

    /** The server that has just failed: another one is preferred. */
    @Nullable
    Server avoids() {
        return avoided;
    }

    /** No idle connection this time: the last one turned out to be dead. */
    boolean isFresh() {
        return fresh;
    }

    void freshOne() {
        fresh = true;
    }

    void connected() {
        avoided = null;
    }

    private Policy policy() {
        return stream.target().policy();
    }

    /**
     * Uses up one of the {@code retries} if the reason allows it.
     *
     * @return false when it does not, or none is left
     */
    boolean another(RetryOn reason, boolean timeout) {
        if (!policy().retriesOn(reason)) return false;
        var sent = reason != RetryOn.CONNECTION_FAILURE;
        if (sent && (!isWhole() || stream.handling.has(Setting.RETRY_SENT))) return false;
        if (stream.account.retries >= retries()) return false;
        if (stream.isAborted()) return false;
        stream.account.retries++;
        return true;
    }

    private long retries() {
        return stream.handling.setting(Setting.RETRIES, policy().proxy().back().connectionRetries());
    }

    /** The request can be sent again as it was: its body is there from the first byte on. */
    private boolean isWhole() {
        return !bodyTooLarge && stream.isHttp && keepsBody();
    }

    /** Whether this retry goes elsewhere; counts it and prepares the next choice. */
    boolean redispatches(Server failed) {
        var loop = stream.worker.index();
        var group = stream.target().backend().group();
        if (!isRedispatch(group.active() + group.backup())) {
            failed.tally().add(loop, Count.RETRIES);
            group.tally().add(loop, Count.RETRIES);
            same = failed.isReachable() || stream.upstream.seat.isForced() ? failed : null;
            return false;
        }
        redispatched(failed);
        avoided = failed;
        stream.loyalty.lose();
        return true;
    }

    /** It goes to another server than this one. */
    void redispatched(Server from) {
        var loop = stream.worker.index();
        from.tally().add(loop, Count.REDISPATCHES);
        stream.target().backend().tally().add(loop, Count.REDISPATCHES);
        stream.account.redispatched = true;
    }

    /** {@code option redispatch} is on. */
    boolean mayRedispatch() {
        return policy().proxy().back().redispatch() != 0;
    }

    /**
     * {@code option redispatch n}: at each n-th retry, or at the -n-th before the last. HAProxy also goes elsewhere at once when the balancing is by turns and there is
     * more than one server, since then no server in particular was meant.
     */
    private boolean isRedispatch(int servers) {
        if (stream.upstream.seat.isForced()) return false;
        var back = policy().proxy().back();
        var interval = back.redispatch();
        if (interval == 0) return false;
        if (servers > 1 && policy().balancesByTurns() && stream.loyalty.server() == null) return true;
        var retries = stream.account.retries;
        if (interval > 0) return retries % interval == 0;
        var at = retries() + 1 + interval;
        return at > 0 && retries % at == 0;
    }

    /** {@code retry-on} with a status: only while nothing of the response has gone to the client. */
    boolean retriesStatus(int status) {
        var reason = reason(status);
        return reason != null && policy().retriesOn(reason) && another(reason, false);
    }

    private static @Nullable RetryOn reason(int status) {
        return switch (status) {
            case 401 -> RetryOn.STATUS_401;
            case 403 -> RetryOn.STATUS_403;
            case 404 -> RetryOn.STATUS_404;
            case 408 -> RetryOn.STATUS_408;
            case 421 -> RetryOn.STATUS_421;
            case 425 -> RetryOn.STATUS_425;
            case 429 -> RetryOn.STATUS_429;
            case 500 -> RetryOn.STATUS_500;
            case 501 -> RetryOn.STATUS_501;
            case 502 -> RetryOn.STATUS_502;
            case 503 -> RetryOn.STATUS_503;
            case 504 -> RetryOn.STATUS_504;
            default -> null;
        };
    }

    /** The body is kept after it was sent, because a reason of {@code retry-on} may need it. */
    boolean keepsBody() {
        return !bodyTooLarge && policy().retriesSent() && !stream.handling.has(Setting.RETRY_SENT);
    }

    void bodyIsTooLarge() {
        bodyTooLarge = true;
    }

    /** A request that met a connection just being closed by the server is repeated when that cannot do harm: RFC 9110 9.2.2. */
    boolean mayRepeat(Head request) {
        if (!Method.isIdempotent(request.methodId())) return false;
        return request.framing() == BodyFraming.NONE || isWhole();
    }

    boolean isNeverShared() {
        return policy().proxy().back().httpReuse() == HttpReuse.NEVER;
    }

    /** A 401 or 407 with NTLM or Negotiate: what is authenticated is the connection. */
    boolean isBoundToConnection(Head response) {
        return switch (response.status()) {
            case 401 -> offersConnectionScheme(response, FieldName.WWW_AUTHENTICATE.id());
            case 407 -> offersConnectionScheme(response, FieldName.PROXY_AUTHENTICATE.id());
            default -> false;
        };
    }

    private static boolean offersConnectionScheme(Head response, int field) {
        for (var i = response.find(field, 0); i >= 0; i = response.find(field, i + 1)) {
            if (begins(response, i, "negotiate") || begins(response, i, "ntlm")) return true;
        }
        return false;
    }

    private static boolean begins(Head head, int index, String word) {
        if (head.valueLength(index) < word.length()) return false;
        for (var i = 0; i < word.length(); i++) {
            if ((headway.base.memory.Slab.byteAt(head.valueAt(index) + i) | 0x20) != word.charAt(i)) return false;
        }
        return true;
    }

    /** Milliseconds; HAProxy: what was not reached has taken none. */
    private static long between(long from, long to) {
        return from == 0 || to == 0 ? 0 : (to - from) / MILLI;
    }

    /** What is counted of a server when the stream leaves it. */
    void settle(Tally tally) {
        var loop = stream.worker.index();
        tally.add(loop, Count.BYTES_IN, stream.ending.bytesIn());
        tally.add(loop, Count.BYTES_OUT, stream.ending.bytesOut());
        stream.upstream.carrier.count(tally, loop);
        times(tally);
    }

    /** The averages that {@code show stat} tells, in milliseconds. */
    void times(Tally tally) {
        var loop = stream.worker.index();
        var account = stream.account;
        tally.queueTime.add(loop, between(account.requestEndNanos, account.queueLeftNanos));
        tally.connectTime.add(loop, between(account.queueLeftNanos, account.connectedNanos));
        tally.responseTime.add(loop, between(account.connectedNanos, account.responseHeadNanos));
        tally.totalTime.add(loop, (account.endedNanos - account.requestStartNanos) / MILLI);
    }
}
