package headway.language.resolve;

import headway.base.diagnostic.Diagnostics;
import headway.language.draft.GlobalDraft;
import headway.language.draft.ProxyDraft;
import headway.language.draft.TimeoutName;
import headway.language.model.BackSide;
import headway.language.model.Balance;
import headway.language.model.CaptureSlots;
import headway.language.model.CookieCapture;
import headway.language.model.ErrorGroup;
import headway.language.model.ErrorReply;
import headway.language.model.FrontSide;
import headway.language.model.HttpCheck;
import headway.language.model.HttpSettings;
import headway.language.model.KeepAliveProbes;
import headway.language.model.LogFormat;
import headway.language.model.LogFormat.Form;
import headway.language.model.LogTarget;
import headway.language.model.Logging;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.model.Timeouts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the model's proxies; numbers that nobody chose are given out. */
final class ProxyResolver {
    private static final List<HttpCheck.StatusRange> UP = List.of(new HttpCheck.StatusRange(200, 399));

    private final GlobalDraft global;
    private final Map<String, ErrorGroup> errors;
    private final ServerResolver servers;

    ProxyResolver(GlobalDraft global, Map<String, ErrorGroup> errors, ServerResolver servers) {
        this.global = global;
        this.errors = errors;
        this.servers = servers;
    }

    List<Proxy> resolve(List<ProxyDraft> drafts, Diagnostics out) {
        var taken = takenIds(drafts, out);
        // HAProxy: the runtime API is a proxy of its own and takes the first number.
        var next = global.sockets.isEmpty() ? 1 : 2;
        var proxies = new ArrayList<Proxy>();
        for (var draft : drafts) {
            while (draft.id == 0 && taken.contains(next)) next++;
            proxies.add(proxy(draft, draft.id == 0 ? next : draft.id, new Replies(errors, out).of(draft), out));
            // HAProxy: a proxy with an id of its own uses up a number, too.
            next++;
        }
        return proxies;
    }

    private static Set<Integer> takenIds(List<ProxyDraft> drafts, Diagnostics out) {
        var taken = new HashSet<Integer>();
        for (var draft : drafts) {
            if (draft.id == 0 || taken.add(draft.id)) continue;
            var other =
                    drafts.stream().filter(d -> d.id == draft.id).findFirst().orElse(draft);
            var at = draft.own.getOrDefault("id", draft.position);
            out.alert(
                    at,
                    draft.kind.word() + " " + draft.name + " reuses same custom id as " + other.kind.word() + " "
                            + other.name + " (declared at " + other.position + ").");
        }
        return taken;
    }

    private Proxy proxy(ProxyDraft draft, int id, List<ErrorReply> replies, Diagnostics out) {
        return new Proxy(
                draft.position,
                draft.kind,
                draft.name,
                id,
                draft.id != 0,
                draft.mode,
                draft.modePosition,
                draft.disabled,
                draft.description,
                timeouts(draft),
                draft.options,
                draft.refused,
                front(draft),
                back(draft),
                new HttpSettings(
                        draft.http.connectionMode,
                        draft.http.forwardedFor,
                        draft.http.originalTo,
                        replies,
                        draft.http.nameCheck,
                        draft.http.serverNameField,
                        draft.http.forwarded),
                draft.rules.done(),
                logging(draft, out));
    }

    private static Timeouts timeouts(ProxyDraft draft) {
        return new Timeouts(
                timeout(draft, TimeoutName.CLIENT),
                timeout(draft, TimeoutName.SERVER),
                timeout(draft, TimeoutName.CONNECT),
                timeout(draft, TimeoutName.QUEUE),
                timeout(draft, TimeoutName.HTTP_REQUEST),
                timeout(draft, TimeoutName.HTTP_KEEP_ALIVE),
                timeout(draft, TimeoutName.CHECK),
                timeout(draft, TimeoutName.TARPIT),
                timeout(draft, TimeoutName.TUNNEL),
                timeout(draft, TimeoutName.CLIENT_FIN),
                timeout(draft, TimeoutName.SERVER_FIN),
                timeout(draft, TimeoutName.CLIENT_HANDSHAKE));
    }

