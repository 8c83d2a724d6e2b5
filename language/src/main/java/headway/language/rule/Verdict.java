package headway.language.rule;

/** What an action says, and what a rule set says at its end. Plain numbers, since they are made and compared for every rule of every request. */
public final class Verdict {
    /** The action is done: the next rule. From a rule set: no rule has decided. */
    public static final int CONTINUE = 0;
    /** {@code allow}, {@code accept}: the rule set ends, the stream goes on. */
    public static final int ALLOW = 1;
    /** {@code deny}: answer with {@link Progress#reply} and count it as denied. */
    public static final int DENY = 2;
    /** {@code return}, {@code redirect}: answer with {@link Progress#reply}. */
    public static final int RETURN = 3;
    /** {@code reject}: close the connection without an answer. */
    public static final int REJECT = 4;
    /** Data or time is lacking: run again when either has come. */
    public static final int WAIT = 5;
    /** {@code switch-mode http}: the rule set ends, the stream goes on as HTTP ({@link Progress#protocol}). */
    public static final int SWITCH_MODE = 6;
    /** {@code tarpit}: {@link #DENY} after {@code timeout tarpit}. */
    public static final int TARPIT = 7;
    /** {@code silent-drop}: forget the connection without telling the client. */
    public static final int DROP = 8;
    /** An edit was impossible ({@code strict-mode}): the stream ends with an internal error, 500. */
    public static final int FAILED = 9;

    /** The request turned out not to be valid: 400. */
    public static final int INVALID = 10;

    /** {@code close}: the connection to the server ends. */
    public static final int CLOSE = 11;

    private Verdict() {}
}
