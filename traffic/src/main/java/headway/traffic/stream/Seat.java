package headway.traffic.stream;

import headway.language.sample.Figure;
import headway.language.sample.Setting;
import headway.language.sample.Text;
import headway.traffic.balance.Choice;
import headway.traffic.counter.Count;
import headway.traffic.server.Server;
import headway.traffic.server.Waiter;
import org.jspecify.annotations.Nullable;

/** The server of a stream: how it is chosen, and the slot that is held or waited for. */
final class Seat {
    private final Stream stream;
    private final Attempts attempts;
    private final Waiter waiter;
    private final Choice choosing;
    private @Nullable Server server;
    /** A slot of {@link #server} is held. */
    private boolean slot;

    private boolean wasGranted;
    private boolean wasEvicted;
    private boolean waiting;
    /** {@code use-server} and {@code force-persist} have been asked: they are once a stream. */
    private boolean isRuled;

    private boolean isForced;
    /** By {@code use-server}. */
    private @Nullable Server designated;

    Seat(Stream stream, Attempts attempts) {
        this.stream = stream;
        this.attempts = attempts;
        choosing = new Choice(stream.worker.loop());
        waiter = new Waiter() {
            @Override
            protected void granted(Server granted) {
                waiting = false;
                wasGranted = true;
                server = granted;
                slot = true;
                goOn();
            }

            @Override
            protected void evicted() {
                waiting = false;
                wasEvicted = true;
                goOn();
            }
        };
    }

    private void goOn() {
        stream.advance();
        stream.worker.h1().flush();
    }

    void clear() {
        server = null;
        slot = false;
        wasGranted = false;
        wasEvicted = false;
        isRuled = false;
        isForced = false;
        designated = null;
    }

    @Nullable
    Text serverName() {
        var chosen = server;
        return chosen == null ? null : stream.target().name(chosen);
    }

    long serverId() {
        return server == null ? Figure.ABSENT : server.id();
    }

    /** Null before one is chosen. */
    @Nullable
    Server server() {
        return server;
    }

    Server chosen() {
        var known = server;
        if (known == null) throw new IllegalStateException("no server is chosen");
        return known;
    }

    /** {@code force-persist}: a request for a server goes there whatever its state, and nowhere else. */
    boolean isForced() {
        return isForced;
    }

    // ---- the choice

    Stage choose() {
        if (stream.isAborted()) return abort(Termination.REQUEST);
        var kept = attempts.keeps();
        if (kept != null) return take(kept);
        if (!stream.isHttp) stream.intake.lookAtBytes();
        if (!isRuled) rule();
        stream.loyalty.readRequest(stream.target());
        var meant = designated == null ? stream.loyalty.server() : designated;
        if (meant != null && attempts.avoids() == null) return chooseMeant(meant);
        return balance();
    }

    /** {@code force-persist}, {@code ignore-persist}, and the server that the first {@code use-server} rule names whose server can be used. */
    private void rule() {
        isRuled = true;
        var rules = stream.target().rules();
        isForced = rules.forces(stream.scope);
        designated = rules.server(stream.scope, isForced);
        var visit = stream.loyalty.visit;
        visit.forced |= isForced;
        visit.ignored |= rules.ignores(stream.scope);
        visit.designated |= designated != null;
    }

    /** The server that is meant, by a rule or by the client's cookie. With {@code option redispatch} it may go elsewhere when that one's queue is full. */
    private Stage chooseMeant(Server meant) {
        server = meant;
        if (meant.take()) {
            // HAProxy: nothing was balanced.
            stream.target().backend().give(stream.worker.loop(), meant);
            return taken();
        }
        if (!meant.isQueueFull()) return enqueue(meant);
        if (!attempts.mayRedispatch()) return queueFull();
        stream.loyalty.lose();
        attempts.redispatched(meant);
        return balance();
    }

