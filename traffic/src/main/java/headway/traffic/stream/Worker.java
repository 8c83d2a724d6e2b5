package headway.traffic.stream;

import headway.language.sample.VariableBudget;
import headway.traffic.counter.Count;
import headway.traffic.server.Server;
import headway.wire.engine.Loop;
import headway.wire.h1.H1Context;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What one loop has for its streams: the streams that wait for their next use, and the sessions it has. Everything here happens on that loop. */
public final class Worker {
    private final Traffic traffic;
    private final Loop loop;
    private final H1Context h1;
    private final ArrayList<Stream> free = new ArrayList<>();
    /** All that were ever made, under way or not. */
    private final ArrayList<Stream> streams = new ArrayList<>();

    /** The first of those that speak HTTP, so that a soft stop finds the idle ones; they are linked to each other, which costs an idle one no entry. */
    private @Nullable Session sessions;

    private int running;
    private long ids;
    private boolean stopping;

    public Worker(Traffic traffic, Loop loop, H1Context h1) {
        this.traffic = traffic;
        this.loop = loop;
        this.h1 = h1;
        ids = (long) loop.index() << 48;
        traffic.joins(loop);
    }

    Traffic traffic() {
        return traffic;
    }

    public Loop loop() {
        return loop;
    }

    H1Context h1() {
        return h1;
    }

    /** For the variables of a new session; null when nothing is counted. */
    @Nullable
    VariableBudget sessionBudget() {
        var limits = traffic.variableLimits();
        return limits.isAny()
                ? new VariableBudget(
                        limits.session(), traffic.processVariables().budget())
                : null;
    }

    int index() {
        return loop.index();
    }

    long nextId() {
        return ++ids;
    }

    /** Counts the streams of all loops: a small number that no other stream has. */
    long number(long id) {
        return (id & 0xffff_ffff_ffffL) * traffic.loops() - traffic.loops() + loop.index() + 1;
    }

    /** Runs the rules that judge a connection and a session. */
    boolean admits(Session session) {
        var policy = session.frontend().policy();
        if (policy.connectionRules().isEmpty() && policy.sessionRules().isEmpty()) return true;
        var stream = stream();
        try {
            return stream.judge(session, policy.connectionRules(), Count.DENIED_CONNECTIONS)
                    && stream.judge(session, policy.sessionRules(), Count.DENIED_SESSIONS);
        } catch (RuntimeException | Error bug) {
            bug(bug);
            return false;
        } finally {
            stream.release();
        }
    }

    /** Counted and reported by the loop as any other. */
    void bug(Throwable bug) {
        if (bug instanceof Error error) {
            loop.send(() -> {
                throw error;
            });
        } else if (bug instanceof RuntimeException exception) {
            loop.send(() -> {
                throw exception;
            });
        }
    }

    /** A stream to be begun. */
    Stream stream() {
        running++;
        return free.isEmpty() ? made() : free.removeLast();
    }

    private Stream made() {
        var stream = new Stream(this);
        streams.add(stream);
        return stream;
    }

    /** Ends what is under way with a server: it went down or, being a backup, is not wanted any more. On its loop. */
    public void end(Server server, boolean isDown) {
        // An end may begin the next request, and that another stream, which is none of these.
        for (var i = streams.size() - 1; i >= 0; i--) streams.get(i).shutDown(server, isDown);
        h1.flush();
    }

    void release(Stream stream) {
        running--;
        if (!stream.isWrecked()) free.add(stream);
    }

    /** Streams under way on this loop. */
    public int running() {
        return running;
    }

    void enter(Session session) {
        var first = sessions;
        session.nextSession = first;
        if (first != null) first.previousSession = session;
        sessions = session;
    }

    void leave(Session session) {
        var before = session.previousSession;
        var after = session.nextSession;
        if (before != null) before.nextSession = after;
        else sessions = after;
        if (after != null) after.previousSession = before;
        session.previousSession = null;
        session.nextSession = null;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Soft stop: idle client connections are closed, the others after their response. */
    public void endIdle() {
        stopping = true;
        var session = sessions;
        while (session != null) {
            var after = session.nextSession;
            session.endIfIdle();
            session = after;
        }
    }
}
