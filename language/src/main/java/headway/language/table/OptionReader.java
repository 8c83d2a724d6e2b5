package headway.language.table;

import headway.base.catalog.Catalog;
import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.language.syntax.Mistake;
import headway.language.table.Directive.Remark;

/** Reads the options of a {@code bind} or {@code server} line to its end. One that is wrong does not hide the next. */
final class OptionReader {
    /**
     * @param full before a message about an option
     * @param line the line's own name, for remarks
     */
    record Titles(String full, String line) {}

    private OptionReader() {}

    static <D> void read(Catalog<Directive<D>> catalog, D draft, Arguments words, Titles titles) throws Mistake {
        while (words.has()) {
            var name = words.next();
            var option = catalog.find(name);
            if (option == null) throw unknown(catalog, name, words, titles);
            remark(option, words, titles);
            var arguments = words.named(name);
            try {
                option.reader().read(draft, arguments);
            } catch (Mistake mistake) {
                throw new Mistake(
                        mistake.code(), mistake.at(), titles.full + " : " + mistake.getMessage(), mistake.proposal());
            }
            words.moveTo(arguments.index());
        }
    }

    private static <D> Mistake unknown(Catalog<Directive<D>> catalog, String name, Arguments words, Titles titles) {
        if (catalog.standing(name) == Catalog.Standing.NOT_YET)
            return new Mistake(
                    Code.NOT_YET, words.at(), titles.full + " : " + Messages.notYet(catalog.known(), name), "");
        return new Mistake(
                Code.UNKNOWN_KEYWORD,
                words.at(),
                titles.full + " : unknown keyword '" + name + "'",
                catalog.nearest(name).orElse(""));
    }

    private static void remark(Directive<?> option, Arguments words, Titles titles) {
        var out = words.reading().out();
        switch (option.remark()) {
            case Remark.None() -> {}
            case Remark.NoEffect(var why) ->
                out.notice(words.at(), titles.full + " : '" + option.name() + "' has no effect: " + why);
            case Remark.Renamed(var successor) ->
                out.add(
                        Severity.WARNING,
                        Code.DEPRECATED,
                        words.at(),
                        titles.full + " : '" + option.name() + "' is deprecated, use '" + successor + "' instead.",
                        successor);
        }
    }
}
