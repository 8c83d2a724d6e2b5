package headway.language.pattern;

import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** All lists of patterns of a configuration: those with names, which are shared, and those of ACLs. */
public final class PatternStore {
    /** The lists that go with a binding. */
    public static PatternStore of(Binding binding) {
        var store = binding.attached(PatternStore.class);
        if (store == null) throw new IllegalStateException("no lists of patterns go with this binding");
        return store;
    }

    private final Map<String, PatternList> named = new LinkedHashMap<>();
    private final List<PatternList> all = new ArrayList<>();
    /** Where a rule changes a list. */
    private final Map<PatternList, Position> changes = new LinkedHashMap<>();

    private final List<SlowRegex> slow = new ArrayList<>();
    private final LongAdder refusals = new LongAdder();
    /** Bytes of all lists together, as their versions estimate them. */
    private final AtomicLong memory = new AtomicLong();

    private final long mostMemory;

    /** Where versions are made anew: not on a loop. */
    private final Executor renewals;

    public PatternStore() {
        this(Limit.MEMORY, oneThread());
    }

    /**
     * @param mostMemory at which nothing is added any more while the program runs
     * @param renewals runs what takes too long for a loop
     */
    PatternStore(long mostMemory, Executor renewals) {
        this.mostMemory = mostMemory;
        this.renewals = renewals;
    }

    /** One thread for all lists, which is there only while it has something to do. */
    private static Executor oneThread() {
        return new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("patterns").daemon().factory());
    }

    /** What stands before a name: configuration manual 2.7. */
    private enum Form {
        FILE("file@"),
        OPTIONAL("opt@"),
        VIRTUAL("virt@");

        private final String prefix;

        Form(String prefix) {
            this.prefix = prefix;
        }

        static Form of(String name) {
            for (var form : values()) if (name.startsWith(form.prefix)) return form;
            return FILE;
        }

        /** The name that identifies the list. */
        String bare(String name) {
            return this != VIRTUAL && name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        }
    }

    /** The list of an ACL's own patterns, which has no name. */
    public PatternList anonymous(List<String> patterns) {
        var list = new PatternList(this, "");
        all.add(list);
        var entries = new Entries(false, new byte[0], patterns.size());
        for (var pattern : patterns) entries.add(pattern, "");
        list.load(entries, new int[0]);
        return list;
    }

    /**
     * The list of that name, whether or not anything has said yet what its lines are.
     *
     * @param name as written, with or without what may stand before it
     */
    public PatternList named(String name) {
        return named.computeIfAbsent(Form.of(name).bare(name), n -> new PatternList(this, n));
    }

    /**
     * The same, and it is read from its file if it has not been yet.
     *
     * @param folder against which the name of a file is resolved
     * @param isMap its lines are keys and values
     */
    public PatternList load(String name, Path folder, boolean isMap) throws BindException {
        var list = named(name);
        if (list.isLoaded()) {
            if (list.isMap() != isMap) throw inBothWays(list.name(), isMap);
            return list;
        }
        var form = Form.of(name);
        var path = form == Form.VIRTUAL ? null : path(list.name(), folder, form == Form.OPTIONAL);
        if (path == null) list.load(new Entries(isMap, new byte[0], 0), new int[0]);
        else PatternFile.load(list, path, isMap);
        all.add(list);
        return list;
    }

    private static BindException inBothWays(String name, boolean isMap) {
        var one = "one column file";
        var two = "two column file";
        return new BindException("The file \"" + name + "\" is already used as " + (isMap ? one : two)
                + " and cannot be used by as " + (isMap ? two : one));
    }

    /** Null when the file may be missing and is. */
    private static @Nullable Path path(String name, Path folder, boolean isOptional) throws BindException {
        try {
            var path = folder.resolve(name);
            if (isOptional && !Files.exists(path)) return null;
            if (!name.isEmpty() && !Files.isDirectory(path)) return path;
        } catch (InvalidPathException e) {
            throw new BindException("failed to open pattern file <" + name + ">");
        }
        throw new BindException("failed to open pattern file <" + name + ">");
    }

    /** Gives a list the number of {@code -u}. */
    public void identify(PatternList list, int id) throws BindException {
        for (var other : all) if (other != list && other.id() == id) throw new BindException("the id is already used");
        list.id(id);
    }

    /**
     * The list of that name for a rule that changes it.
     *
     * @param position of the rule, for the notice that nobody reads the list
     */
    public PatternList changed(String name, Position position) {
        var list = named(name);
        changes.putIfAbsent(list, position);
        return list;
    }

    /** Once, when the configuration is read: every list gets a number, those without one in their order, and changes that nobody sees are told of. */
    public void finish(Diagnostics out) {
        var taken = new HashSet<Integer>();
        for (var list : all) {
            taken.add(list.id());
            list.count();
        }
        var next = 0;
        for (var list : all) {
            if (list.id() >= 0) continue;
            while (!taken.add(next)) next++;
            list.id(next);
        }
        changes.forEach((list, position) -> {
            if (list.isLoaded()) list.expectChanges();
            else out.notice(position, "nothing reads the list '" + list.name() + "', so to change it has no effect");
        });
        changes.clear();
    }

    /** All lists that something reads, in the order in which they were first named. */
    public List<PatternList> all() {
        return List.copyOf(all);
    }

    /**
     * A regular expression that is not matched in linear time.
     *
     * @param position of its line in a file; null when it stands in the configuration
     */
    private record SlowRegex(@Nullable Position position, String text) {}

    void slow(PatternList list, List<Integer> entries) {
        for (var entry : entries)
            slow.add(
                    new SlowRegex(list.position(entry), list.current().entries().keyText(entry)));
    }

    /**
     * Tells of the regular expressions that have come since the last time and are not matched in linear time.
     *
     * @param here where they stand if not in a file
     */
    public void tellSlow(Position here, Diagnostics out) {
        for (var regex : slow) tellSlow(regex.position == null ? here : regex.position, regex.text, out);
        slow.clear();
    }

    static void tellSlow(Position position, String text, Diagnostics out) {
        out.notice(
                position,
                "regex '" + text
                        + "' needs an engine that takes steps back (for back-references, look-around or possessive"
                        + " repetition), so a long value can make it slow; others are matched in linear time");
    }

    /** How many changes were not made since a list had reached a limit. */
    public long refusals() {
        return refusals.sum();
    }

    /** A list takes so much more memory than before. */
    void counted(long difference) {
        memory.addAndGet(difference);
    }

    boolean hasMemory() {
        return hasMemory(0);
    }

    boolean hasMemory(long more) {
        return memory.get() + more < mostMemory;
    }

    void renew(Runnable renewal) {
        renewals.execute(renewal);
    }

    void refused() {
        refusals.increment();
    }
}
