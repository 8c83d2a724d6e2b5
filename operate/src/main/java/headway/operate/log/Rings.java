package headway.operate.log;

import headway.base.diagnostic.Position;
import headway.base.units.Address;
import headway.language.model.LogRing;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.LogForm;
import headway.language.model.ServerAddress;
import headway.language.model.ServerLine;
import headway.operate.log.RingForwarder.RingServer;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.ListenException;
import headway.wire.engine.Loop;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SocketOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All rings of the process: those of sections, those that lines with a stream's address bring along, and {@code buf0}. */
public final class Rings {
    private static final int SPARE_SIZE = 1 << 20;

    private final Map<String, MessageRing> byName = new LinkedHashMap<>();
    private final Map<MessageRing, List<RingServer>> servers = new LinkedHashMap<>();
    private final Map<LogTarget, MessageRing> ofTargets = new HashMap<>();
    private final int bufferSize;
    private int numbered;

    /**
     * @param bufferSize {@code tune.bufsize}: the size of rings that nobody gave one
     * @throws ListenException when the file of one cannot be had
     */
    Rings(Map<String, LogRing> sections, int bufferSize) throws ListenException {
        this.bufferSize = bufferSize;
        var spare = new LogRing(
                Position.NOWHERE,
                "buf0",
                "in-memory ring buffer",
                LogForm.TIMED,
                bufferSize,
                SPARE_SIZE,
                null,
                0,
                0,
                List.of());
        byName.put(spare.name(), new MessageRing(spare));
        for (var section : sections.values()) add(section);
    }

    private void add(LogRing section) throws ListenException {
        var ring = make(section);
        byName.put(section.name(), ring);
        var targets = section.servers().stream().flatMap(line -> server(line).stream());
        servers.put(ring, targets.toList());
    }

    private static MessageRing make(LogRing section) throws ListenException {
        var file = section.backingFile();
        if (file == null) return new MessageRing(section);
        try {
            return new MessageRing(section, new BackingFile(Path.of(file)));
        } catch (IOException e) {
            throw new ListenException(
                    "ring '" + section.name() + "' : cannot map the file '" + file + "' (" + e.getMessage() + ")");
        }
    }

    private static List<RingServer> server(ServerLine line) {
        var address =
                switch (line.address()) {
                    case ServerAddress.Literal literal -> literal.address();
                    case ServerAddress.HostName name -> name.found();
                };
        return address == null
                ? List.of()
                : List.of(new RingServer(target(address), line.logs().countsOctets()));
    }

    private static ConnectTarget target(Address address) {
        return new ConnectTarget(address, null, new SocketOptions(Map.of(SocketOption.KEEPALIVE, 1), null, null));
    }

    /** The ring of that name, null when there is none. */
    synchronized @Nullable MessageRing find(String name) {
        return byName.get(name);
    }

    /** In the order in which they came to be. */
    synchronized List<MessageRing> all() {
        return List.copyOf(byName.values());
    }

    /** Messages that a server which was not there has missed. */
    public long overwritten() {
        return all().stream().mapToLong(MessageRing::overwritten).sum();
    }

    /** True when there is a ring of that name. */
    public synchronized boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The list of {@code show events}, with the two descriptors that are always there. */
    public synchronized String described() {
        var text = new StringBuilder();
        text.append(row("stdout", "fd", 0, "standard output (fd#1)"));
        text.append(row("stderr", "fd", 0, "standard output (fd#2)"));
        byName.forEach((name, ring) ->
                text.append(row(name, "buffer", ring.dropped(), ring.model().description())));
        return text.toString();
    }

    private static String row(String name, String type, long dropped, String description) {
        return "    %-10s : type=%s, %d dropped, %s%n".formatted(name, type, dropped, description);
    }

    /**
     * Looks on at the ring of that name, which there is.
     *
     * @param end what is put behind each message
     * @param wake called when there is a message for who has found none; any thread
     */
    public synchronized RingTail tail(String name, String end, Runnable wake) {
        var ring = byName.get(name);
        if (ring == null) throw new IllegalArgumentException("no ring " + name);
        return new RingTail(ring, end, wake);
    }

    /** The ring in front of the stream that this line names. */
    synchronized MessageRing of(LogTarget target, Address address, LogForm form) {
        return ofTargets.computeIfAbsent(target, wanted -> {
            var at = wanted.position();
            var words = "created from logserver declared into '" + at.file() + "' at line " + at.line();
            return numbered(at, words, form, bufferSize, new RingServer(target(address), false));
        });
    }

    /** The ring in front of a server of a log backend. */
    synchronized MessageRing of(ServerLine line, String backend, ConnectTarget target) {
        var size = line.logs().bufferSize() == 0 ? bufferSize : line.logs().bufferSize();
        var words = "created from log server '" + backend + "/" + line.name() + "'";
        var server = new RingServer(target, line.logs().countsOctets());
        return numbered(line.position(), words, LogForm.RAW, size, server);
    }

    private MessageRing numbered(Position at, String words, LogForm form, int size, RingServer server) {
        var name = "ring#" + ++numbered;
        var ring = new MessageRing(new LogRing(at, name, words, form, size, size, null, 0, 0, List.of()));
        byName.put(name, ring);
        servers.put(ring, List.of(server));
        return ring;
    }

    /** Begins to send to all servers, each on one of the loops. */
    void start(List<Loop> loops) {
        var next = 0;
        for (var entry : servers.entrySet())
            for (var server : entry.getValue())
                new RingForwarder(entry.getKey(), server, loops.get(next++ % loops.size())).start();
    }
}
