package headway.wire.engine;

/** What the kernel measures of a TCP connection ({@code TCP_INFO}). */
public enum TcpFigure {
    ROUND_TRIP_MICROS,
    ROUND_TRIP_VARIANCE_MICROS,
    UNACKED,
    SACKED,
    LOST,
    RETRANSMITTED,
    FORWARD_ACKED,
    REORDERING
}
