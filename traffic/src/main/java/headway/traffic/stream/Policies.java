package headway.traffic.stream;

import headway.base.diagnostic.Diagnostics;
import headway.language.model.Balance;
import headway.language.model.ErrorReply;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.model.Tuning;
import headway.language.rule.ProxyRuleSets;
import headway.language.rule.RuleBinder;
import headway.language.sample.BindException;
import headway.language.sample.Expression;
import headway.wire.h1.CaseAdjust;
import headway.wire.h1.ErrorPages;
import headway.wire.h1.H1Settings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what runs of what a proxy means: its rules bound, its pages read, its way of reading HTTP/1. */
public final class Policies {
    private final RuleBinder binder;
    private final Diagnostics diagnostics;
    private final Tuning tuning;
    private final @Nullable CaseAdjust caseAdjust;
    private final Map<Integer, Page> defaultPages = new HashMap<>();

    public Policies(RuleBinder binder, Diagnostics diagnostics, Tuning tuning, Map<String, String> spellings) {
        this.binder = binder;
        this.diagnostics = diagnostics;
        this.tuning = tuning;
        caseAdjust = spellings.isEmpty() ? null : new CaseAdjust(spellings);
        for (var page : ErrorPages.values()) defaultPages.put(page.status(), Page.of(page));
    }

    public Policy of(Proxy proxy, ProxyRuleSets rules) {
        var pages = new HashMap<Integer, Page>();
        for (var reply : proxy.http().replies()) {
            // http-error with default-errorfiles takes back what stood before it, and has no page of its own.
            pages.remove(reply.status());
            var page = page(reply);
            if (page != null) pages.put(reply.status(), page);
        }
        return new Policy(proxy, rules, balanceKey(proxy), binder.forwarded(proxy), pages, defaultPages);
    }

    private @Nullable Expression balanceKey(Proxy proxy) {
        if (!(proxy.back().balance() instanceof Balance.Hash hash)
                || !proxy.kind().isBackend()) return null;
        try {
            return binder.balanceKey(proxy, hash);
        } catch (BindException e) {
            diagnostics.alert(e.at(hash.line().at(hash.word())), e.text(), e.proposal());
            return null;
        }
    }

    private @Nullable Page page(ErrorReply reply) {
        return switch (reply) {
            case ErrorReply.File file -> file(file);
            case ErrorReply.Redirect redirect -> redirect(redirect);
            case ErrorReply.Rule rule -> rule(rule);
        };
    }

    private @Nullable Page file(ErrorReply.File file) {
        try {
            return Page.parse(file.status(), file.content());
        } catch (PageException e) {
            diagnostics.alert(file.position(), "errorfile : '" + file.path() + "': " + e.text());
            return null;
        }
    }

    /** Also 303, after which a client asks with GET whatever the request was. */
    private static Page redirect(ErrorReply.Redirect redirect) {
        var reason = redirect.code() == 303 ? "See Other" : "Found";
        var response = "HTTP/1.1 " + redirect.code() + " " + reason
                + "\r\ncache-control: no-cache\r\ncontent-length: 0\r\nlocation: " + redirect.location()
                + "\r\n\r\n";
        try {
            return Page.parse(redirect.status(), response.getBytes(StandardCharsets.ISO_8859_1));
        } catch (PageException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Page rule(ErrorReply.Rule rule) {
        try {
            var reply = binder.reply(rule.line(), rule.status());
            return reply.isProxyPage() ? null : Page.of(rule.status(), reply);
        } catch (BindException e) {
            var own = "http-error : ";
            diagnostics.alert(
                    e.at(rule.line().position()), e.text().startsWith(own) ? e.text() : own + e.text(), e.proposal());
            return null;
        }
    }

    /** How the proxy reads from its clients and writes to them. */
    public H1Settings towardsClients(Proxy proxy) {
        return settings(proxy, proxy.has(ProxyOption.H1_CASE_ADJUST_CLIENT));
    }

    /** How it reads from its servers and writes to them. */
    public H1Settings towardsServers(Proxy proxy) {
        return settings(proxy, proxy.has(ProxyOption.H1_CASE_ADJUST_SERVER));
    }

    private H1Settings settings(Proxy proxy, boolean adjusts) {
        return new H1Settings(
                tuning.maxHeaders(),
                tuning.bufferSize(),
                proxy.has(ProxyOption.ACCEPT_UNSAFE_REQUEST),
                proxy.has(ProxyOption.ACCEPT_UNSAFE_RESPONSE),
                tuning.leniency().anyPayload(),
                tuning.leniency().insecureCoding(),
                adjusts ? caseAdjust : null);
    }
}
