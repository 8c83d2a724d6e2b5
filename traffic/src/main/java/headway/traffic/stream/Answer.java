package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.http.BodyFraming;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.Method;
import headway.language.model.LogStep;
import headway.language.rule.Reply;
import headway.language.rule.RuleSet;
import headway.language.rule.Verdict;
import headway.language.sample.Sample;
import headway.language.sample.Setting;
import headway.language.sample.Text;
import headway.wire.exchange.Exchange;
import headway.wire.h1.H1Client;
import org.jspecify.annotations.Nullable;

/** What goes to the client: the server's response after the rules have seen it, or a reply of the proxy itself. */
final class Answer {
    private static final Text NO_CACHE = Text.of("no-cache");
    private static final Text ZERO = Text.of("0");

    private final Stream stream;
    private final Head ownHead = new Head();
    private final Sample ownBody = new Sample();
    private @Nullable Page page;
    private @Nullable Reply reply;
    private boolean refused;
    private boolean headSent;
    private boolean tunnel;
    private boolean continued;
    private boolean afterRulesRun;
    private int redirectAt;
    private int redirectLength;

    Answer(Stream stream) {
        this.stream = stream;
    }

    void clear() {
        page = null;
        reply = null;
        refused = false;
        headSent = false;
        tunnel = false;
        continued = false;
        afterRulesRun = false;
        redirectLength = 0;
        ownHead.clear();
    }

    /** True once the head has been sent, so that the body may follow. */
    boolean takesBody() {
        return headSent;
    }

    /** True once nothing of HTTP is left on either side: after 101, or a 2xx to CONNECT; of TCP always. */
    boolean isTunnel() {
        return tunnel;
    }

    /** TCP: there is no head to wait for. */
    void open() {
        headSent = true;
        tunnel = true;
    }

    // ---- the server's response

    Stage rules(Policy policy, Stage next) {
        var rules = policy.responseRules();
        if (rules.isEmpty()) return next;
        if (stream.timeUp
                && stream.responseContent().isAwaited()
                && !stream.responseContent().isEnded()) return serverLate();
        stream.timeUp = false;
        stream.worker
                .traffic()
                .bound(stream.response(), stream.responseContent().length());
        var verdict = rules.run(stream.scope, stream.progress);
        if (verdict == Verdict.WAIT) return waitForBody();
        stream.responseContent().notAwaited();
        return switch (verdict) {
            case Verdict.CONTINUE, Verdict.ALLOW -> next;
            case Verdict.DENY, Verdict.REJECT -> denyResponse();
            case Verdict.DROP -> drop();
            case Verdict.RETURN -> returnInstead();
            case Verdict.FAILED -> rewriteFailed();
            default -> internalError();
        };
    }

    Stage frontendRules() {
        var front = stream.front();
        return front == stream.target().policy() ? Stage.ANSWER : rules(front, Stage.ANSWER);
    }

    private Stage waitForBody() {
        stream.upstream.exchange().retain();
        stream.wakeAt(stream.progress.untilNanos);
        return stream.stage();
    }

    private Stage serverLate() {
        Termination.set(stream.account, Termination.SERVER_TIMEOUT, Termination.HEADERS);
        return page(504);
    }

    private Stage denyResponse() {
        Termination.set(stream.account, Termination.PROXY, Termination.HEADERS);
        stream.ending.deniedResponse();
        return stream.progress.reply == null ? page(502) : with(stream.progress.reply);
    }

    /** The client has been left alone already. */
    private Stage drop() {
        Termination.set(stream.account, Termination.PROXY, Termination.REQUEST);
        stream.account.status = stream.response().status();
        stream.ending.deniedResponse();
        stream.upstream.giveUp();
        return Stage.END;
    }

    private Stage returnInstead() {
        Termination.set(stream.account, Termination.LOCAL, Termination.HEADERS);
        return stream.progress.reply == null ? internalError() : with(stream.progress.reply);
    }

    Stage answer() {
        var head = stream.response();
        stream.upstream.markResponse();
        if (!afterRules()) return rewriteFailed();
        var client = stream.client();
        stream.upstream.prepareResponse(head);
        client.head(head);
        headSent = true;
        stream.account.status = head.status();
        stream.front().capturing().responseCookie(head, stream.scope, stream.account);
        stream.ending.reached(LogStep.RESPONSE);
        if (head.framing() == BodyFraming.TUNNEL) becomeTunnel(client);
        passOnBody();
        return Stage.RELAY;
    }

