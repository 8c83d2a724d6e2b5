package headway.language.format;

import headway.language.line.JsonText;
import headway.language.line.LineWriter;
import headway.language.sample.LineValue;

/** Values as JSON (RFC 8259): written as text first and made JSON of where they lie. */
final class JsonItems {
    private JsonItems() {}

    static LineValue value(LineValue value, ValueType type) {
        return (scope, out) -> {
            var from = out.tail();
            if (!value.write(scope, out)) out.text("null");
            else if (type == ValueType.TEXT) JsonText.quote(out, from);
            else scalar(out, from, type);
            return true;
        };
    }

    private static void scalar(LineWriter out, int from, ValueType type) {
        var number = Numbers.leading(from, out.tail());
        out.rewind(from);
        if (type == ValueType.NUMBER) out.number(number);
        else out.text(number != 0 ? "true" : "false");
    }
}
