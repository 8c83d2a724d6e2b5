package headway.language.table;

import headway.base.catalog.Catalog;
import headway.language.known.Awaited;

/** Sentences that several readers say. */
public final class Messages {
    private Messages() {}

    /** About a name of one of HAProxy's lists. */
    public static String notYet(Catalog.Known list, String name) {
        return notYet("'" + name + "'") + list.waiting(name);
    }

    /** About something that HAProxy has and no list names. */
    public static String notYet(String what, Awaited awaited) {
        return notYet("'" + what + "'") + " " + awaited.sentence();
    }

    private static String notYet(String what) {
        return what + " is known, but Headway does not support it yet.";
    }
}
