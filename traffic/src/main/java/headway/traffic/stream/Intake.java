package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.HeadFlag;
import headway.language.rule.Forwarded;
import headway.language.rule.Verdict;
import headway.language.sample.Text;
import headway.wire.exchange.RawExchange;
import org.jspecify.annotations.Nullable;

/** The first steps of a stream: the rules that see the request, and the choice of a backend. */
final class Intake {
    private static final Text FORWARDED = Text.of("forwarded");

    private final Stream stream;
    /** When {@code inspect-delay} is over; 0 before it began. */
    private long inspectUntilNanos;

    Intake(Stream stream) {
        this.stream = stream;
    }

    Stage inspect() {
        var next = stream.isHttp ? Stage.BUFFER : Stage.ROUTE;
        return inspect(stream.front(), next, Stage.INSPECT);
    }

    Stage inspectForBackend() {
        var next = stream.isHttp ? Stage.BACKEND_BUFFER : Stage.CHOOSE;
        return inspect(stream.target().policy(), next, Stage.BACKEND_INSPECT);
    }

    private Stage inspect(Policy policy, Stage next, Stage here) {
        if (policy.contentRules().isEmpty()) return next;
        if (stream.isAborted() && !stream.isHttp) return abort();
        lookAtBytes();
        stream.scope.isFinal = isInspected(policy);
        var verdict = policy.contentRules().run(stream.scope, stream.progress);
        stream.scope.isFinal = true;
        if (verdict == Verdict.WAIT) {
            stream.wakeAt(inspectUntilNanos);
            return here;
        }
        inspectUntilNanos = 0;
        if (verdict == Verdict.SWITCH_MODE) return stream.isHttp ? next : upgrade();
        return decide(verdict, next, here);
    }

    /** Of TCP the rules see what has come and is not taken yet: inside an event where it was received, later where the connection keeps it. */
    void lookAtBytes() {
        if (!(stream.client() instanceof RawExchange raw)) return;
        var connection = raw.connection();
        if (raw.peekLength() > 0) stream.requestContent().lend(raw.peekAt(), raw.peekLength());
        else stream.requestContent().lend(connection.unreadAt(), connection.unread());
    }

    /** True when rules may wait for nothing more: the delay is over, there is no room, or the client has closed. */
    private boolean isInspected(Policy policy) {
        if (inspectUntilNanos == 0) inspectUntilNanos = stream.nanos() + Math.max(0, policy.inspectDelayNanos());
        return stream.timeUp
                || stream.clientClosed
                || stream.requestContent().isEnded()
                || stream.nanos() >= inspectUntilNanos;
    }

    /** {@code option http-buffer-request}: the rules are to see the whole body, or as much as there is room for. */
    Stage buffer(Policy policy, Stage next) {
        if (!policy.buffersRequest(stream.request()) || stream.requestContent().isEnded() || stream.clientClosed)
            return next;
        if (!stream.requestContent().isAwaited()) {
            stream.requestContent().waitFor(0);
            stream.answer.sendContinue();
        }
        return stream.stage();
    }

    Stage frontendRules() {
        var policy = stream.front();
        stream.loyalty.begin(stream.session().frontend().self());
        if (policy.isMonitor(stream.request())) return stream.answer.monitor(policy.monitorFails(stream.scope));
        return rules(policy, Stage.ROUTE);
    }

    Stage backendRules() {
        var policy = stream.target().policy();
        var next = policy == stream.front() ? Stage.CHOOSE : rules(policy, Stage.CHOOSE);
        if (next == Stage.CHOOSE) completeRequest(policy);
        return next;
    }

    private Stage rules(Policy policy, Stage next) {
        var rules = policy.requestRules();
        if (rules.isEmpty()) return afterRules(policy, next);
        if (isBodyLate()) return stream.answer.late();
        stream.timeUp = false;
        stream.worker.traffic().bound(stream.request(), stream.requestContent().length());
        var verdict = rules.run(stream.scope, stream.progress);
        stream.handling.flushHints();
        if (verdict != Verdict.WAIT) stream.requestContent().notAwaited();
        if (verdict == Verdict.CONTINUE || verdict == Verdict.ALLOW) return afterRules(policy, next);
        return decide(verdict, next, stream.stage());
    }

    /** Options and {@code redirect} lines, whatever the rules before them have allowed. */
    private Stage afterRules(Policy policy, Stage next) {
        if (!policy.fieldEdits().checkNames(stream.request())) {
            stream.progress.begin();
            return stream.answer.deny();
        }
        var redirects = policy.decisions().redirects();
        if (redirects.isEmpty()) return next;
        stream.progress.begin();
        return decide(redirects.run(stream.scope, stream.progress), next, stream.stage());
    }

    /** A rule has waited for the body until its time was over. */
    private boolean isBodyLate() {
        return stream.timeUp
                && stream.requestContent().isAwaited()
                && !stream.requestContent().isEnded();
    }

