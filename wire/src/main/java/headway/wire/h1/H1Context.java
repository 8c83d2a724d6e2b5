package headway.wire.h1;

import headway.base.memory.Buffer;
import headway.wire.engine.Loop;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What the HTTP/1 connections of one loop share: readers and heads for messages under way, and the place where outgoing bytes are collected. */
public final class H1Context {
    private final Loop loop;
    private final H1Context[] all;
    private final ArrayList<H1Incoming> free = new ArrayList<>();
    private final Buffer staging;
    private @Nullable H1Exchange staged;

    /**
     * Makes the context of a loop.
     *
     * @param all the contexts of all loops by {@link Loop#index}; this one puts itself in
     */
    public H1Context(Loop loop, int bufferSize, H1Context[] all) {
        this.loop = loop;
        this.all = all;
        all[loop.index()] = this;
        // A head of a full buffer grows by edits and framing; twice the buffer holds it with room for a small body.
        this.staging = loop.buffers().take(Math.max(1 << 16, bufferSize * 2));
    }

    Loop loop() {
        return loop;
    }

    /** The context of another loop, for a connection that moves there. */
    H1Context of(Loop other) {
        return all[other.index()];
    }

    H1Incoming take(H1Settings settings) {
        var incoming = free.isEmpty() ? new H1Incoming() : free.removeLast();
        incoming.settings(settings);
        return incoming;
    }

    void release(H1Incoming incoming) {
        incoming.clear();
        free.add(incoming);
    }

    /** The collecting buffer for what this exchange sends next; what another one has collected is sent first. */
    Buffer staging(H1Exchange owner) {
        if (staged != owner) {
            flush();
            staged = owner;
        }
        return staging;
    }

    boolean isStaged(H1Exchange owner) {
        return staged == owner;
    }

    /** Forgets what this exchange has collected: its connection is gone. */
    void drop(H1Exchange owner) {
        if (staged != owner) return;
        staging.clear();
        staged = null;
    }

    /** Sends what has been collected. */
    public void flush() {
        var owner = staged;
        if (owner == null) return;
        staged = null;
        var length = staging.length();
        if (length > 0) {
            owner.connection().write(staging.at(), length);
            staging.clear();
        }
        owner.flushed();
    }

    /** Sends what has been collected and a range behind it with one system call. */
    void flush(H1Exchange owner, int at, int length) {
        assert staged == owner;
        owner.connection().write(staging.at(), staging.length(), at, length);
        staging.clear();
    }

    /** When the loop ends. */
    public void close() {
        staging.release();
    }
}
