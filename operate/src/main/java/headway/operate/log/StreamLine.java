package headway.operate.log;

import headway.language.line.LineWriter;
import headway.traffic.account.Account;

/** What a frontend's log says of a stream. */
@FunctionalInterface
interface StreamLine {
    void write(Account account, LineWriter out);
}
