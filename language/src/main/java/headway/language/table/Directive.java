package headway.language.table;

import headway.base.catalog.Keyword;
import headway.language.syntax.Mistake;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A keyword of a section or an option of a line, with all that is said of it.
 *
 * @param <D> the draft that it writes to
 * @param form its arguments as the reference shows them
 * @param unset what holds without it, in the words of a configuration
 * @param reader what it does to the draft
 * @param negation what {@code no} before it does, null when that is not possible
 * @param reset what {@code default} before it does, null when that is not possible
 * @param remark what is told to whoever uses it
 * @param isExperimental only behind {@code expose-experimental-directives}
 */
public record Directive<D>(
        String name,
        Set<Section> sections,
        String form,
        String summary,
        String unset,
        List<String> examples,
        Reader<D> reader,
        @Nullable Reader<D> negation,
        @Nullable Reader<D> reset,
        Remark remark,
        boolean isExperimental)
        implements Keyword {

    /** Reads the arguments into the draft. */
    @FunctionalInterface
    public interface Reader<D> {
        void read(D draft, Arguments words) throws Mistake;
    }

    /** Something to tell whenever the directive is used. */
    public sealed interface Remark {
        /** Nothing. */
        record None() implements Remark {}

        /** It is accepted and does nothing here: a notice. */
        record NoEffect(String why) implements Remark {}

        /** It has another name by now: a warning. */
        record Renamed(String successor) implements Remark {}
    }
}
