package headway.traffic.action;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.http.BodyFraming;
import headway.http.Head;
import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.Direction;
import headway.language.sample.Endpoint;
import headway.language.sample.Figure;
import headway.language.sample.Handling;
import headway.language.sample.Label;
import headway.language.sample.MethodNames;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.ProcessVariables;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scratch;
import headway.language.sample.StreamVariables;
import headway.language.sample.Text;
import headway.language.sample.VariableNames;
import headway.language.sample.VariableScope;
import headway.language.sample.Variables;
import headway.traffic.account.Account;
import headway.traffic.account.StreamFacts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stream as far as rules see one, made of lines: {@code GET /a HTTP/1.1}, {@code HTTP/1.1 200 OK}, {@code name: value} of the message before it (of a request
 * at first), and facts such as {@code src=10.0.0.1}, {@code body=abc} (complete), {@code part=abc} (more may come), {@code content=abc} (TCP), {@code txn.a=x}.
 * Lines such as {@code map virt@m key value} and {@code list virt@l pattern} are {@link Rules#lists}' matter.
 */
final class ExampleScope implements StreamFacts {
    private static final VariableScope[] SCOPES = VariableScope.values();

    final VariableNames names;
    boolean isFinal = true;
    long nanos = 1_000_000_000L;
    /** All scopes of a run of the tests share a supply: a new one costs a chunk of the slab. */
    static final Buffers BUFFERS = new Buffers();

    private final Buffers buffers = BUFFERS;
    private final Scratch scratch = new Scratch(buffers);
    private final Map<VariableScope, Variables> variables = new EnumMap<>(VariableScope.class);
    private final Map<String, String> facts = new HashMap<>();
    private final Text[] content = {Text.of(""), Text.of("")};
    private final boolean[] ended = {true, true};
    final ExampleHandling handling = new ExampleHandling();
    private final ExampleFacts known;
    private final Account account = new Account(this);
    private @Nullable Head request;
    private @Nullable Head response;
    private @Nullable Address source;
    private @Nullable Address destination;
    private int targetAt;
    private int targetLength;

    ExampleScope(String given, VariableNames names) throws BindException {
        this.names = names;
        account.next();
        for (var scope : VariableScope.values()) {
            variables.put(
                    scope, scope == VariableScope.PROCESS ? new ProcessVariables(null) : new StreamVariables(buffers));
        }
        var head = request = requestLine("GET / HTTP/1.1");
        var firstLine = "GET / HTTP/1.1";
        for (var line : given.split("\n")) {
            if (line.isEmpty() || line.startsWith("map ") || line.startsWith("list ")) continue;
            if (line.matches(".* HTTP/\\d\\.\\d") && !line.startsWith("HTTP/")) firstLine = line;
            if (line.startsWith("HTTP/")) {
                head = response = responseLine(line);
                account.responseHeadNanos = 1;
            } else if (line.matches(".* HTTP/\\d\\.\\d")) head = request = requestLine(line);
            else if (line.matches("[A-Za-z-]+: .*")) field(head, line);
            else fact(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        known = new ExampleFacts(facts);
        known.label(Label.REQUEST_LINE, firstLine);
        keepRequestLine(given);
        source = address("src", 40000);
        destination = address("dst", 80);
        targetAt = request == null ? 0 : request.targetAt();
        targetLength = request == null ? 0 : request.targetLength();
    }

    private void keepRequestLine(String given) {
        for (var line : given.split("\n")) {
            if (!line.matches("[A-Z]+ .* HTTP/\\d\\.\\d")) continue;
            account.requestLineAt = Text.of(line).at();
            account.requestLineLength = line.length();
        }
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public boolean uniqueId(Sample out) {
        return account.uniqueIdLength > 0 && out.text(account.uniqueIdAt, account.uniqueIdLength);
    }

    @Override
    public long linesWritten() {
        return account.lines;
    }

    private static Head requestLine(String line) {
        var words = line.split(" ");
        var head = new Head();
        var method = Text.of(words[0]);
        head.request(MethodNames.id(method.at(), method.length()), method.at(), method.length());
        var target = Text.of(words[1]);
        head.target(target.at(), target.length());
        head.version(Integer.parseInt(words[2].substring(5).replace(".", "")));
        return head;
    }

    private static Head responseLine(String line) {
        var head = new Head();
        var reason = Text.of(line.substring(13));
        head.version(11);
        head.response(Integer.parseInt(line.substring(9, 12)), reason.at(), reason.length());
        return head;
    }

    private static void field(Head head, String line) {
        var colon = line.indexOf(": ");
        var name = FieldRef.of(line.substring(0, colon));
        var value = Text.of(line.substring(colon + 2));
        head.add(name.id(), name.at(), name.length(), value.at(), value.length());
        if (line.startsWith("content-length: ")) head.framing(BodyFraming.LENGTH, Long.parseLong(line.substring(16)));
    }

    private void fact(String name, String value) throws BindException {
        switch (name) {
            case "body" -> content(Direction.REQUEST, value, true);
            case "part" -> content(Direction.REQUEST, value, false);
            case "response-body" -> content(Direction.RESPONSE, value, true);
            case "response-part" -> content(Direction.RESPONSE, value, false);
            case "capture" -> capture(Direction.REQUEST, 0, value);
            case "response-capture" -> capture(Direction.RESPONSE, 1, value);
            case "unique-id" -> {
                account.uniqueIdAt = Text.of(value).at();
                account.uniqueIdLength = value.length();
            }
            case "content" -> {
                request = null;
                content(Direction.REQUEST, value.replace("\\r\\n", "\r\n"), true);
            }
            case "content-hex" -> bytes(Direction.REQUEST, HexFormat.of().parseHex(value));
            case "hello" -> bytes(Direction.REQUEST, ExampleHello.client());
            case "response-hello" -> bytes(Direction.RESPONSE, ExampleHello.server());
            default -> {
                if (name.indexOf('.') > 0) variable(name, value);
                else facts.put(name, value);
            }
        }
    }

    private void capture(Direction direction, int slot, String value) {
        handling.captures().write(direction, slot, Text.of(value).at(), value.length());
    }

    void content(Direction direction, String bytes, boolean complete) {
        content[direction.ordinal()] = Text.of(bytes);
        ended[direction.ordinal()] = complete;
    }

    /** What has come on a TCP connection. */
    void bytes(Direction direction, byte[] bytes) {
        request = null;
        content[direction.ordinal()] = Text.of(bytes);
        ended[direction.ordinal()] = true;
    }

    /** What has come so far on a TCP connection. */
    void part(byte[] bytes) {
        bytes(Direction.REQUEST, bytes);
        ended[Direction.REQUEST.ordinal()] = false;
    }

    private void variable(String name, String value) throws BindException {
        var ref = VariableRef.of(name, names);
        var sample = new Sample();
        var text = Text.of(value);
        sample.text(text);
        variables(ref.scope()).write(ref.slot(), sample);
    }

    /** As at the end of a stream; the target is the first one again. */
    void reset() {
        for (var scope : SCOPES) if (variables.get(scope) instanceof StreamVariables own) own.clear();
        scratch.release();
        var head = request;
        if (head != null) head.target(targetAt, targetLength);
    }

    /** A variable as text, or an empty text. */
    String variable(String name) throws BindException {
        var ref = VariableRef.of(name, names);
        var sample = new Sample();
        if (!variables(ref.scope()).read(ref.slot(), this, sample)) return "";
        if (sample.type != SampleType.STR) Casts.toText(this, sample);
        return Slab.text(sample.at, sample.length);
    }

    @Override
    public @Nullable Head request() {
        return request;
    }

    @Override
    public @Nullable Head response() {
        return response;
    }

    @Override
    public @Nullable Address source() {
        return handling.source == null ? source : handling.source;
    }

    @Override
    public @Nullable Address destination() {
        return handling.destination == null ? destination : handling.destination;
    }

    private @Nullable Address address(String fact, int port) {
        var text = facts.get(fact);
        if (text == null) return null;
        var sample = new Sample();
        var v4 = Addresses.v4(text);
        if (v4 >= 0) return new Address.Inet(bytes(v4, 4), port);
        if (!Addresses.v6(text, sample)) throw new IllegalArgumentException(text);
        var all = new byte[16];
        System.arraycopy(bytes(sample.high, 8), 0, all, 0, 8);
        System.arraycopy(bytes(sample.low, 8), 0, all, 8, 8);
        return new Address.Inet(all, port);
    }

    private static byte[] bytes(long number, int count) {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = (byte) (number >>> 8 * (count - 1 - i));
        return bytes;
    }

    @Override
    public boolean isProxied() {
        return facts.containsKey("proxied");
    }

    @Override
    public boolean isFirstRequest() {
        return !"no".equals(facts.get("first"));
    }

    @Override
    public Text frontend() {
        return Text.of("front");
    }

    @Override
    public @Nullable Text backend() {
        var name = facts.get("backend");
        return name == null ? null : Text.of(name);
    }

    @Override
    public @Nullable Text server() {
        var name = facts.get("server");
        return name == null ? null : Text.of(name);
    }

    @Override
    public long streamId() {
        return 1;
    }

    @Override
    public Scratch scratch() {
        return scratch;
    }

    @Override
    public Variables variables(VariableScope scope) {
        var found = variables.get(scope);
        if (found == null) throw new AssertionError(scope);
        return found;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long wallMillis() {
        return Long.parseLong(facts.getOrDefault("now", "0"));
    }

    @Override
    public int contentAt(Direction direction) {
        return content[direction.ordinal()].at();
    }

    @Override
    public int contentLength(Direction direction) {
        return content[direction.ordinal()].length();
    }

    @Override
    public boolean contentEnded(Direction direction) {
        return ended[direction.ordinal()];
    }

    @Override
    public boolean isFinal() {
        return isFinal;
    }

    @Override
    public Handling handling() {
        return handling;
    }

    @Override
    public boolean waitForBody(Direction direction, long atLeast, long untilNanos) {
        return ended[direction.ordinal()] || atLeast > 0 && contentLength(direction) >= atLeast || nanos >= untilNanos;
    }

    @Override
    public long figure(Figure figure) {
        return known.figure(figure);
    }

    @Override
    public boolean label(Label label, Sample out) {
        return known.label(label, out);
    }

    @Override
    public boolean layers(Direction from, int layers, Sample out) {
        var side = from == Direction.REQUEST ? "client" : "server";
        var text = facts.get(side + "-layers-" + layers);
        return text != null && out.text(Text.of(text));
    }

    @Override
    public @Nullable Address address(Endpoint end) {
        return known.end(end);
    }

    @Override
    public boolean isLocal(Address address) {
        return address instanceof Address.Inet inet && inet.bytes()[0] == 127;
    }
}
