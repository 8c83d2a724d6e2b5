package headway.operate.log;

import headway.language.rule.ProfileFormats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each output of a frontend is told at one step of a stream: the usual line, one of its profile, or nothing. */
final class OutputLines {
    private final OutputLine usual;
    private final @Nullable OutputLine[] lines;

    /**
     * @param profiles of the outputs, in their order; null for those that have none
     * @param step as a profile names it
     */
    OutputLines(OutputLine usual, List<? extends @Nullable ProfileFormats> profiles, String step) {
        this.usual = usual;
        lines = new OutputLine[profiles.size()];
        for (var i = 0; i < lines.length; i++) lines[i] = line(usual, profiles.get(i), step);
    }

    private static @Nullable OutputLine line(OutputLine usual, @Nullable ProfileFormats profile, String step) {
        var own = profile == null ? null : profile.at(step);
        if (own == null) return usual;
        if (own.dropped()) return null;
        var format = own.line();
        StreamLine text = format == null ? usual.text() : (account, out) -> format.write(account.scope, out);
        return new OutputLine(text, own.structuredData() == null ? usual.data() : own.structuredData());
    }

    OutputLine usual() {
        return usual;
    }

    /** What the output in that place is told, null for nothing. */
    @Nullable
    OutputLine of(int place) {
        return lines[place];
    }
}
