package headway.language.pattern;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regular expressions ({@code -m reg}), tried one after the other: the first that matches anywhere in the value. */
final class RegexIndex implements PatternIndex {
    private record Member(Regex regex, int entry) {}

    private final Entries entries;
    private final boolean ignoresCase;
    /** For the writer. */
    private final List<Member> members = new ArrayList<>();
    /** For readers, in the order of the list. */
    private volatile Member[] all = {};

    RegexIndex(Entries entries, boolean ignoresCase) {
        this.entries = entries;
        this.ignoresCase = ignoresCase;
    }

    @Override
    public int find(Sample value) {
        var compiled = all;
        if (compiled.length == 0) return NONE;
        var text = Slab.text(value.at, value.length);
        for (var member : compiled) if (member.regex.find(text)) return member.entry;
        return NONE;
    }

    /** The expression of an entry that has been found; null when it has been removed since. */
    @Nullable
    Regex regex(int entry) {
        var ordered = all;
        var from = 0;
        var to = ordered.length;
        while (from < to) {
            var middle = from + to >>> 1;
            if (ordered[middle].entry < entry) from = middle + 1;
            else to = middle;
        }
        return from < ordered.length && ordered[from].entry == entry ? ordered[from].regex : null;
    }

    /** Entries whose expressions are not matched in linear time. */
    List<Integer> slow() {
        return members.stream()
                .filter(m -> !m.regex.isLinear())
                .map(Member::entry)
                .toList();
    }

    @Override
    public void check(String key) throws BindException {
        Regex.compile(key, ignoresCase);
    }

    @Override
    public void add(int entry) throws BindException {
        members.add(new Member(Regex.compile(entries.keyText(entry), ignoresCase), entry));
    }

    @Override
    public void add(int entry, PatternIndex former, int known) throws BindException {
        var regex = former instanceof RegexIndex index ? index.regex(known) : null;
        if (regex == null) add(entry);
        else members.add(new Member(regex, entry));
    }

    @Override
    public void remove(int entry) {
        members.removeIf(m -> m.entry == entry);
    }

    @Override
    public void ready() {
        all = members.toArray(new Member[0]);
    }
}
