package headway.traffic.alias;

import headway.language.line.LineWriter;
import headway.language.sample.Scope;
import headway.traffic.account.Account;
import headway.traffic.account.StreamFacts;

/** What the tables have in common. */
final class Facts {
    private Facts() {}

    static StreamFacts of(Scope scope) {
        return (StreamFacts) scope;
    }

    static Account account(Scope scope) {
        return of(scope).account();
    }

    static boolean number(LineWriter out, long value) {
        out.number(value);
        return true;
    }

    /** Of a number that will grow when the line is written early. */
    static boolean growing(LineWriter out, Account account, long value) {
        if (account.isPartial) out.character('+');
        return number(out, value);
    }

    static boolean hexadecimal(LineWriter out, long value, int digits) {
        out.hexadecimal(value, digits);
        return true;
    }

    static boolean text(LineWriter out, String text) {
        out.text(text);
        return true;
    }
}
