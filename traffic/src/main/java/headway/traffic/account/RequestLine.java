package headway.traffic.account;

import headway.base.memory.Slab;

/** The parts of an account's request line: each method gives where its part begins, and with {@code last} where it ends. All are empty where there is no line. */
public final class RequestLine {
    private RequestLine() {}

    /** One of the methods. */
    @FunctionalInterface
    public interface Part {
        int end(Account account, boolean last);
    }

    /** All of it. */
    public static int line(Account account, boolean last) {
        return last ? account.requestLineAt + account.requestLineLength : account.requestLineAt;
    }

    public static int method(Account account, boolean last) {
        return last ? find(' ', account.requestLineAt, line(account, true)) : account.requestLineAt;
    }

    public static int target(Account account, boolean last) {
        var from = Math.min(method(account, true) + 1, line(account, true));
        return last ? find(' ', from, line(account, true)) : from;
    }

    /** {@code HTTP/1.1}. */
    public static int version(Account account, boolean last) {
        return last ? line(account, true) : Math.min(target(account, true) + 1, line(account, true));
    }

    /** With its question mark; empty when there is none. */
    public static int query(Account account, boolean last) {
        var end = target(account, true);
        return last ? end : find('?', target(account, false), end);
    }

    public static int withoutQuery(Account account, boolean last) {
        return last ? query(account, false) : target(account, false);
    }

    /** Behind the authority of the absolute form (RFC 9112 3.2.2). */
    public static int path(Account account, boolean last) {
        var end = query(account, false);
        if (last) return end;
        var from = target(account, false);
        if (from == end || Slab.byteAt(from) == '/' || Slab.byteAt(from) == '*') return from;
        var slash = find('/', from, end);
        var isAbsolute = slash + 1 < end && Slab.byteAt(slash + 1) == '/';
        return isAbsolute ? find('/', slash + 2, end) : slash;
    }

    private static int find(char wanted, int from, int to) {
        var at = from;
        while (at < to && Slab.byteAt(at) != wanted) at++;
        return at;
    }
}
