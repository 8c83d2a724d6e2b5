package headway.language.pattern;

import headway.base.diagnostic.Position;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A list of patterns: all that name it share it, each with its way of comparing, and what changes it changes it for all at once.
 *
 * <p>Loops read the current version without a lock; changes take the list's, whoever makes them, and are short: an index changes by one link. When a version has little
 * room or much waste, it is made anew beside the loops ({@link Renewal}). Only an index of regular expressions is copied for each change.
 */
public final class PatternList {
    private final PatternStore store;
    private final String name;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final Set<MapOutput> outputs = EnumSet.noneOf(MapOutput.class);
    /** Versions that may become the current one, by number. */
    private final TreeMap<Integer, PatternVersion> prepared = new TreeMap<>();

    private volatile PatternVersion current;
    private @Nullable Renewal renewal;
    private int id = -1;
    /** What the store has been told of its memory. */
    private long counted;

    private int latest;
    private int serial;
    private @Nullable Boolean isMap;
    /** By entry, the line of the file. */
    private int[] lines = {};

    PatternList(PatternStore store, String name) {
        this.store = store;
        this.name = name;
        current = new PatternVersion(0, 0, new Entries(false, new byte[0], 0));
    }

    /** The file's, or {@code virt@} and so on; empty when the patterns are an ACL's own. */
    public String name() {
        return name;
    }

    /** What {@code -u} says, or the next that is free once the configuration is read; -1 before. */
    public int id() {
        return id;
    }

    void id(int number) {
        id = number;
    }

    /** Whether its entries have values. */
    public boolean isMap() {
        return Boolean.TRUE.equals(isMap);
    }

    /** Whether anything reads it: then it is known what its lines are. */
    boolean isLoaded() {
        return isMap != null;
    }

    /** Fills the list for the first time. */
    void load(Entries entries, int[] lineNumbers) {
        isMap = entries.isMap();
        lines = lineNumbers;
        current = new PatternVersion(0, ++serial, entries);
    }

    /** Takes in one more user; the patterns must mean something to it. */
    public synchronized PatternUse use(Comparison comparison) throws BindException {
        var known = comparisons.indexOf(comparison);
        if (known >= 0) return new PatternUse(this, known);
        var wrong = new int[] {PatternIndex.NONE};
        try {
            current.index(comparison, entry -> wrong[0] = entry);
        } catch (BindException e) {
            throw located(e, wrong[0]);
        }
        comparisons.add(comparison);
        renewal = null;
        if (current.index(comparisons.size() - 1) instanceof RegexIndex index) store.slow(this, index.slow());
        return new PatternUse(this, comparisons.size() - 1);
    }

    /** The same for a map: its values must be of that kind. */
    public synchronized PatternUse use(Comparison comparison, MapOutput output) throws BindException {
        var use = use(comparison);
        var entries = current.entries();
        for (var i = 0; i < entries.count(); i++) {
            var value = entries.valueText(i);
            if (value != null && entries.isLive(i) && !output.accepts(value))
                throw located(new BindException("unable to parse '" + value + "'"), i);
        }
        outputs.add(output);
        return use;
    }

    private BindException located(BindException e, int entry) {
        return entry < 0 || entry >= lines.length
                ? e
                : e.followed(" at line " + lines[entry] + " of file '" + name + "'");
    }

    /** Where an entry stands in its file; null when it does not stand in one. */
    @Nullable
    Position position(int entry) {
        return entry < lines.length ? new Position(name, lines[entry], 1) : null;
    }

    PatternVersion current() {
        return current;
    }

    /** The number of the version in force. */
    public int version() {
        return current.number();
    }

    /** The largest number that has been given to a version. */
    public synchronized int latestVersion() {
        return latest;
    }

    /** How many entries there are, those of versions in preparation included. */
    public synchronized int size() {
        var size = current.entries().live();
        for (var version : prepared.values()) size += version.entries().live();
        return size;
    }

    /** Begins a version, which is empty and changes nothing until it is committed. */
    public synchronized int prepare() {
        latest++;
        prepared.put(latest, new PatternVersion(latest, ++serial, new Entries(isMap(), new byte[0], 0)));
        return latest;
    }

    /** Puts a version in force and forgets those before it; false when there is no such version. */
    public synchronized boolean commit(int number) {
        var version = prepared.get(number);
        if (version == null) return false;
        version.index(comparisons);
        replace(version);
        prepared.headMap(number, true).clear();
        return true;
    }

    private void replace(PatternVersion version) {
        if (current.expectsChanges()) version.expectChanges();
        current = version;
        renewal = null;
        lines = new int[0];
        count();
    }

    /** Rules will change it. */
    synchronized void expectChanges() {
        current.expectChanges();
    }

    /** Adds an entry to a version, whether or not there is one with that key. */
    public synchronized void add(int number, String key, String value) throws BindException {
        check(key, value);
        var version = version(number);
        if (version == null) return;
        var isFull = version.entries().count() == Limit.ENTRIES || !hasMemory();
        if (isFull || !hasRoom(version, key.length() + value.length())) {
            store.refused();
            return;
        }
        var entry = version.add(key, value);
        if (renewal != null && version == current) renewal.added(entry);
        renew();
    }

