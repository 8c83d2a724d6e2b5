package headway.wire.engine.socket;

/** Bytes on their way from one connection to another inside the kernel. */
public abstract class Splice {
    /** Moves what can be moved now, and tells the listener. */
    protected abstract void pump();

    /** The target takes bytes again. */
    protected abstract void roomCame();

    /** True while bytes have left the source that the target has not taken. */
    protected abstract boolean holds();

    /** One of the two connections has closed. */
    protected abstract void abandon();

    /** Ends at the next chance. */
    protected abstract void finish();
}
