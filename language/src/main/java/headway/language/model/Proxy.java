package headway.language.model;

import headway.base.diagnostic.Position;
import java.util.Set;

/**
 * A {@code listen}, {@code frontend} or {@code backend} with what it has from its {@code defaults}. What does not belong to its kind is at its neutral value.
 *
 * @param id {@code id} or the next free number
 * @param isIdForced the number is that of {@code id}
 * @param modePosition of the {@code mode} line that counts, its own or that of its defaults; the proxy's when there is none
 * @param options those that are on
 * @param refused those that a {@code no option} line switches off, which tells them from those nobody spoke of
 */
public record Proxy(
        Position position,
        Kind kind,
        String name,
        int id,
        boolean isIdForced,
        Mode mode,
        Position modePosition,
        boolean disabled,
        String description,
        Timeouts timeouts,
        Set<ProxyOption> options,
        Set<ProxyOption> refused,
        FrontSide front,
        BackSide back,
        HttpSettings http,
        ProxyRules rules,
        Logging logging) {
    public Proxy {
        options = Set.copyOf(options);
        refused = Set.copyOf(refused);
    }

    /** Of the name alone: proxies are keys of maps, and all that is in them may be much. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Which section it was written as. */
    public enum Kind {
        LISTEN("listen"),
        FRONTEND("frontend"),
        BACKEND("backend"),
        DEFAULTS("defaults");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isFrontend() {
            return this == LISTEN || this == FRONTEND;
        }

        public boolean isBackend() {
            return this == LISTEN || this == BACKEND;
        }
    }

    public boolean has(ProxyOption option) {
        return options.contains(option);
    }

    /** {@code option abortonclose}, which HAProxy 3.5 has on by default for HTTP and off for TCP. */
    public boolean abortsOnClose(boolean isHttp) {
        return has(ProxyOption.ABORT_ON_CLOSE) || isHttp && !refused.contains(ProxyOption.ABORT_ON_CLOSE);
    }
}
