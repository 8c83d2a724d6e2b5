package headway.language.sample;

import headway.base.catalog.Keyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alias of log formats ({@code %ci}), with its percent sign: configuration manual 8.2.6. */
public final class AliasEntry implements Keyword {
    /** How it is written, and as what it is encoded. */
    public enum Kind {
        /** A text, which {@code +Q} puts into quotes. */
        TEXT,
        /** A text that is never quoted, such as a date. */
        WORD,
        NUMBER,
        /** A list in braces, of which nothing is left when nothing can be in it. */
        LIST,
        /** A list whose items are quoted one by one. */
        ITEMS
    }

    /** Where it may stand. */
    public enum Restriction {
        NONE,
        HTTP,
        LOG
    }

    /** From when on it says what it will say at the end: a line may be written once all of its aliases can. In this order. */
    public enum Known {
        AT_ONCE,
        WITH_REQUEST,
        WITH_RESPONSE,
        AT_END
    }

    private final String name;
    private final Draft draft;
    private final LineValue value;

    private AliasEntry(String name, Draft draft, LineValue value) {
        this.name = name;
        this.draft = draft;
        this.value = value;
    }

    /** Begins an entry. */
    public static Draft alias(String name, Kind kind, Known known) {
        return new Draft(name, kind, known);
    }

    /** An entry that has no value yet. */
    public static final class Draft {
        private final String name;
        private final Kind kind;
        private final Known known;
        private final List<Example> examples = new ArrayList<>();
        private Restriction restriction = Restriction.NONE;
        private String summary = "";
        private @Nullable LineValue hexadecimal;
        private @Nullable LineValue raw;
        private @Nullable LineValue quoted;

        private Draft(String name, Kind kind, Known known) {
            this.name = name;
            this.kind = kind;
            this.known = known;
        }

        public Draft summary(String sentence) {
            summary = sentence;
            return this;
        }

        public Draft only(Restriction where) {
            restriction = where;
            return this;
        }

        /**
         * A use of it.
         *
         * @param given facts of the stream, {@code name=value} with blanks between
         */
        public Draft example(String use, String given, String expected) {
            examples.add(new Example(use, given, expected));
            return this;
        }

        /** What {@code +X} makes of it. */
        public Draft hexadecimal(LineValue value) {
            hexadecimal = value;
            return this;
        }

        /** Without any sign made harmless, for encodings that do so themselves. */
        public Draft raw(LineValue value) {
            raw = value;
            return this;
        }

        /** What {@code +Q} makes of it, where that is more than quotes around it. */
        public Draft quoted(LineValue value) {
            quoted = value;
            return this;
        }

        public AliasEntry writes(LineValue value) {
            return new AliasEntry(name, this, value);
        }
    }

    @Override
    public String name() {
        return name;
    }

    public Kind kind() {
        return draft.kind;
    }

    public Known known() {
        return draft.known;
    }

    public Restriction restriction() {
        return draft.restriction;
    }

    public LineValue value() {
        return value;
    }

    public LineValue hexadecimal() {
        return draft.hexadecimal == null ? value : draft.hexadecimal;
    }

    public LineValue raw() {
        return draft.raw == null ? value : draft.raw;
    }

    /** Null when quotes around it are all. */
    public @Nullable LineValue quoted() {
        return draft.quoted;
    }

    @Override
    public String summary() {
        return draft.summary;
    }

    /** Each of them runs as a test. */
    public List<Example> uses() {
        return List.copyOf(draft.examples);
    }

    @Override
    public List<String> examples() {
        return draft.examples.stream().map(Example::use).toList();
    }
}
