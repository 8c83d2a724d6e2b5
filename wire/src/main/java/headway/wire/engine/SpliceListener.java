package headway.wire.engine;

/** Who is told how a splice goes on. */
public interface SpliceListener {
    /** So many more bytes have reached the target: activity for timeouts and counters. */
    void moved(Connection from, Connection to, long bytes);

    /** The limit was reached, or {@code stopSplice} was asked for: {@code bytes} is called again for what follows. */
    void spliceDone(Connection from, Connection to);

    /** The source sent FIN; everything before it has reached the target. */
    void sourceEnded(Connection from, Connection to);
}
