package headway.operate.log;

import headway.base.units.Address;
import headway.language.model.Configuration;
import headway.language.model.GlobalLogging;
import headway.language.model.LogForward;
import headway.language.model.LogProfile;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.LogForm;
import headway.language.model.LogTarget.Sink;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.rule.ProxyFormats;
import headway.language.sample.EventSinks;
import headway.operate.system.HostName;
import headway.traffic.account.StreamObserver;
import headway.traffic.counter.ProcessTally;
import headway.traffic.server.OperatorLog;
import headway.traffic.server.ServerGroup;
import headway.wire.engine.DatagramSender;
import headway.wire.engine.Engine;
import headway.wire.engine.ListenException;
import headway.wire.engine.Loop;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All {@code log} lines of a configuration at work: gives each frontend its observer and each proxy its operator's log. */
public final class Logs implements AutoCloseable {
    private static final String PROGRAM = "haproxy";

    private final Configuration configuration;
    private final GlobalLogging global;
    private final ProcessTally tally;
    private final Engine engine;
    private final int sendBuffer;
    private final Console console;
    private final long process = ProcessHandle.current().pid();
    private final List<Loop> loops;
    private final LogDesk[] desks;
    /** For threads that are no loops, under its own lock. */
    private final LogDesk shared;

    private final Rings rings;
    private final Map<String, LogBackend> backends = new HashMap<>();
    private final Map<Output, LogOutput> outputs = new HashMap<>();
    private final Map<Owned, Sampler> samplers = new HashMap<>();
    private final List<RelayOutput> relays = new ArrayList<>();
    /** What no {@code log} line names: the terminal, and what expressions write to. */
    private final List<Outlet> others = new ArrayList<>();

    /** What tells two outputs apart: a loop (or {@link #desks}' number for the others), a line of a section, and a tag. */
    private record Output(int desk, Owned line, String tag) {}

    /** A line as one section has it: what comes by {@code log global} is counted for each on its own. */
    private record Owned(String section, LogTarget target) {}

    /**
     * @param hashes of backends with {@code balance log-hash}, by their names
     * @throws ListenException when the file of a ring cannot be had
     */
    public Logs(
            Configuration configuration,
            Map<String, LogHash> hashes,
            ProcessTally tally,
            List<Loop> loops,
            Engine engine,
            Console console)
            throws ListenException {
        this.configuration = configuration;
        this.global = configuration.global().logging();
        this.tally = tally;
        this.loops = loops;
        this.engine = engine;
        sendBuffer = configuration.global().socketBuffers().datagramSend();
        this.console = console;
        var zone = ZoneId.systemDefault();
        desks = new LogDesk[loops.size()];
        for (var i = 0; i < desks.length; i++) desks[i] = new LogDesk(zone);
        shared = new LogDesk(zone);
        rings = new Rings(
                configuration.logs().rings(), configuration.global().tuning().bufferSize());
        for (var proxy : configuration.proxies())
            if (proxy.mode() == Mode.LOG && !proxy.disabled())
                backends.put(proxy.name(), new LogBackend(proxy, hashes.get(proxy.name()), rings, this::sender));
    }

    /** The servers of a backend in {@code mode log}; before the loops start. */
    public void backend(Proxy proxy, ServerGroup servers) throws ListenException {
        var backend = backends.get(proxy.name());
        if (backend != null) backend.begin(servers);
    }

    /**
     * Who writes the lines of this frontend's streams; null when it has no {@code log} line. Before the loops start.
     *
     * @throws ListenException when a socket for it cannot be had
     */
    public @Nullable StreamObserver frontend(Proxy proxy, ProxyFormats formats) throws ListenException {
        if (proxy.logging().targets().isEmpty()) return null;
        var perLoop = new ArrayList<List<LogOutput>>();
        for (var loop = 0; loop < desks.length; loop++) perLoop.add(outputs(loop, proxy));
        return new FrontendLog(proxy, formats, desks, perLoop, tally);
    }

    /** Where this proxy tells its operator what happens to it. */
    public OperatorLog operator(Proxy proxy) throws ListenException {
        return new ProxyLog(shared, outputs(desks.length, proxy), console);
    }

    /**
     * What takes in the messages of a {@code log-forward} section, for each loop. Before the loops start.
     *
     * @throws ListenException when a socket for it cannot be had
     */
    public synchronized List<LogRelay> relays(LogForward section) throws ListenException {
        var made = new ArrayList<LogRelay>();
        for (var loop = 0; loop < desks.length; loop++) {
            var clock = LogRelay.clock();
            var relayed = new ArrayList<RelayOutput>();
            for (var target : section.targets()) relayed.add(relayOutput(section, target, clock, loops.get(loop)));
            relays.addAll(relayed);
            made.add(new LogRelay(section, relayed, clock, tally, loop));
        }
        return List.copyOf(made);
    }

    private RelayOutput relayOutput(LogForward section, LogTarget target, LogClock clock, Loop loop)
            throws ListenException {
        var isRings = target.sink() instanceof Sink.Ring;
        var header = new RelayHeader(isRings ? form(target) : target.form(), target.facility(), section.host());
        // Sections of this kind and proxies may share a name.
        var line = new Owned("log-forward " + section.name(), target);
        return new RelayOutput(target, header, outlet(target, clock, loop), sampler(line));
    }

