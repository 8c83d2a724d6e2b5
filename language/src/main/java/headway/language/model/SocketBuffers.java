package headway.language.model;

/**
 * Socket buffer sizes in bytes ({@code tune.sndbuf.*}, {@code tune.rcvbuf.*}) and {@code tune.notsent-lowat.*}; 0 leaves it to the system.
 *
 * @param datagramSend {@code tune.sndbuf.backend}: of sockets that log messages leave by
 * @param datagramReceive {@code tune.rcvbuf.frontend}: of those that they come in by
 */
public record SocketBuffers(
        int clientSend,
        int clientReceive,
        int serverSend,
        int serverReceive,
        int clientNotSentLow,
        int serverNotSentLow,
        int datagramSend,
        int datagramReceive) {}
