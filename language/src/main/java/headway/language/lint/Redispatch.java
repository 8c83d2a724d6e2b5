package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.draft.ProxyDraft;

/** {@code option redispatch} with {@code retries 0}: it says where to try again, and nothing is tried again. */
final class Redispatch implements Lint {
    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.enabled()
                .filter(proxy ->
                        proxy.kind.isBackend() && proxy.back.connectionRetries == 0 && proxy.back.redispatch != 0)
                .forEach(proxy -> tell(proxy, out));
    }

    /** What both are inherited from is nobody's mistake here. */
    private static void tell(ProxyDraft proxy, Diagnostics out) {
        Position at = proxy.own.getOrDefault("option redispatch", proxy.own.get("retries"));
        if (at != null)
            out.notice(
                    Code.REDISPATCH_WITHOUT_RETRY,
                    at,
                    "'option redispatch' has no effect in " + proxy.title()
                            + " with 'retries 0': a connection that fails is not tried again.");
    }
}
