package headway.language.pattern;

import java.util.ArrayDeque;

/** How large the program of a regular expression becomes: counted repetitions are written out by the engines, so a few characters can ask for gigabytes. */
final class RegexSize {
    private final String text;
    private int at;
    /** Of the sequence at hand, and of the sequences around it. */
    private long size;

    private final ArrayDeque<Long> around = new ArrayDeque<>();
    /** Of what a repetition would repeat. */
    private long last;

    private RegexSize(String text) {
        this.text = text;
    }

    /** About how many instructions; never more than {@code Long.MAX_VALUE / 2}. */
    static long of(String text) {
        return new RegexSize(text).size();
    }

    private long size() {
        while (at < text.length()) {
            var c = text.charAt(at++);
            switch (c) {
                case '(' -> open();
                case ')' -> close();
                case '[' -> set();
                case '{' -> repeat();
                case '\\' -> {
                    at++;
                    atom(1);
                }
                default -> atom(1);
            }
        }
        while (!around.isEmpty()) close();
        return size;
    }

    private void atom(long count) {
        last = count;
        size = Math.min(size + count, Long.MAX_VALUE / 2);
    }

    private void open() {
        around.push(size);
        size = 0;
        last = 0;
    }

    private void close() {
        if (around.isEmpty()) return;
        var inside = size;
        size = around.pop();
        atom(inside + 1);
    }

    private void set() {
        var end = text.indexOf(']', at + 1);
        at = end < 0 ? text.length() : end + 1;
        atom(1);
    }

    /** The larger number of {@code {n}}, {@code {n,}} or {@code {n,m}}; anything else stands for itself. */
    private void repeat() {
        var end = text.indexOf('}', at);
        if (end < 0 || !text.substring(at, end).matches("\\d{1,6}(,\\d{0,6})?")) {
            atom(1);
            return;
        }
        var most = 1L;
        for (var number : text.substring(at, end).split(",")) most = Math.max(most, Long.parseLong(number));
        at = end + 1;
        var once = last;
        var all = once > Long.MAX_VALUE / 4 / most ? Long.MAX_VALUE / 4 : once * most;
        size = Math.min(size - once + all, Long.MAX_VALUE / 2);
        last = all;
    }
}