    /**
     * Where expressions write lines to: {@code stdout}, {@code stderr} or a ring.
     *
     * @throws ListenException when the descriptor cannot be had
     */
    public synchronized EventSinks.Sink events(String name) throws ListenException {
        var ring = rings.find(name);
        var form = ring == null ? LogForm.RAW : ring.model().form();
        var header = new SyslogHeader(form, 0, hostName(), programTag(), process);
        var clock = new LogClock(ZoneId.systemDefault());
        var outlet = ring == null
                ? datagrams(engine.output(name.equals("stdout") ? 1 : 2), null, LogMessage.LONGEST)
                : new RingOutlet(ring, LogMessage.LONGEST, header, clock);
        others.add(outlet);
        return new EventLines(header, outlet, clock);
    }

    /**
     * Standard error, for who must not wait.
     *
     * @throws ListenException when it cannot be had
     */
    public synchronized Console.Terminal terminal() throws ListenException {
        var outlet = datagrams(engine.output(2), null, TerminalLines.LONGEST);
        others.add(outlet);
        return new TerminalLines(outlet);
    }

    /** What keeps messages in memory. */
    public Rings rings() {
        return rings;
    }

    /** Begins to send what is in rings to their servers. */
    public void start() {
        rings.start(loops);
    }

    /** Messages that no receiver took. */
    public synchronized long dropped() {
        return outputs.values().stream().mapToLong(LogOutput::dropped).sum()
                + relays.stream().mapToLong(RelayOutput::dropped).sum()
                + others.stream().mapToLong(Outlet::dropped).sum();
    }

    /** After the loops have ended. */
    @Override
    public synchronized void close() {
        outputs.values().forEach(LogOutput::close);
        relays.forEach(RelayOutput::close);
        others.forEach(Outlet::close);
    }

    private synchronized List<LogOutput> outputs(int desk, Proxy proxy) throws ListenException {
        var tag = proxy.logging().tag() == null ? programTag() : proxy.logging().tag();
        var found = new ArrayList<LogOutput>();
        for (var target : proxy.logging().targets()) {
            var profile = profile(target);
            var own = profile == null || profile.tag() == null ? tag : profile.tag();
            found.add(output(new Output(desk, new Owned(proxy.name(), target), own)));
        }
        return List.copyOf(found);
    }

    private String programTag() {
        var tag = global.tag();
        return tag == null ? PROGRAM : tag;
    }

    private @Nullable LogProfile profile(LogTarget target) {
        var name = target.profile();
        return name == null ? null : configuration.logs().profiles().get(name);
    }

    private LogOutput output(Output wanted) throws ListenException {
        var known = outputs.get(wanted);
        if (known != null) return known;
        var target = wanted.line().target();
        var isOfLoop = wanted.desk() < desks.length;
        var clock = (isOfLoop ? desks[wanted.desk()] : shared).clock();
        var outlet = outlet(target, clock, isOfLoop ? loops.get(wanted.desk()) : null);
        var output = new LogOutput(target, header(target, wanted.tag()), outlet, sampler(wanted.line()));
        outputs.put(wanted, output);
        return output;
    }

    private @Nullable Sampler sampler(Owned line) {
        var sampling = line.target().sampling();
        return sampling == null ? null : samplers.computeIfAbsent(line, _ -> new Sampler(sampling));
    }

    private SyslogHeader header(LogTarget target, String tag) {
        return new SyslogHeader(form(target), target.facility(), hostName(), tag, process);
    }

    /** In a section {@code ring} it is the ring's matter. */
    private LogForm form(LogTarget target) {
        if (target.sink() instanceof Sink.Ring(var name)) {
            var ring = rings.find(name);
            if (ring != null) return ring.model().form();
        }
        var form = target.form();
        return form == null ? LogForm.LOCAL : form;
    }

    private Outlet outlet(LogTarget target, LogClock clock, @Nullable Loop loop) throws ListenException {
        var longest = target.maximumLength();
        return switch (target.sink()) {
            case Sink.Udp(var address) -> datagrams(sender(address), loop, longest);
            case Sink.Unix(var path) -> datagrams(sender(new Address.Unix(path)), loop, longest);
            case Sink.Abstract(var name) -> datagrams(sender(new Address.Abstract(name)), loop, longest);
            // As watched: here the line feed counts.
            case Sink.Descriptor(var number) -> datagrams(engine.output(number), loop, longest - 1);
            case Sink.Ring(var name) -> intoRing(rings.find(name), target, clock);
            case Sink.Stream(var address) -> intoRing(rings.of(target, address, form(target)), target, clock);
            case Sink.Backend(var name) -> {
                var backend = backends.get(name);
                if (backend == null) throw new ListenException("backend '" + name + "' is disabled");
                yield backend.outlet(longest, header(target, programTag()), clock, loop);
            }
        };
    }

    private DatagramSender sender(Address address) throws ListenException {
        return engine.datagrams(address, sendBuffer);
    }

    /**
     * @param loop whose messages may be collected; null for threads that are no loops
     */
    static Outlet datagrams(DatagramSender sender, @Nullable Loop loop, int longest) {
        if (loop != null) sender.collect(loop);
        return new Outlet.Datagrams(sender, longest);
    }

    private Outlet intoRing(@Nullable MessageRing ring, LogTarget target, LogClock clock) {
        if (ring == null) throw new IllegalArgumentException("a ring that resolving did not find: " + target);
        return new RingOutlet(ring, target.maximumLength(), header(target, programTag()), clock);
    }

    private String hostName() {
        var name = global.hostName();
        if (name == null) return "";
        return name.isEmpty() ? HostName.text() : name;
    }
}
