package headway.language.model;

/** Socket buffer sizes in bytes ({@code tune.sndbuf.*}, {@code tune.rcvbuf.*}) and {@code tune.notsent-lowat.*}; 0 leaves it to the system. */
public record SocketBuffers(
        int clientSend,
        int clientReceive,
        int serverSend,
        int serverReceive,
        int clientNotSentLow,
        int serverNotSentLow) {}
