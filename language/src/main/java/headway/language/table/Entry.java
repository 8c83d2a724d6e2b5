package headway.language.table;

import headway.language.table.Directive.Reader;
import headway.language.table.Directive.Remark;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a table, to be read from top to bottom. */
final class Entry<D> {
    private final String name;
    private final String summary;
    private Set<Section> sections = Set.of();
    private String unset = "";
    private List<String> examples = List.of();
    private @Nullable Reader<D> negation;
    private @Nullable Reader<D> reset;
    private Remark remark = new Remark.None();
    private boolean experimental;

    Entry(String name, String summary) {
        this.name = name;
        this.summary = summary;
    }

    static <D> Entry<D> entry(String name, String summary) {
        return new Entry<>(name, summary);
    }

    Entry<D> in(Set<Section> sections) {
        this.sections = sections;
        return this;
    }

    /** What holds without it. */
    Entry<D> unset(String value) {
        unset = value;
        return this;
    }

    Entry<D> example(String... lines) {
        examples = List.of(lines);
        return this;
    }

    /** What {@code no} before it does. */
    Entry<D> no(Consumer<D> negation) {
        this.negation = (draft, words) -> negation.accept(draft);
        return this;
    }

    /** What {@code no} before it does with the arguments. */
    Entry<D> no(Reader<D> negation) {
        this.negation = negation;
        return this;
    }

    /** What {@code default} before it does. */
    Entry<D> byDefault(Consumer<D> reset) {
        this.reset = (draft, words) -> reset.accept(draft);
        return this;
    }

    Entry<D> noEffect(String why) {
        remark = new Remark.NoEffect(why);
        return this;
    }

    /** Only behind {@code expose-experimental-directives}. */
    Entry<D> experimental() {
        experimental = true;
        return this;
    }

    Entry<D> renamed(String successor) {
        remark = new Remark.Renamed(successor);
        return this;
    }

    /** It stands alone. */
    Directive<D> sets(Consumer<D> setter) {
        return done("", (draft, words) -> {
            words.end();
            setter.accept(draft);
        });
    }

    /** An option within a line: what follows is another one's. */
    Directive<D> turns(Consumer<D> setter) {
        return done("", (draft, words) -> setter.accept(draft));
    }

    /** One argument, and the line ends. */
    <T> Directive<D> takes(Argument<T> argument, BiConsumer<D, T> setter) {
        return done(argument.form(), (draft, words) -> {
            var value = words.read(argument);
            words.end();
            setter.accept(draft, value);
        });
    }

    /** One argument, and another option may follow. */
    <T> Directive<D> with(Argument<T> argument, BiConsumer<D, T> setter) {
        return done(argument.form(), (draft, words) -> setter.accept(draft, words.read(argument)));
    }

    /** Arguments of a shape of their own. */
    Directive<D> reads(String form, Reader<D> reader) {
        return done(form, reader);
    }

    /** Whatever follows is accepted and not looked at. */
    Directive<D> ignores(String form) {
        return done(form, (draft, words) -> words.rest());
    }

    private Directive<D> done(String form, Reader<D> reader) {
        return new Directive<>(
                name, sections, form, summary, unset, examples, reader, negation, reset, remark, experimental);
    }
}
