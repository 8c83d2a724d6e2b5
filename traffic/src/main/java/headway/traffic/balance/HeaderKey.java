package headway.traffic.balance;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.model.Balance;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.util.Locale;

/** {@code balance hdr(name)}: the first value of the first field of that name. */
final class HeaderKey extends TextKey {
    private final Text name;
    private final boolean domainOnly;

    HeaderKey(Balance.Header header, KeyHash function) {
        super(function);
        name = Text.of(header.name().toLowerCase(Locale.ROOT));
        domainOnly = header.domainOnly();
    }

    @Override
    public String name() {
        return "hdr";
    }

    @Override
    boolean find(Choice choice, Sample key) {
        var request = choice.request;
        if (request == null) return false;
        var field = field(request);
        if (field < 0) return false;
        var at = request.valueAt(field);
        var length = firstValue(at, request.valueLength(field));
        if (length == 0) return false;
        if (domainOnly) domain(at, length, key);
        else key.text(at, length);
        return true;
    }

    private int field(Head request) {
        return request.find(name.at(), name.length(), 0);
    }

    /** How long the value up to the first comma outside of quotes is, without the blanks before it. */
    private static int firstValue(int at, int length) {
        var quoted = false;
        var end = 0;
        while (end < length) {
            var c = Slab.byteAt(at + end);
            if (c == '"') quoted = !quoted;
            else if (c == '\\' && quoted) end++;
            else if (c == ',' && !quoted) break;
            end++;
        }
        end = Math.min(end, length);
        while (end > 0 && (Slab.byteAt(at + end - 1) == ' ' || Slab.byteAt(at + end - 1) == '\t')) end--;
        return end;
    }

    /** As watched: the label before the last dot; the whole name when there is no dot behind its first character. */
    private static void domain(int at, int length, Sample key) {
        var end = length - 1;
        while (end > 0 && Slab.byteAt(at + end) != '.') end--;
        if (end <= 0) {
            key.text(at, length);
            return;
        }
        var before = end - 2;
        while (before >= 0 && Slab.byteAt(at + before) != '.') before--;
        key.text(at + before + 1, end - before - 1);
    }
}
