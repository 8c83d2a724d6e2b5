package headway.language.rule;

/** What may be one with the same of the rule behind it, such as fields of one message: without a condition that rule always follows. */
public interface Joining extends Action {
    /** This in a rule behind which none stands that joins. */
    Action last();
}
