package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;

/** What HAProxy tells with {@code -dD} only. */
final class Suspicions implements Lint {
    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.enabled()
                .filter(proxy -> proxy.kind.isBackend())
                .forEach(proxy -> proxy.back.servers.stream()
                        .filter(server -> server.weight == 0)
                        .forEach(server -> out.add(
                                Severity.DIAG,
                                Code.SUSPICIOUS,
                                server.position,
                                "'server " + proxy.name + "/" + server.name
                                        + "' : configured with weight of 0 will never be selected by load balancing algorithms",
                                "")));
    }
}