    private Stage decide(int verdict, Stage next, Stage here) {
        return switch (verdict) {
            case Verdict.CONTINUE, Verdict.ALLOW -> next;
            case Verdict.WAIT -> waitForBody(here);
            case Verdict.DENY -> stream.answer.deny();
            case Verdict.TARPIT -> stream.answer.beginTarpit();
            case Verdict.RETURN -> stream.answer.reply(stream.progress.reply);
            case Verdict.REJECT, Verdict.DROP -> reject();
            case Verdict.INVALID -> stream.answer.invalid();
            case Verdict.FAILED -> stream.answer.rewriteFailed();
            default -> throw new AssertionError("verdict " + verdict);
        };
    }

    private Stage waitForBody(Stage here) {
        if (stream.requestContent().isAwaited()) stream.answer.sendContinue();
        stream.wakeAt(stream.progress.untilNanos);
        stream.client().resume();
        return here;
    }

    private Stage reject() {
        Termination.set(stream.account, Termination.PROXY, Termination.REQUEST);
        stream.ending.rejected();
        stream.client().last();
        // HAProxy logs no time of a request that gets no answer.
        stream.account.isUntimed = true;
        return Stage.END;
    }

    private Stage abort() {
        Termination.set(stream.account, Termination.CLIENT, Termination.REQUEST);
        return Stage.END;
    }

    Stage route() {
        var target = stream.session().upgradedTo;
        if (target == null) target = stream.session().frontend().route(stream.scope);
        if (target == null) return noBackend();
        if (!stream.isHttp && target.policy().isHttp()) {
            stream.session().upgradedTo = target;
            return upgrade();
        }
        stream.route(target);
        if (stream.isHttp && target.policy() != stream.front() || !stream.isHttp) stream.loyalty.begin(target);
        stream.ending.routed(target);
        if (target.policy() != stream.front()) stream.handling.routedElsewhere();
        return target.policy() == stream.front() ? skipSharedRules(target) : Stage.BACKEND_INSPECT;
    }

    /** A {@code listen} is frontend and backend in one: its rules have run. */
    private Stage skipSharedRules(BackendTarget target) {
        if (stream.isHttp) completeRequest(target.policy());
        return Stage.CHOOSE;
    }

    private Stage noBackend() {
        Termination.set(stream.account, Termination.SERVER, Termination.CONNECT);
        return stream.isHttp ? stream.answer.page(503) : Stage.END;
    }

    /** The connection goes on as HTTP; what has been looked at will be read again as a request. */
    private Stage upgrade() {
        if (stream.client() instanceof RawExchange) stream.ending.upgraded();
        return Stage.END;
    }

    /** What HAProxy adds to a request before it looks for a server. */
    private void completeRequest(Policy back) {
        var front = stream.front();
        var scratch = stream.scope.scratch();
        front.capturing().requestCookie(stream.request(), stream.account);
        front.uniqueId().addField(stream);
        var forwarded = back.forwardedFor() != null ? back.forwardedFor() : front.forwardedFor();
        // HAProxy: who does not say if-none wins.
        var ifNone = isOptional(front.forwardedFor()) && isOptional(back.forwardedFor());
        if (forwarded != null) forwarded.apply(stream.request(), stream.handling.source(), scratch, ifNone);
        var chain = back.forwarded();
        if (chain != null) addForwarded(chain);
        var original = back.originalTo() != null ? back.originalTo() : front.originalTo();
        if (original != null) original.apply(stream.request(), stream.handling.destination(), scratch, false);
    }

    private static boolean isOptional(@Nullable AddressEdit edit) {
        return edit == null || edit.isOptional();
    }

    /** The request will not reach a server, but HAProxy logs what its cookie said and which server was meant. */
    void readCookies() {
        var target = stream.back() == null ? stream.session().frontend().self() : stream.back();
        if (target == null || !stream.isHttp) return;
        stream.loyalty.readRequest(target);
        var meant = stream.loyalty.server();
        if (meant != null) stream.account.server = meant.name();
    }

    /** RFC 7239 4: each proxy adds a field of its own behind those that are there. */
    private void addForwarded(Forwarded chain) {
        var value = stream.scope.scratch().borrow();
        if (chain.write(stream.scope, value))
            stream.request().add(0, FORWARDED.at(), FORWARDED.length(), value.at, value.length);
        stream.scope.scratch().giveBack();
    }

    /** RFC 9110 10.1.1: whoever answers 100 itself does not pass the expectation on. */
    void dropExpectation() {
        stream.request().removeAll(FieldName.EXPECT.id());
        stream.request().unflag(HeadFlag.EXPECT_CONTINUE);
    }

    /** True when the bytes begin as a request line does: for the notice about HTTP through a TCP proxy. */
    static boolean looksLikeRequest(int at, int length) {
        if (length < 16) return false;
        var i = 0;
        while (i < 8 && Slab.byteAt(at + i) >= 'A' && Slab.byteAt(at + i) <= 'Z') i++;
        return i >= 3
                && Slab.byteAt(at + i) == ' '
                && (Slab.byteAt(at + i + 1) == '/' || Slab.byteAt(at + i + 1) == 'h');
    }

    void clear() {
        inspectUntilNanos = 0;
    }
}
