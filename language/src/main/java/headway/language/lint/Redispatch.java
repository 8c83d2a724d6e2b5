package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.draft.ProxyDraft;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** {@code option redispatch} with {@code retries 0}: it says where to try again, and nothing is tried again. */
final class Redispatch implements Lint {
    @Override
    public void check(Drafts drafts, Diagnostics out) {
        var told = new HashSet<ProxyDraft>();
        drafts.enabled()
                .filter(proxy ->
                        proxy.kind.isBackend() && proxy.back.connectionRetries == 0 && proxy.back.redispatch != 0)
                .map(Redispatch::speaker)
                .filter(told::add)
                .forEach(speaker -> tell(speaker, out));
    }

    /** The section that says the one or the other last. */
    private static ProxyDraft speaker(ProxyDraft proxy) {
        var speaker = proxy;
        while (position(speaker) == null && speaker.defaults != null) speaker = speaker.defaults;
        return speaker;
    }

    private static @Nullable Position position(ProxyDraft proxy) {
        return proxy.own.getOrDefault("option redispatch", proxy.own.get("retries"));
    }

    private static void tell(ProxyDraft proxy, Diagnostics out) {
        var at = position(proxy);
        if (at != null)
            out.notice(
                    Code.REDISPATCH_WITHOUT_RETRY,
                    at,
                    "'option redispatch' has no effect in " + proxy.title()
                            + " with 'retries 0': a connection that fails is not tried again.");
    }
}
