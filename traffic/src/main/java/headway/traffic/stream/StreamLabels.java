package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.language.rule.Rule;
import headway.language.sample.Digits;
import headway.language.sample.Label;
import headway.language.sample.Sample;
import org.jspecify.annotations.Nullable;

/** What expressions can ask of a stream as a text. */
final class StreamLabels {
    /** Headers of Ethernet, IPv6 and TCP with all their options, and some data of a fast open. */
    private static final int LONGEST_SYN = 512;

    private final Stream stream;

    StreamLabels(Stream stream) {
        this.stream = stream;
    }

    boolean read(Label label, Sample out) {
        return switch (label) {
            case REQUEST_LINE -> requestLine(out);
            case SOCKET -> text(stream.session().inlet().label(), out);
            case SAVED_SYN -> savedSyn(out);
            case DEFAULT_BACKEND -> {
                var named = stream.front().proxy().front().defaultBackend();
                yield named != null && text(named.name(), out);
            }
            case LAST_RULE_FILE -> {
                var rule = stream.progress.last;
                yield rule != null && text(rule.position().file(), out);
            }
            case LAST_RULE -> place(stream.progress.last, out);
            case WAITING_RULE -> place(stream.progress.waiting, out);
            case TERMINATION_EVENTS -> stream.endEvents.write(out);
        };
    }

    private boolean requestLine(Sample out) {
        var account = stream.account;
        return account.requestLineLength > 0 && out.text(account.requestLineAt, account.requestLineLength);
    }

    private boolean savedSyn(Sample out) {
        var at = stream.scope.scratch().take(LONGEST_SYN);
        var length = stream.session().connection().savedSyn(at, LONGEST_SYN);
        return length > 0 && out.text(at, length);
    }

    private boolean place(@Nullable Rule rule, Sample out) {
        if (rule == null) return false;
        var file = rule.position().file();
        var at = stream.scope.scratch().take(file.length() + 1 + Digits.MOST);
        put(file, at);
        Slab.putByte(at + file.length(), (byte) ':');
        var digits = Digits.put(at + file.length() + 1, rule.position().line());
        return out.text(at, file.length() + 1 + digits);
    }

    private boolean text(String text, Sample out) {
        if (text.isEmpty()) return false;
        var at = stream.scope.scratch().take(text.length());
        put(text, at);
        return out.text(at, text.length());
    }

    private static void put(String text, int at) {
        for (var i = 0; i < text.length(); i++) Slab.putByte(at + i, (byte) text.charAt(i));
    }
}
