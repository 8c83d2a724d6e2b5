package headway.traffic.check;

import headway.traffic.server.CheckStatus;
import headway.traffic.server.Server;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.Loop;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.Timer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The checks of one server, one after the other on one loop: connect, perhaps ask, judge, wait. */
final class HealthCheck extends Timer implements ConnectionHandler {
    private static final long MILLI = 1_000_000;

    private final Server server;
    private final Settings settings;
    private final Loop loop;
    private final Verdicts verdicts;
    private final RandomGenerator random;
    private @Nullable Connection connection;
    private boolean established;
    private long begunNanos;

    HealthCheck(Server server, Settings settings, Loop loop, RandomGenerator random) {
        this.server = server;
        this.settings = settings;
        this.loop = loop;
        this.random = random;
        verdicts = new Verdicts(server, settings.logs());
    }

    /** On its loop. */
    void start(long delayNanos) {
        loop.arm(this, loop.nanos() + delayNanos);
    }

    /** On its loop: the end. */
    void stop() {
        loop.disarm(this);
        drop();
    }

    /** The time for a check has come. */
    @Override
    protected void expired() {
        var target = CheckTargets.of(server, settings.check());
        if (server.check().paused() || target == null) rest();
        else begin(target);
    }

    private void begin(ConnectTarget target) {
        begunNanos = loop.nanos();
        established = false;
        verdicts.begin();
        connection = loop.connect(target, this);
        if (connection == null) judge(new Finding(CheckStatus.SOCKET_ERROR, 0, words(loop.connectFailure())));
        else connection.deadline(begunNanos + settings.connectLimit());
    }

    @Override
    public void connected(Connection to) {
        established = true;
        var probe = settings.probe();
        if (probe == null) {
            judge(Finding.of(CheckStatus.L4_OK));
            return;
        }
        to.deadline(loop.nanos() + Math.max(MILLI, settings.answerLimit(loop.nanos() - begunNanos)));
        to.write(probe.at(), probe.length());
    }

    @Override
    public int bytes(Connection from, int at, int length, boolean full) {
        var probe = settings.probe();
        if (probe == null) return length;
        var finding = probe.read(at, length);
        if (finding == null && !full) return 0;
        judge(finding == null ? Finding.of(CheckStatus.L7_RESPONSE) : finding);
        return 0;
    }

    @Override
    public void room(Connection to) {
        // The request is small and goes out at once; nothing waits for this.
    }

    @Override
    public void ended(Connection from) {
        judge(Finding.of(settings.probe() == null ? CheckStatus.L4_OK : CheckStatus.L7_RESPONSE));
    }

    @Override
    public void failed(Connection from, NetworkFailure failure) {
        connection = null;
        var timeout = failure == NetworkFailure.TIMED_OUT;
        if (established) judge(new Finding(CheckStatus.L7_RESPONSE, 0, words(failure)));
        else
            judge(new Finding(
                    timeout ? CheckStatus.L4_TIMEOUT : CheckStatus.L4_CONNECTION, 0, timeout ? "" : words(failure)));
    }

    @Override
    public void expired(Connection late) {
        judge(Finding.of(established ? CheckStatus.L7_TIMEOUT : CheckStatus.L4_TIMEOUT));
    }

    private void judge(Finding finding) {
        drop();
        verdicts.judge(finding, (loop.nanos() - begunNanos) / MILLI);
        rest();
    }

    /** With RST, as HAProxy does: a check leaves nothing in TIME-WAIT. */
    private void drop() {
        var open = connection;
        connection = null;
        if (open != null && !open.isClosed()) open.reset();
    }

    private void rest() {
        var report = server.check();
        var well = report.health() == report.rise() + report.fall() - 1;
        var interval = settings.interval(well, report.health() == 0);
        var spread = settings.spreadPercent();
        if (spread > 0) interval += interval * random.nextInt(-spread, spread + 1) / 100;
        loop.arm(this, loop.nanos() + interval);
    }

    /** The kernel's words, which HAProxy puts after "info". */
    private static String words(NetworkFailure failure) {
        return switch (failure) {
            case REFUSED -> "Connection refused";
            case RESET -> "Connection reset by peer";
            case UNREACHABLE -> "No route to host";
            case TIMED_OUT -> "Connection timed out";
            case NO_DESCRIPTORS -> "Too many open files";
            case NO_SYSTEM_DESCRIPTORS -> "Too many open files in system";
            case NO_LOCAL_PORT -> "Cannot assign requested address";
            case NO_MEMORY -> "Cannot allocate memory";
            case DENIED -> "Permission denied";
            case OTHER, BUG -> "Connection error";
        };
    }
}
