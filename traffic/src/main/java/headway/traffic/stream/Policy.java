package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.http.Method;
import headway.language.condition.Condition;
import headway.language.model.Balance;
import headway.language.model.HttpSettings.ConnectionMode;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.model.ProxyRules;
import headway.language.model.RetryOn;
import headway.language.model.Timeouts;
import headway.language.rule.Decisions;
import headway.language.rule.Forwarded;
import headway.language.rule.ProxyFormats;
import headway.language.rule.ProxyRuleSets;
import headway.language.rule.RuleSet;
import headway.language.sample.Captures;
import headway.language.sample.Expression;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a proxy wants done with the streams that pass it: its rules, times, options and pages, bound so that nothing of it is looked up at run time. */
public final class Policy {
    private static final long DEFAULT_INSPECT_NANOS = 250_000_000L;

    private final Proxy proxy;
    private final Text name;
    private final RuleSet connectionRules;
    private final RuleSet sessionRules;
    private final RuleSet contentRules;
    private final FieldEdits fieldEdits;
    private final Decisions decisions;
    private final RuleSet responseContentRules;
    private final RuleSet requestRules;
    private final RuleSet responseRules;
    private final RuleSet afterResponseRules;
    private final @Nullable Expression balanceKey;
    private final @Nullable Forwarded forwarded;
    private final Map<Integer, Page> ownPages;
    private final Page[] pages = new Page[600];
    private final @Nullable AddressEdit forwardedFor;
    private final @Nullable AddressEdit originalTo;
    private final @Nullable Text monitorUri;
    private final boolean abortsHttpOnClose;
    private final boolean abortsTcpOnClose;
    private final boolean balancesByTurns;
    private final boolean buffersRequest;
    private final boolean buffersPost;
    private final boolean dontLogNull;
    private final boolean ignoresProbes;
    private final boolean pretendsKeepAlive;
    private final boolean usesProxyHeader;
    private final long retryOn;
    private final Captures.Layout captureLayout;
    private final ProxyFormats formats;
    private final Capturing capturing;
    private final UniqueId uniqueId;

    Policy(
            Proxy proxy,
            ProxyRuleSets rules,
            @Nullable Expression balanceKey,
            @Nullable Forwarded forwarded,
            Map<Integer, Page> ownPages,
            Map<Integer, Page> defaultPages) {
        this.proxy = proxy;
        this.balanceKey = balanceKey;
        this.forwarded = forwarded;
        connectionRules = rules.set(ProxyRules.Stage.TCP_REQUEST_CONNECTION);
        sessionRules = rules.set(ProxyRules.Stage.TCP_REQUEST_SESSION);
        contentRules = rules.set(ProxyRules.Stage.TCP_REQUEST_CONTENT);
        fieldEdits = new FieldEdits(proxy);
        decisions = rules.decisions();
        responseContentRules = rules.set(ProxyRules.Stage.TCP_RESPONSE_CONTENT);
        requestRules = rules.set(ProxyRules.Stage.HTTP_REQUEST);
        responseRules = rules.set(ProxyRules.Stage.HTTP_RESPONSE);
        afterResponseRules = rules.set(ProxyRules.Stage.HTTP_AFTER_RESPONSE);
        this.ownPages = Map.copyOf(ownPages);
        name = Text.of(proxy.name());
        defaultPages.forEach((status, page) -> pages[status] = page);
        ownPages.forEach((status, page) -> pages[status] = page);
        forwardedFor = edit(proxy.http().forwardedFor());
        originalTo = edit(proxy.http().originalTo());
        var uri = proxy.front().monitorUri();
        monitorUri = uri == null ? null : Text.of(uri);
        abortsHttpOnClose = proxy.abortsOnClose(true);
        abortsTcpOnClose = proxy.abortsOnClose(false);
        balancesByTurns = isByTurns(proxy.back().balance());
        buffersRequest = proxy.has(ProxyOption.HTTP_BUFFER_REQUEST);
        buffersPost = proxy.back().balance() instanceof Balance.UrlParameter parameter && parameter.waitsForBody();
        dontLogNull = proxy.has(ProxyOption.DONT_LOG_NULL);
        ignoresProbes = proxy.has(ProxyOption.HTTP_IGNORE_PROBES);
        usesProxyHeader = proxy.has(ProxyOption.HTTP_USE_PROXY_HEADER);
        pretendsKeepAlive = proxy.has(ProxyOption.HTTP_PRETEND_KEEP_ALIVE);
        retryOn = bits(proxy);
        captureLayout = new Captures.Layout(proxy.front().captures());
        formats = rules.formats();
        capturing = new Capturing(proxy);
        uniqueId = new UniqueId(rules.formats().uniqueId(), proxy.logging().formats());
    }

    private static @Nullable AddressEdit edit(headway.language.model.HttpSettings.@Nullable AddressField field) {
        return field == null ? null : new AddressEdit(field);
    }

    private static boolean isByTurns(Balance balance) {
        return switch (balance) {
            case Balance.RoundRobin _, Balance.StaticRoundRobin _, Balance.Random _ -> true;
            case Balance.LeastConnections _, Balance.First _, Balance.Source _ -> false;
            case Balance.Uri _, Balance.UrlParameter _, Balance.Header _ -> false;
            case Balance.RdpCookie _, Balance.Hash _ -> false;
            case Balance.Sticky _, Balance.LogHash _ -> false;
        };
    }

    private static long bits(Proxy proxy) {
        var bits = 0L;
        for (var reason : proxy.back().retryOn()) bits |= 1L << reason.ordinal();
        return bits;
    }

