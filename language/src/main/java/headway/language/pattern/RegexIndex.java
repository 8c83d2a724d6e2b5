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
    /** For readers. */
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
        for (var member : all) if (member.entry == entry) return member.regex;
        return null;
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
    public void remove(int entry) {
        members.removeIf(m -> m.entry == entry);
    }

    @Override
    public void ready() {
        all = members.toArray(new Member[0]);
    }
}
