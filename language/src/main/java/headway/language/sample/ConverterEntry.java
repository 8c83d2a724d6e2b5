package headway.language.sample;

import java.util.ArrayList;
import java.util.List;

/** A converter: a name that makes one value of another. */
public final class ConverterEntry implements NamedEntry {
    private final String name;
    private final Draft draft;
    private final Signature<Converter> signature;

    private ConverterEntry(String name, Draft draft, Signature<Converter> signature) {
        this.name = name;
        this.draft = draft;
        this.signature = signature;
    }

    /** Begins an entry; a value of another type than {@code in} is cast to it first. */
    public static Draft converter(String name, SampleType in, SampleType out) {
        return new Draft(name, in, out);
    }

    /** An entry that has no binder yet. */
    public static final class Draft {
        private final String name;
        private final SampleType in;
        private final SampleType out;
        private final List<Example> examples = new ArrayList<>();
        private String summary = "";

        private Draft(String name, SampleType in, SampleType out) {
            this.name = name;
            this.in = in;
            this.out = out;
        }

        public Draft summary(String sentence) {
            summary = sentence;
            return this;
        }

        public Draft example(String use, String given, String expected) {
            examples.add(new Example(use, given, expected));
            return this;
        }

        public ConverterEntry binds(Converter converter) {
            return new ConverterEntry(name, this, Signature.none(converter));
        }

        public <A> ConverterEntry binds(Parameter<A> first, Signature.One<A, Converter> binder) {
            return new ConverterEntry(name, this, Signature.of(first, binder));
        }

        public <A, B> ConverterEntry binds(
                Parameter<A> first, Parameter<B> second, Signature.Two<A, B, Converter> binder) {
            return new ConverterEntry(name, this, Signature.of(first, second, binder));
        }

        public <A, B, C> ConverterEntry binds(
                Parameter<A> first,
                Parameter<B> second,
                Parameter<C> third,
                Signature.Three<A, B, C, Converter> binder) {
            return new ConverterEntry(name, this, Signature.of(first, second, third, binder));
        }

        /** Without arguments, and still made of what is known where it stands. */
        public ConverterEntry bindsWhere(Signature.One<Binding, Converter> binder) {
            return new ConverterEntry(name, this, Signature.where(binder));
        }

        /** For more than three; the binder asks for their values in the same order. */
        public ConverterEntry binds(List<Parameter<?>> parameters, Signature.Many<Converter> binder) {
            return new ConverterEntry(name, this, Signature.of(parameters, binder));
        }
    }

    Converter bind(Arguments arguments, Binding binding) throws BindException {
        return signature.bind(arguments, binding);
    }

    /** The same under another name. */
    public ConverterEntry as(String other) {
        return new ConverterEntry(other, draft, signature);
    }

    @Override
    public String name() {
        return name;
    }

    public SampleType in() {
        return draft.in;
    }

    /** ANY: of the type it was given when it takes any; else of one that shows only when it runs. */
    public SampleType out() {
        return draft.out;
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