    public Proxy proxy() {
        return proxy;
    }

    public String name() {
        return proxy.name();
    }

    Text nameText() {
        return name;
    }

    boolean isHttp() {
        return proxy.mode() == Mode.HTTP;
    }

    boolean isAuto() {
        return proxy.mode() == Mode.AUTO;
    }

    Timeouts timeouts() {
        return proxy.timeouts();
    }

    /** {@code tcp-request inspect-delay}; of a {@code mode auto} proxy how long a silent client may be HTTP. */
    long inspectDelayNanos() {
        var set = proxy.rules().requestInspectDelayNanos();
        return set < 0 && isAuto() ? DEFAULT_INSPECT_NANOS : set;
    }

    /** {@code timeout tarpit}, else {@code timeout connect}. */
    long tarpitNanos() {
        return timeouts().tarpit() >= 0 ? timeouts().tarpit() : timeouts().connect();
    }

    /** The slots for texts that its log lines show. */
    Captures.Layout captureLayout() {
        return captureLayout;
    }

    /** Whether one of its formats shows one of these aliases or fetches. */
    boolean mentions(String... names) {
        for (var name : names) if (formats.mention(name)) return true;
        return false;
    }

    /** What its log lines keep of the messages. */
    Capturing capturing() {
        return capturing;
    }

    UniqueId uniqueId() {
        return uniqueId;
    }

    RuleSet connectionRules() {
        return connectionRules;
    }

    RuleSet sessionRules() {
        return sessionRules;
    }

    RuleSet contentRules() {
        return contentRules;
    }

    FieldEdits fieldEdits() {
        return fieldEdits;
    }

    Decisions decisions() {
        return decisions;
    }

    RuleSet responseContentRules() {
        return responseContentRules;
    }

    /** {@code tcp-response inspect-delay}; negative when unset. */
    long responseInspectDelayNanos() {
        return proxy.rules().responseInspectDelayNanos();
    }

    RuleSet requestRules() {
        return requestRules;
    }

    RuleSet responseRules() {
        return responseRules;
    }

    RuleSet afterResponseRules() {
        return afterResponseRules;
    }

    @Nullable
    AddressEdit forwardedFor() {
        return forwardedFor;
    }

    @Nullable
    AddressEdit originalTo() {
        return originalTo;
    }

    /** By turns: no server in particular is meant by the choice. */
    boolean balancesByTurns() {
        return balancesByTurns;
    }

    boolean abortsOnClose(boolean isHttp) {
        return isHttp ? abortsHttpOnClose : abortsTcpOnClose;
    }

    /** The body is waited for before a server is chosen: {@code option http-buffer-request}, or {@code balance url_param} with {@code check_post}. */
    boolean buffersRequest(Head request) {
        return buffersRequest || buffersPost && request.methodId() == Method.POST;
    }

    @Nullable
    Forwarded forwarded() {
        return forwarded;
    }

    /** The expression of {@code balance hash}. */
    public @Nullable Expression balanceKey() {
        return balanceKey;
    }

    boolean dontLogNull() {
        return dontLogNull;
    }

    /** {@code option nolinger}: what ends in TCP is reset, without half a close before. */
    boolean resetsOnClose() {
        return proxy.has(ProxyOption.NO_LINGER);
    }

    boolean ignoresProbes() {
        return ignoresProbes;
    }

    boolean usesProxyHeader() {
        return usesProxyHeader;
    }

    ConnectionMode connectionMode() {
        return proxy.http().connectionMode();
    }

    /** A server is not told that its connection is closed after the response. */
    boolean pretendsKeepAlive() {
        return pretendsKeepAlive;
    }

    boolean retriesOn(RetryOn reason) {
        return (retryOn & 1L << reason.ordinal()) != 0;
    }

    /** Some reason of {@code retry-on} needs the request again after it was sent. */
    boolean retriesSent() {
        return (retryOn & ~(1L << RetryOn.CONNECTION_FAILURE.ordinal())) != 0;
    }

    /** {@code monitor-uri}: HAProxy compares the target as it stands and, of one in absolute form, its path; for GET and HEAD. */
    boolean isMonitor(Head request) {
        var uri = monitorUri;
        if (uri == null) return false;
        return targetIs(request, uri, 0) || targetIs(request, uri, pathStart(request));
    }

    private static boolean targetIs(Head request, Text uri, int from) {
        return request.targetLength() - from == uri.length()
                && Slab.equal(request.targetAt() + from, uri.at(), uri.length());
    }

    /** How far into the target its path begins: behind the authority of the absolute form (RFC 9112 3.2.2). */
    private static int pathStart(Head request) {
        var length = request.targetLength();
        if (length == 0 || Slab.byteAt(request.targetAt()) == '/') return 0;
        var slashes = 0;
        for (var i = 0; i < length; i++) {
            if (Slab.byteAt(request.targetAt() + i) == '/' && ++slashes == 3) return i;
        }
        return 0;
    }

    boolean monitorFails(Scope scope) {
        for (var i = 0; i < decisions.monitorFails().size(); i++)
            if (decisions.monitorFails().get(i).test(scope) == Condition.YES) return true;
        return false;
    }

    boolean hasPage(int status) {
        return ownPages.containsKey(status);
    }

    /** What to answer for the status; one that has no page of its own gets that of its class. */
    @Nullable
    Page page(int status) {
        var page = status >= 0 && status < pages.length ? pages[status] : null;
        return page == null ? pages[status < 500 ? 400 : 500] : page;
    }
}
