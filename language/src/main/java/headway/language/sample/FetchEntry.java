package headway.language.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample fetch: a name that reads something of the stream. */
public final class FetchEntry implements NamedEntry {
    private final String name;
    private final Draft draft;
    private final Signature<Reader> signature;
    /** What the name means in places where it has nothing to read otherwise. */
    private final @Nullable FetchEntry other;

    private FetchEntry(String name, Draft draft, Signature<Reader> signature) {
        this(name, draft, signature, null);
    }

    private FetchEntry(String name, Draft draft, Signature<Reader> signature, @Nullable FetchEntry other) {
        this.name = name;
        this.draft = draft;
        this.signature = signature;
        this.other = other;
    }

    /** Begins an entry. */
    public static Draft fetch(String name, SampleType type, Source source) {
        return new Draft(name, type, source);
    }

    /** An entry that has no binder yet. */
    public static final class Draft {
        private final String name;
        private final SampleType type;
        private final Source source;
        private final List<Example> examples = new ArrayList<>();
        private String summary = "";
        private @Nullable Clock clock;

        private Draft(String name, SampleType type, Source source) {
            this.name = name;
            this.type = type;
            this.source = source;
        }

        public Draft summary(String sentence) {
            summary = sentence;
            return this;
        }

        public Draft example(String use, String given, String expected) {
            examples.add(new Example(use, given, expected));
            return this;
        }

        public FetchEntry binds(Reader reader) {
            return new FetchEntry(name, this, Signature.none(reader));
        }

        public <A> FetchEntry binds(Parameter<A> first, Signature.One<A, Reader> binder) {
            return new FetchEntry(name, this, Signature.of(first, binder));
        }

        public <A, B> FetchEntry binds(Parameter<A> first, Parameter<B> second, Signature.Two<A, B, Reader> binder) {
            return new FetchEntry(name, this, Signature.of(first, second, binder));
        }

        public <A, B, C> FetchEntry binds(
                Parameter<A> first, Parameter<B> second, Parameter<C> third, Signature.Three<A, B, C, Reader> binder) {
            return new FetchEntry(name, this, Signature.of(first, second, third, binder));
        }

        /** For one argument or more, all of one kind. */
        public <A> FetchEntry bindsAll(Parameter<A> each, int most, Signature.All<A, Reader> binder) {
            return new FetchEntry(name, this, Signature.all(each, most, binder));
        }
    }

    /** The same, which reads what that clock measures: it runs when the entry is used. */
    public FetchEntry by(Clock clock) {
        draft.clock = clock;
        return this;
    }

    Reader bind(Arguments arguments, Binding binding) throws BindException {
        var clock = draft.clock;
        if (clock != null) binding.declared().meters().wants(clock);
        return signature.bind(arguments, binding);
    }

    /** The same under another name. */
    public FetchEntry as(String other) {
        return new FetchEntry(other, draft, signature);
    }

    /** The same under a name that has no direction: where there is no request any more it means that of responses. */
    public FetchEntry as(String name, FetchEntry ofResponses) {
        return new FetchEntry(name, draft, signature, ofResponses);
    }

    /** What it means in that place. */
    FetchEntry in(Binding place) {
        return other != null && !source().isIn(place) && other.source().isIn(place) ? other : this;
    }

    @Override
    public String name() {
        return name;
    }

    public SampleType type() {
        return draft.type;
    }

    public Source source() {
        return draft.source;
    }

    @Override
    public String summary() {
        return draft.summary;
    }

    @Override
    public List<Example> uses() {
        return draft.examples.stream().map(e -> e.renamed(draft.name, name)).toList();
    }

    @Override
    public String types() {
        return signature.types();
    }

    @Override
    public String syntax() {
        return signature.syntax();
    }
}