    private @Nullable PatternVersion version(int number) {
        return number == current.number() ? current : prepared.get(number);
    }

    /** Empties a version. */
    public synchronized void clear(int number) {
        var empty = new PatternVersion(number, ++serial, new Entries(isMap(), new byte[0], 0));
        if (number != current.number()) {
            prepared.replace(number, empty);
            return;
        }
        empty.index(comparisons);
        replace(empty);
    }

    /** Changes the value of all entries with that key; false when there is none. */
    public synchronized boolean set(String key, String value) throws BindException {
        if (!isMap()) throw new BindException("not a map");
        checkValue(value);
        var found = current.all(key);
        for (var entry : found) {
            // A value that is no longer than the former one is always taken: its waste is tidied away.
            var isLonger = value.length() > Entries.length(current.entries().value(entry));
            if (hasRoom(current, value.length()) && (!isLonger || hasMemory())) change(entry, value);
            else store.refused();
        }
        renew();
        return found.length > 0;
    }

    private void change(int entry, String value) {
        current.entries().value(entry, value);
        if (renewal != null) renewal.changed(entry);
    }

    /** The same, or adds an entry: the action {@code set-map}. */
    public synchronized void put(String key, String value) throws BindException {
        check(key, value);
        if (!set(key, value)) add(current.number(), key, value);
    }

    /** Adds an entry unless there is one with that key: the action {@code add-acl}. */
    public synchronized void addOnce(String key) throws BindException {
        check(key, "");
        if (current.all(key).length == 0) add(current.number(), key, "");
    }

    /** Removes all entries with that key; gives how many. */
    public synchronized int remove(String key) {
        var found = current.all(key);
        for (var entry : found) removeEntry(entry);
        renew();
        return found.length;
    }

    private void removeEntry(int entry) {
        current.remove(entry);
        if (renewal != null) renewal.removed(entry);
    }

    /** Removes the entry of a reference; false when it is gone. */
    public synchronized boolean remove(long reference) {
        var entry = current.entry(reference);
        if (entry == PatternIndex.NONE) return false;
        removeEntry(entry);
        renew();
        return true;
    }

    private void check(String key, String value) throws BindException {
        current.check(key);
        if (isMap()) checkValue(value);
    }

    private void checkValue(String value) throws BindException {
        for (var output : outputs)
            if (!output.accepts(value)) throw new BindException("unable to parse '" + value + "'");
    }

    private static boolean hasRoom(PatternVersion version, int bytes) {
        return bytes <= Limit.LINE && version.entries().used() <= Limit.BYTES - bytes;
    }

    private boolean hasMemory() {
        count();
        return store.hasMemory();
    }

    /** Tells the store what memory the list takes now. */
    synchronized void count() {
        var now = current.memory();
        for (var version : prepared.values()) now += version.memory();
        store.counted(now - counted);
        counted = now;
    }

    /** Has the version made anew when it is time, beside the loops. */
    private void renew() {
        if (renewal != null) return;
        var isTime = current.isWasteful() || current.isCrowded() && store.hasMemory(current.memory());
        if (!isTime) return;
        var begun = new Renewal(current, ++serial, comparisons);
        renewal = begun;
        try {
            store.renew(() -> renew(begun));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            // The version stays as it is, and a later change asks again.
            abandon(begun);
        }
    }

    private void renew(Renewal begun) {
        try {
            begun.run(this);
        } finally {
            abandon(begun);
        }
    }

    private synchronized void abandon(Renewal begun) {
        if (renewal == begun) renewal = null;
    }

    /**
     * What has changed since a renewal began, or since it was last asked for.
     *
     * @param made the new version
     * @param few if it is no more than that, it has been done in the new version, which is in force now
     * @return nothing if the new version is in force, or of no use any more
     */
    synchronized long[] takeNotes(Renewal begun, PatternVersion made, int few) {
        if (renewal != begun) return new long[0];
        var notes = begun.take(made, few);
        if (notes.length == 0) replace(made);
        return notes;
    }

    /** An entry as it is shown. */
    public record Shown(
            long reference, String key, @Nullable String value) {}

    /** The entries of a version in their order. */
    public synchronized List<Shown> shown(int number) {
        var list = new ArrayList<Shown>();
        var version = version(number);
        if (version == null) return list;
        var entries = version.entries();
        for (var i = 0; i < entries.count(); i++)
            if (entries.isLive(i)) list.add(new Shown(version.reference(i), entries.keyText(i), entries.valueText(i)));
        return list;
    }

    /** Whether the map has that value for that key already, seen without the lock. */
    boolean has(Sample key, Sample value) {
        var version = current;
        var entry = version.find(key.at, key.length);
        return entry != PatternIndex.NONE && version.entries().hasValue(entry, value.at, value.length);
    }

    /** Whether there is an entry with that key, seen without the lock. */
    boolean has(Sample key) {
        return current.find(key.at, key.length) != PatternIndex.NONE;
    }
}
