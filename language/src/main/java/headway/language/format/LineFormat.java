package headway.language.format;

import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.sample.AliasEntry.Known;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;
import java.util.Set;

/** A bound format: its pieces, written one after the other. */
public final class LineFormat implements Format {
    /** HAProxy's texts end with its buffer; so do these. */
    static final int LIMIT = 16384;

    private final Step[] steps;
    private final Known known;
    private final boolean hasAliases;
    private final Set<String> names;

    /** @param names of all aliases and fetches in it */
    LineFormat(List<Step> steps, Known known, Set<String> names) {
        this.steps = steps.toArray(new Step[0]);
        this.known = known;
        this.names = Set.copyOf(names);
        hasAliases = names.stream().anyMatch(name -> name.startsWith("%"));
    }

    /** Whether it shows this alias ({@code %fi}) or fetch. */
    public boolean mentions(String name) {
        return names.contains(name);
    }

    /** From when on all that it says is known. */
    public Known known() {
        return known;
    }

    /** Writes the line; what does not fit is cut. The facts of the stream have been brought up to date. */
    public void write(Scope scope, LineWriter out) {
        for (var step : steps) step.write(scope, out);
    }

    @Override
    public boolean write(Scope scope, Sample out) {
        if (hasAliases) scope.refresh();
        var scratch = scope.scratch();
        var work = scratch.work(LIMIT);
        var writer = scratch.borrowWriter();
        writer.begin(work.tail(), LIMIT);
        write(scope, writer);
        scratch.giveBackWriter();
        var fits = !writer.isCut();
        if (fits) keep(writer, scope, out);
        work.release();
        return fits;
    }

    private static void keep(LineWriter writer, Scope scope, Sample out) {
        var length = writer.length();
        var at = scope.scratch().take(length);
        Slab.copy(writer.at(), at, length);
        out.text(at, length);
    }
}