    private void passOnBody() {
        var content = stream.responseContent();
        if (content.length() > 0) stream.relay.toClient(content.at(), content.length());
        var server = stream.upstream.exchange();
        var complete = server.isReceived();
        if (complete) stream.relay.endToClient(content.trailers());
        content.drop();
        if (!complete && !stream.relay.holdsResponse()) server.resume();
    }

    private void becomeTunnel(Exchange client) {
        tunnel = true;
        stream.upstream.tunnel();
        if (client instanceof H1Client h1) h1.tunnel();
        stream.relay.armClient();
        stream.relay.armServer();
    }

    /** {@code http-after-response}: on every response, also of the proxy's own, those of the backend first. */
    private boolean afterRules() {
        if (afterRulesRun) return true;
        afterRulesRun = true;
        var target = stream.back();
        if (target != null && !run(target.policy().afterResponseRules())) return false;
        return target != null && target.policy() == stream.front()
                || run(stream.front().afterResponseRules());
    }

    private boolean run(RuleSet rules) {
        if (rules.isEmpty()) return true;
        stream.progress.begin();
        stream.worker.traffic().bound(stream.response(), 0);
        var verdict = rules.run(stream.scope, stream.progress);
        return verdict == Verdict.CONTINUE || verdict == Verdict.ALLOW;
    }

    /** A 1xx of the server goes on to a client that knows them (RFC 9110 15.2). */
    void interim(Exchange from) {
        if (headSent) return;
        stream.ending.interim();
        if (stream.request().version() < 11) return;
        stream.client().interim(from.received());
    }

    /** The proxy wants the body itself: so it says what the client waits for. */
    void sendContinue() {
        if (continued || !(stream.client() instanceof H1Client h1) || !h1.expectsContinue()) return;
        continued = true;
        ownHead.clear();
        ownHead.version(11);
        ownHead.response(100, Page.CONTINUE.at(), Page.CONTINUE.length());
        h1.interim(ownHead);
        h1.flush();
        stream.intake.dropExpectation();
    }

    // ---- replies of the proxy itself

    /** The proxy's page for a status; an empty one closes without a word. */
    Stage page(int status) {
        var target = stream.back();
        page = target != null && target.policy().hasPage(status)
                ? target.policy().page(status)
                : stream.front().page(status);
        stream.account.status = status;
        return Stage.REPLY;
    }

    void refuse(int status) {
        refused = true;
        page(status);
    }

    Stage internalError() {
        return internalError(Termination.INTERNAL);
    }

    /** A rule could not edit a head, and {@code strict-mode} is on. */
    Stage rewriteFailed() {
        return internalError(Termination.PROXY);
    }

    private Stage internalError(char cause) {
        Termination.set(stream.account, cause, Termination.phase(stream.stage()));
        stream.ending.internalError();
        afterRulesRun = true;
        reply = null;
        return page(500);
    }

    /** A rule found the request to be none. */
    Stage invalid() {
        Termination.set(stream.account, Termination.PROXY, Termination.REQUEST);
        stream.ending.invalid();
        return page(400);
    }

    /** The client did not send the body in time. */
    Stage late() {
        Termination.set(stream.account, Termination.CLIENT_TIMEOUT, Termination.REQUEST);
        stream.ending.invalid();
        stream.account.isUntimed = true;
        stream.client().last();
        return page(408);
    }

    Stage deny() {
        stream.intake.readCookies();
        Termination.set(stream.account, Termination.PROXY, Termination.REQUEST);
        stream.ending.denied();
        return stream.progress.reply == null ? page(403) : with(stream.progress.reply);
    }

    Stage reply(@Nullable Reply given) {
        Termination.set(stream.account, Termination.LOCAL, Termination.REQUEST);
        stream.ending.intercepted();
        return given == null ? internalError() : with(given);
    }

    Stage monitor(boolean fails) {
        Termination.set(stream.account, Termination.LOCAL, Termination.REQUEST);
        stream.ending.monitored();
        return page(fails ? 503 : 200);
    }

    /** A server with {@code redir}: GET and HEAD are sent there instead of being passed on. */
    Stage redirect(String prefix) {
        Termination.set(stream.account, Termination.LOCAL, Termination.CONNECT);
        var request = stream.request();
        redirectLength = prefix.length() + request.targetLength();
        redirectAt = stream.scope.scratch().take(redirectLength);
        for (var i = 0; i < prefix.length(); i++) Slab.putByte(redirectAt + i, (byte) prefix.charAt(i));
        Slab.copy(request.targetAt(), redirectAt + prefix.length(), request.targetLength());
        stream.account.status = 302;
        return Stage.REPLY;
    }

