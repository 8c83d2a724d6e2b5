package headway.traffic.stream;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.http.Head;
import headway.language.sample.Direction;
import headway.language.sample.Endpoint;
import headway.language.sample.Figure;
import headway.language.sample.Handling;
import headway.language.sample.Label;
import headway.language.sample.NoVariables;
import headway.language.sample.Sample;
import headway.language.sample.Scratch;
import headway.language.sample.StreamVariables;
import headway.language.sample.Text;
import headway.language.sample.VariableBudget;
import headway.language.sample.VariableLimits;
import headway.language.sample.VariableScope;
import headway.language.sample.Variables;
import headway.traffic.account.Account;
import headway.traffic.account.StreamFacts;
import headway.traffic.counter.Count;
import org.jspecify.annotations.Nullable;

/** What rules see of a stream. */
final class StreamScope implements StreamFacts {
    private final Stream stream;
    private final Scratch scratch;
    private final StreamFigures figures;
    private final StreamLabels labels;
    final Layers layers;
    private final StreamVariables transaction;
    private final StreamVariables request;
    private final StreamVariables response;
    /** While {@code tcp-request content} rules may still wait for data. */
    boolean isFinal = true;

    StreamScope(Stream stream, Buffers buffers) {
        this.stream = stream;
        scratch = new Scratch(buffers);
        figures = new StreamFigures(stream);
        labels = new StreamLabels(stream);
        layers = new Layers(stream);
        var limits = stream.worker.traffic().variableLimits();
        var counted = limits.isAny() ? new VariableBudget(limits.transaction(), null) : null;
        transaction = new StreamVariables(buffers, counted);
        request = new StreamVariables(buffers, exchange(limits, counted));
        response = new StreamVariables(buffers, exchange(limits, counted));
    }

    private static @Nullable VariableBudget exchange(VariableLimits limits, @Nullable VariableBudget transaction) {
        return transaction == null ? null : new VariableBudget(limits.exchange(), transaction);
    }

    /** A stream of that session begins: what its variables take counts there too. */
    void begin(Session session) {
        var counted = transaction.budget();
        if (counted != null) counted.outer(session.variables().budget());
    }

    /** The stream has ended. */
    void clear() {
        transaction.clear();
        request.clear();
        response.clear();
        scratch.release();
        isFinal = true;
    }

    /** The request has been sent: its variables end with it. */
    void requestOver() {
        request.clear();
    }

    @Override
    public Account account() {
        return stream.account;
    }

    @Override
    public boolean uniqueId(Sample out) {
        return stream.front().uniqueId().make(stream)
                && out.text(stream.account.uniqueIdAt, stream.account.uniqueIdLength);
    }

    @Override
    public long linesWritten() {
        return stream.session().frontend().tally().sum(Count.LOG_LINES);
    }

    @Override
    public void refresh() {
        stream.ending.refresh();
    }

    @Override
    public @Nullable Head request() {
        return stream.requestHead;
    }

    @Override
    public @Nullable Head response() {
        // A response in whose place a rule has put another is gone, and there is nothing left to ask of it.
        var head = stream.responseHead;
        return head == null || head.status() == 0 ? null : head;
    }

    @Override
    public @Nullable Address source() {
        return stream.handling.source();
    }

    @Override
    public @Nullable Address destination() {
        return stream.handling.destination();
    }

    @Override
    public boolean isProxied() {
        var request = stream.requestHead;
        if (request == null || !stream.front().usesProxyHeader() || request.targetLength() == 0) return false;
        var first = Slab.byteAt(request.targetAt());
        return first != '/' && first != '*';
    }

    @Override
    public boolean isFirstRequest() {
        return stream.session().requests() == 1;
    }

    @Override
    public Text frontend() {
        return stream.front().nameText();
    }

    @Override
    public @Nullable Text backend() {
        var back = stream.back();
        return back == null ? null : back.policy().nameText();
    }

    @Override
    public @Nullable Text server() {
        return stream.upstream.seat.serverName();
    }

    @Override
    public long streamId() {
        return stream.id;
    }

    @Override
    public Scratch scratch() {
        return scratch;
    }

    @Override
    public Variables variables(VariableScope scope) {
        return switch (scope) {
            case PROCESS -> stream.worker.traffic().processVariables();
            case SESSION -> stream.session().variables();
            case TRANSACTION -> transaction;
            case REQUEST -> request;
            case RESPONSE -> response;
            case CHECK -> NoVariables.NONE;
        };
    }

    @Override
    public long nanos() {
        return stream.worker.loop().nanos();
    }

    @Override
    public long wallMillis() {
        return stream.worker.loop().wallMillis();
    }

    @Override
    public int contentAt(Direction direction) {
        return stream.content(direction).at();
    }

    @Override
    public int contentLength(Direction direction) {
        return stream.content(direction).length();
    }

    @Override
    public boolean readsMessages() {
        return stream.isHttp;
    }

    @Override
    public boolean contentEnded(Direction direction) {
        return stream.content(direction).isEnded();
    }

    @Override
    public boolean isFinal() {
        return isFinal;
    }

    @Override
    public Handling handling() {
        return stream.handling;
    }

    @Override
    public boolean waitForBody(Direction direction, long atLeast, long untilNanos) {
        return stream.content(direction).waitFor(atLeast);
    }

    @Override
    public long figure(Figure figure) {
        return figures.of(figure);
    }

    @Override
    public boolean label(Label label, Sample out) {
        return labels.read(label, out);
    }

    @Override
    public boolean layers(Direction from, int wanted, Sample out) {
        return from == Direction.REQUEST ? layers.ofClient(wanted, out) : stream.upstream.carrier.layers(wanted, out);
    }

    @Override
    public @Nullable Address address(Endpoint end) {
        var server = stream.upstream.carrier;
        return switch (end) {
            case CLIENT -> stream.session().source();
            case CLIENT_SIDE -> stream.session().destination();
            case SERVER_SIDE -> server.local();
            case SERVER -> server.remote();
        };
    }

    @Override
    public boolean isLocal(Address address) {
        return stream.worker.loop().isLocal(address);
    }
}
