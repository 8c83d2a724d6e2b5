package headway.operate.log;

import headway.base.units.Address;
import headway.language.model.GlobalLogging;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.Sink;
import headway.language.model.Proxy;
import headway.language.rule.ProxyFormats;
import headway.operate.system.HostName;
import headway.traffic.account.StreamObserver;
import headway.traffic.counter.ProcessTally;
import headway.traffic.server.OperatorLog;
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

    private final GlobalLogging global;
    private final ProcessTally tally;
    private final Engine engine;
    private final Console console;
    private final long process = ProcessHandle.current().pid();
    private final List<Loop> loops;
    private final LogDesk[] desks;
    /** For threads that are no loops, under its own lock. */
    private final LogDesk shared;

    private final Map<Output, LogOutput> outputs = new HashMap<>();

    /** What tells two outputs apart: a loop (or {@link #desks}' number for the others), a line and a tag. */
    private record Output(int desk, LogTarget target, String tag) {}

    public Logs(GlobalLogging global, ProcessTally tally, List<Loop> loops, Engine engine, Console console) {
        this.global = global;
        this.tally = tally;
        this.engine = engine;
        this.console = console;
        var zone = ZoneId.systemDefault();
        this.loops = loops;
        desks = new LogDesk[loops.size()];
        for (var i = 0; i < desks.length; i++) desks[i] = new LogDesk(zone);
        shared = new LogDesk(zone);
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

    /** Messages that no receiver took. */
    public synchronized long dropped() {
        return outputs.values().stream().mapToLong(LogOutput::dropped).sum();
    }

    /** After the loops have ended. */
    @Override
    public synchronized void close() {
        outputs.values().forEach(LogOutput::close);
    }

    private synchronized List<LogOutput> outputs(int desk, Proxy proxy) throws ListenException {
        var tag = proxy.logging().tag();
        if (tag == null) tag = global.tag();
        var found = new ArrayList<LogOutput>();
        for (var target : proxy.logging().targets())
            found.add(output(new Output(desk, target, tag == null ? PROGRAM : tag)));
        return List.copyOf(found);
    }

    private LogOutput output(Output wanted) throws ListenException {
        var known = outputs.get(wanted);
        if (known != null) return known;
        var target = wanted.target();
        var header = new SyslogHeader(target.form(), target.facility(), hostName(), wanted.tag(), process);
        var sender = sender(target.sink());
        if (wanted.desk() < desks.length) sender.collect(loops.get(wanted.desk()));
        var output = new LogOutput(target, header, sender);
        outputs.put(wanted, output);
        return output;
    }

    private DatagramSender sender(Sink sink) throws ListenException {
        return switch (sink) {
            case Sink.Udp(var address) -> engine.datagrams(address);
            case Sink.Unix(var path) -> engine.datagrams(new Address.Unix(path));
            case Sink.Descriptor(var number) -> engine.output(number);
        };
    }

    private String hostName() {
        var name = global.hostName();
        if (name == null) return "";
        return name.isEmpty() ? HostName.text() : name;
    }
}
