package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.syntax.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code listen}, {@code frontend}, {@code backend} or {@code defaults} section. */
public final class ProxyDraft {
    public final Position position;
    public final Proxy.Kind kind;
    /** Empty for anonymous defaults. */
    public final String name;

    /** HAProxy's mode without a {@code mode} line. */
    public Mode mode = Mode.TCP;

    public Position modePosition;
    /** 0 until set. */
    public int id;

    public boolean disabled;
    public String description = "";
    public final Map<TimeoutName, Long> timeouts = new EnumMap<>(TimeoutName.class);
    public final Set<ProxyOption> options = EnumSet.noneOf(ProxyOption.class);
    public final Set<ProxyOption> refused = EnumSet.noneOf(ProxyOption.class);
    public final FrontDraft front;
    public final BackDraft back;
    public final HttpDraft http;
    public final RulesDraft rules;
    public final LogDraft log;

    /** Which keywords this section says itself, and where first: what is inherited is nobody's mistake here. */
    public final Map<String, Position> own = new HashMap<>();

    /** The lines of the section itself, as far as they are keywords, also those that are ignored here. */
    public final List<Line> lines = new ArrayList<>();

    /** The defaults this one begins with. */
    public final @Nullable ProxyDraft defaults;

    public ProxyDraft(Position position, Proxy.Kind kind, String name, @Nullable ProxyDraft defaults) {
        this.position = position;
        this.kind = kind;
        this.name = name;
        this.defaults = defaults;
        modePosition = position;
        if (defaults != null) {
            mode = defaults.mode;
            modePosition = defaults.own.isEmpty() && defaults.defaults == null ? position : defaults.modePosition;
            disabled = defaults.disabled;
            timeouts.putAll(defaults.timeouts);
            options.addAll(defaults.options);
            refused.addAll(defaults.refused);
        }
        front = new FrontDraft(defaults == null ? null : defaults.front);
        back = new BackDraft(defaults == null ? null : defaults.back);
        http = new HttpDraft(defaults == null ? null : defaults.http);
        rules = new RulesDraft(defaults == null ? null : defaults.rules);
        log = new LogDraft(defaults == null ? null : defaults.log);
    }

    public void option(ProxyOption option, boolean on) {
        (on ? options : refused).add(option);
        (on ? refused : options).remove(option);
    }

    /** {@code default option}: as if nobody had spoken of it. */
    public void forget(ProxyOption option) {
        options.remove(option);
        refused.remove(option);
    }

    /** "frontend 'a'", and "proxy 'a'" for a listen, as HAProxy says it. */
    public String title() {
        if (name.isEmpty()) return kind.word();
        return (kind == Proxy.Kind.LISTEN ? "proxy" : kind.word()) + " '" + name + "'";
    }
}
