package headway.language.table;

/** Sentences that several readers say. */
public final class Messages {
    private Messages() {}

    /** About something that HAProxy has. */
    public static String notYet(String what) {
        return "'" + what + "' is known, but Headway does not support it yet.";
    }
}
