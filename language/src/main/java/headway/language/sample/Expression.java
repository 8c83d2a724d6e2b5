package headway.language.sample;

import java.util.List;

/** A fetch and the converters its value goes through, bound. */
public final class Expression {
    private final String text;
    private final Reader reader;
    private final Converter[] converters;
    private final SampleType type;
    private final Source source;
    private final String fetchName;

    Expression(String text, FetchEntry fetch, Reader reader, List<Converter> converters, SampleType type) {
        this.text = text;
        this.reader = reader;
        this.converters = converters.toArray(new Converter[0]);
        this.type = type;
        this.source = fetch.source();
        this.fetchName = fetch.name();
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** What type its value has as far as is known before it runs; ANY when that shows only then. */
    public SampleType type() {
        return type;
    }

    public Source source() {
        return source;
    }

    public boolean hasConverters() {
        return converters.length > 0;
    }

    public String fetchName() {
        return fetchName;
    }

    /**
     * Reads the value; {@code out} has been {@link Sample#begin begun}.
     *
     * @return false when there is none
     */
    public boolean read(Scope scope, Sample out) {
        out.again();
        if (!reader.read(scope, out)) return false;
        for (var converter : converters) if (!converter.convert(scope, out)) return false;
        return true;
    }

    /** Reads the value as a text. */
    public boolean readText(Scope scope, Sample out) {
        return read(scope, out) && Casts.toText(scope, out);
    }
}
