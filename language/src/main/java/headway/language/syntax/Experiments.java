package headway.language.syntax;

import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import org.jspecify.annotations.Nullable;

/** Where words may be used that HAProxy calls experimental: behind the first {@code expose-experimental-directives}, wherever in the files that stands. */
public final class Experiments {
    private final FileOrder order;
    private @Nullable Position exposed;
    private boolean used;

    public Experiments(FileOrder order) {
        this.order = order;
    }

    /** From that line on. */
    public void expose(Position at) {
        if (exposed == null) exposed = at;
    }

    /**
     * What to say of an experimental word in that place; empty when it is allowed there.
     *
     * @param kind what the word is, such as an action
     */
    public String refusal(String word, String kind, Position at) {
        used = true;
        return exposed != null && order.reaches(exposed, at)
                ? ""
                : "'" + word + "' " + kind + " is experimental, must be allowed via a global"
                        + " 'expose-experimental-directives'";
    }

    /**
     * Once all rules are bound. A notice, although the manual of 3.5 has a warning: what a disabled proxy uses is not seen, and with {@code -dW} a warning
     * is fatal.
     */
    public void finish(Diagnostics out) {
        if (exposed != null && !used)
            out.notice(
                    exposed,
                    "'expose-experimental-directives' is set, but no experimental directive is used: the line can go.");
    }

    @Override
    public String toString() {
        return exposed == null ? "not exposed" : "exposed";
    }
}
