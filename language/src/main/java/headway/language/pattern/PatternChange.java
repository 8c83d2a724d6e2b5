package headway.language.pattern;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Sample;

/** What rules do to a list: the actions {@code add-acl}, {@code del-acl}, {@code set-map} and {@code del-map}. What changes nothing takes no lock and allocates nothing. */
public final class PatternChange {
    private final PatternList list;

    public PatternChange(PatternList list) {
        this.list = list;
    }

    /** A pattern that means nothing to a user of the list is not added, as in HAProxy. */
    public void add(Sample key) {
        if (list.has(key)) return;
        try {
            list.addOnce(text(key));
        } catch (BindException e) {
            return;
        }
    }

    public void remove(Sample key) {
        list.remove(text(key));
    }

    /** A value that is none for a user of the map changes nothing, as in HAProxy. */
    public void set(Sample key, Sample value) {
        if (!list.isMap()) {
            add(key);
            return;
        }
        if (list.has(key, value)) return;
        try {
            list.put(text(key), text(value));
        } catch (BindException e) {
            return;
        }
    }

    private static String text(Sample value) {
        return Slab.text(value.at, value.length);
    }
}