    private static long timeout(ProxyDraft draft, TimeoutName name) {
        var nanos = draft.timeouts.getOrDefault(name, 0L);
        return nanos == 0 ? Timeouts.UNSET : nanos;
    }

    private static FrontSide front(ProxyDraft draft) {
        var front = draft.front;
        return new FrontSide(
                front.binds,
                front.maxConnections,
                front.backlog,
                front.sessionRate,
                draft.kind.isFrontend() ? front.defaultBackend : null,
                front.useBackends,
                front.monitorUri,
                draft.kind.isFrontend()
                        ? new CaptureSlots(front.requestCaptures, front.responseCaptures)
                        : CaptureSlots.NONE,
                new KeepAliveProbes(front.probeCount, front.probeIdleSeconds, front.probeIntervalSeconds),
                front.serverConnections);
    }

    private BackSide back(ProxyDraft draft) {
        var back = draft.back;
        return new BackSide(
                servers.resolve(draft),
                balance(draft),
                back.hashType,
                back.fullConnections,
                back.connectionRetries,
                back.retryOn,
                back.redispatch,
                back.httpReuse,
                back.keepAliveQueue,
                checking(draft),
                back.source,
                new KeepAliveProbes(back.probeCount, back.probeIdleSeconds, back.probeIntervalSeconds),
                back.persistence,
                !back.unpublished);
    }

    /** HAProxy says so in a warning and goes on with round robin. */
    private static Balance balance(ProxyDraft draft) {
        var balance = draft.back.balance;
        return draft.mode == Mode.TCP && balance.needsHttp() ? new Balance.RoundRobin() : balance;
    }

    private static BackSide.Checking checking(ProxyDraft draft) {
        var check = draft.back.check;
        if (check.http == null) return new BackSide.Checking(draft.position, BackSide.Checking.Kind.CONNECT, null);
        var expected = check.expected.isEmpty() ? UP : check.expected;
        var http = new HttpCheck(
                check.method,
                check.uri,
                check.version,
                check.host,
                check.fields,
                expected,
                check.negated,
                check.disableOn404);
        return new BackSide.Checking(check.http, BackSide.Checking.Kind.HTTP, http);
    }

    private Logging logging(ProxyDraft draft, Diagnostics out) {
        var targets = new ArrayList<LogTarget>();
        for (var target : draft.log.targets) {
            if (target.isPresent()) targets.add(target.get());
            else targets.addAll(global.logs);
        }
        return new Logging(targets, formats(draft), cookie(draft, out), draft.log.tag);
    }

    private @Nullable CookieCapture cookie(ProxyDraft draft, Diagnostics out) {
        var asked = draft.log.cookie;
        if (asked == null) return null;
        var most = GlobalResolver.cookieLength(global);
        if (asked.length() <= most) return asked;
        out.warning(asked.position(), "truncating capture length to " + most + " bytes for " + draft.title() + ".");
        return new CookieCapture(asked.position(), asked.name(), most);
    }

    private static Logging.Formats formats(ProxyDraft draft) {
        var log = draft.log;
        return new Logging.Formats(
                line(draft), log.error, log.structuredData, log.uniqueId, log.uniqueIdField, log.steps);
    }

    private static LogFormat line(ProxyDraft draft) {
        var chosen = draft.log.line;
        if (chosen == null) return LogFormat.of(draft.position, Form.CONNECT);
        // HAProxy says so in a warning and goes on with the lines of TCP.
        if (!chosen.form().needsHttp() || draft.mode != Mode.TCP) return chosen;
        return LogFormat.of(chosen.position(), chosen.form() == Form.HTTP_CLF ? Form.TCP_CLF : Form.TCP);
    }
}