    private Stage balance() {
        choosing.clear();
        choosing.avoid = attempts.avoids();
        choosing.last = lastServer();
        choosing.isBound = stream.session().isBound();
        choosing.scope = stream.scope;
        choosing.request = stream.requestHead;
        choosing.client = stream.handling.source();
        var outcome = stream.target().backend().choose(choosing);
        server = choosing.server;
        return switch (outcome) {
            case TAKEN -> taken();
            case SERVER_FULL -> enqueue(server);
            case QUEUE_FULL -> queueFull();
            case ALL_FULL -> enqueue(null);
            case NONE -> noServer();
        };
    }

    private Stage take(Server wanted) {
        server = wanted;
        if (!wanted.take()) return enqueue(wanted);
        stream.target().backend().give(stream.worker.loop(), wanted);
        return taken();
    }

    private @Nullable Server lastServer() {
        return stream.isHttp && stream.session().lastServer() instanceof Server last ? last : null;
    }

    private Stage taken() {
        slot = true;
        if (stream.account.queueLeftNanos == 0) stream.account.queueLeftNanos = stream.nanos();
        return Stage.CONNECT;
    }

    private Stage queueFull() {
        stream.account.server = chosen().name();
        stream.account.queueLeftNanos = stream.nanos();
        return unserved(Termination.SERVER, Termination.QUEUE);
    }

    Stage noServer() {
        return unserved(Termination.SERVER, Termination.CONNECT);
    }

    Stage unserved(char cause, char phase) {
        Termination.set(stream.account, cause, phase);
        stream.target().backend().tally().add(stream.worker.index(), Count.FAILED_CONNECTS);
        var wanted = server;
        if (wanted != null) wanted.tally().add(stream.worker.index(), Count.FAILED_CONNECTS);
        return stream.upstream.reply(503);
    }

    // ---- the queue

    private Stage enqueue(@Nullable Server wanted) {
        wasGranted = false;
        wasEvicted = false;
        waiting = true;
        server = wanted;
        if (wanted != null) stream.account.server = wanted.name();
        waiter.priorityClass = (int) stream.handling.setting(Setting.PRIORITY_CLASS, 0);
        waiter.offsetMillis = (int) stream.handling.setting(Setting.PRIORITY_OFFSET, 0);
        stream.target().backend().admission().await(waiter, wanted, stream.worker.loop());
        return Stage.QUEUED;
    }

    /** {@code timeout queue}, else {@code timeout connect}. */
    private long queueTimeout() {
        var usual = stream.target().policy().timeouts().queueOrConnect();
        return stream.handling.setting(Setting.QUEUE_TIMEOUT, usual);
    }

    Stage queued() {
        if (wasGranted) {
            stream.account.queueLeftNanos = stream.nanos();
            stream.target().backend().give(stream.worker.loop(), chosen());
            if (stream.account.server.isEmpty()) stream.account.backendQueue = waiter.position();
            else stream.account.serverQueue = waiter.position();
            return Stage.CONNECT;
        }
        if (wasEvicted) return Stage.CHOOSE;
        if (stream.isAborted()) return abort(Termination.QUEUE);
        if (!stream.timeUp) {
            stream.wakeIn(queueTimeout());
            return Stage.QUEUED;
        }
        stopWaiting();
        stream.account.queueLeftNanos = stream.nanos();
        return unserved(Termination.SERVER_TIMEOUT, Termination.QUEUE);
    }

    void stopWaiting() {
        if (!waiting) return;
        waiting = false;
        stream.target().backend().admission().cancel(waiter);
    }

    /** The client does not want it any more: {@code -1} in the log, since nothing was answered. */
    Stage abort(char phase) {
        stopWaiting();
        if (phase == Termination.QUEUE) stream.account.queueLeftNanos = stream.nanos();
        Termination.set(stream.account, Termination.CLIENT, phase);
        if (phase == Termination.REQUEST) {
            stream.ending.invalid();
            stream.ending.aborted();
        }
        if (phase == Termination.REQUEST && stream.isHttp) {
            stream.client().last();
            return stream.answer.page(400);
        }
        return Stage.END;
    }

    // ---- the end

    boolean hasSlot() {
        return slot;
    }

    boolean holds(Server it) {
        return slot && server == it;
    }

    void release() {
        if (!slot) return;
        slot = false;
        chosen().release();
    }
}
