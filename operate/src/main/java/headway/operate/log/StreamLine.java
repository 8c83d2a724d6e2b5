package headway.operate.log;

import headway.language.line.LineWriter;
import headway.traffic.account.Account;

/** What a frontend's log says of a stream. */
@FunctionalInterface
interface StreamLine {
    void write(Account account, LineWriter out);

    /** True when the beginning of a line is worth nothing without its end: it is written so that it fits where it goes. */
    default boolean isWhole() {
        return false;
    }
}
