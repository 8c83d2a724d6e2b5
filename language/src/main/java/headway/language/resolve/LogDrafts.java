package headway.language.resolve;

import headway.language.draft.LogForwardDraft;
import headway.language.draft.LogProfileDraft;
import headway.language.draft.RingDraft;
import headway.language.syntax.Line;
import headway.language.syntax.Mistake;
import headway.language.table.Names;
import headway.language.table.Section;
import headway.language.table.Tables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sections about logs as far as they have been read. */
final class LogDrafts {
    final Map<String, RingDraft> rings = new LinkedHashMap<>();
    final Map<String, LogForwardDraft> forwards = new LinkedHashMap<>();
    final Map<String, LogProfileDraft> profiles = new LinkedHashMap<>();

    /**
     * Opens the section that the line begins, null when it begins none of these.
     *
     * @throws Mistake when it cannot be had; its lines are to be passed over then
     */
    SectionReader.Open.@Nullable Of<?> open(Line line, Tables tables) throws Mistake {
        var word = line.word(0);
        if (word.equals(Section.RING.word())) return ring(line, tables);
        if (word.equals(Section.LOG_FORWARD.word())) return forward(line, tables);
        if (word.equals(Section.LOG_PROFILE.word())) return profile(line, tables);
        return null;
    }

    private SectionReader.Open.Of<?> ring(Line line, Tables tables) throws Mistake {
        if (line.count() < 2) throw new Mistake(line.at(0), "missing ring name.");
        var name = line.word(1);
        var wrong = unusable(name);
        if (wrong != 0)
            throw new Mistake(
                    line.at(1), "invalid ring name '" + name + "' (character '" + wrong + "' is not permitted).");
        var draft = new RingDraft(line.position(), name);
        if (rings.putIfAbsent(name, draft) != null)
            throw new Mistake(line.at(1), "sink named '" + name + "' already exists.");
        return new SectionReader.Open.Of<>(Section.RING.word(), name, tables.ring(), draft);
    }

    private SectionReader.Open.Of<?> forward(Line line, Tables tables) throws Mistake {
        var name = named(line, Section.LOG_FORWARD);
        var draft = new LogForwardDraft(line.position(), name);
        var twin = forwards.putIfAbsent(name, draft);
        if (twin != null)
            throw new Mistake(
                    line.at(1),
                    "log-forward section '" + name + "' has the same name as another log-forward section declared at "
                            + twin.front.position + ".");
        return new SectionReader.Open.Of<>(Section.LOG_FORWARD.word(), name, tables.logForward(), draft);
    }

    private SectionReader.Open.Of<?> profile(Line line, Tables tables) throws Mistake {
        var name = named(line, Section.LOG_PROFILE);
        var draft = new LogProfileDraft(line.position(), name);
        var twin = profiles.putIfAbsent(name, draft);
        if (twin != null)
            throw new Mistake(
                    line.at(1),
                    "log-profile section '" + name + "' already exists (declared at " + twin.position + ").");
        return new SectionReader.Open.Of<>(Section.LOG_PROFILE.word(), name, tables.logProfile(), draft);
    }

    private static String named(Line line, Section section) throws Mistake {
        if (line.count() < 2) throw new Mistake(line.at(0), "missing name for " + section.word() + " section.");
        var name = line.word(1);
        var wrong = unusable(name);
        if (wrong != 0)
            throw new Mistake(
                    line.at(1),
                    "character '" + wrong + "' is not permitted in '" + section.word() + "' name '" + name + "'.");
        if (line.count() > 2)
            throw new Mistake(
                    line.at(2), "'" + section.word() + "' cannot handle unexpected argument '" + line.word(2) + "'.");
        return name;
    }

    /** The first character that a name may not have, 0 when there is none. */
    private static char unusable(String name) {
        for (var i = 0; i < name.length(); i++) if (!Names.isAllowed(name.charAt(i))) return name.charAt(i);
        return 0;
    }
}