    static boolean mayRedirect(Head request) {
        return request.methodId() == Method.GET || request.methodId() == Method.HEAD;
    }

    private Stage with(Reply given) {
        reply = given;
        if (given.isProxyPage()) return page(given.status());
        stream.account.status = given.status();
        return Stage.REPLY;
    }

    Stage beginTarpit() {
        reply = stream.progress.reply;
        stream.ending.denied();
        return Stage.TARPIT;
    }

    Stage tarpit() {
        if (stream.timeUp || stream.clientClosed) {
            stream.intake.readCookies();
            Termination.set(stream.account, Termination.PROXY, Termination.TARPIT);
            var given = reply;
            return given == null ? page(500) : with(given);
        }
        stream.wakeIn(
                stream.handling.setting(Setting.TARPIT_TIMEOUT, stream.front().tarpitNanos()));
        return Stage.TARPIT;
    }

    Stage reply() {
        stream.upstream.giveUp();
        if (refused) return sendRefusal();
        if (!fill()) return Stage.END;
        stream.responseHead = ownHead;
        var status = ownHead.status();
        if (!afterRules()) {
            // It is the stage already that a reply is made in; rules run on no other one.
            rewriteFailed();
            return reply();
        }
        if (ownHead.status() != status) stream.account.status = ownHead.status();
        send();
        return Stage.REPLYING;
    }

    /** HAProxy says this below its rules and pages: of an error file only counts whether it is empty. */
    private Stage sendRefusal() {
        var prepared = page;
        if (prepared == null || prepared.isSilent() || !(stream.client() instanceof H1Client h1)) return Stage.END;
        h1.refuse(stream.account.status);
        headSent = true;
        return Stage.REPLYING;
    }

    /** False when there is nothing to be said: an empty error file. */
    private boolean fill() {
        ownHead.clear();
        var prepared = page;
        if (prepared != null) {
            if (prepared.isSilent()) return false;
            if (prepared.closes()) stream.client().last();
            var asked = reply;
            return prepared.fill(stream.scope, ownHead, ownBody)
                    && (asked == null || !asked.isProxyPage() || asked.complete(stream.scope, ownHead));
        }
        if (redirectLength > 0) {
            ownHead.version(11);
            ownHead.response(302, Page.FOUND.at(), Page.FOUND.length());
            ownHead.add(FieldName.CACHE_CONTROL, NO_CACHE.at(), NO_CACHE.length());
            ownHead.add(FieldName.CONTENT_LENGTH, ZERO.at(), ZERO.length());
            ownHead.add(FieldName.LOCATION, redirectAt, redirectLength);
            // HAProxy closes after a redirect of this kind.
            stream.client().last();
            return ownBody.text(0, 0);
        }
        var given = reply;
        return given != null && !given.isSilence() && given.fill(stream.scope, ownHead, ownBody);
    }

    private void send() {
        var client = stream.client();
        var length = ownBody.length;
        var endsByClose = page != null && page.endsByClose();
        ownHead.framing(endsByClose ? BodyFraming.UNTIL_CLOSE : BodyFraming.LENGTH, length);
        if (!endsByClose && !ownHead.has(FieldName.CONTENT_LENGTH.id()) && mayHaveLength()) {
            var at = stream.scope.scratch().take(11);
            ownHead.add(FieldName.CONTENT_LENGTH, at, decimal(at, length));
        }
        var at = ownBody.at;
        if (!client.isReceived()) client.last();
        client.head(ownHead);
        headSent = true;
        if (!client.isSent()) client.data(at, length);
        client.end(null);
    }

    /** RFC 9110 8.6: not in 1xx and 204. */
    private boolean mayHaveLength() {
        return ownHead.status() >= 200 && ownHead.status() != 204;
    }

    private static int decimal(int at, int value) {
        var digits = 1;
        for (var rest = value / 10; rest > 0; rest /= 10) digits++;
        var rest = value;
        for (var i = digits - 1; i >= 0; i--, rest /= 10) Slab.putByte(at + i, (byte) ('0' + rest % 10));
        return digits;
    }

    Stage replying() {
        return stream.client().pending() == 0 ? Stage.END : Stage.REPLYING;
    }
}
