package headway.language.format;

import headway.language.sample.BindException;
import org.jspecify.annotations.Nullable;

/**
 * What stands in parentheses before an item: {@code %(name:type)}. It matters to encodings only.
 *
 * @param name empty for an item without one
 * @param type as what it is to be encoded, null for what it is
 */
record ItemName(String name, @Nullable ValueType type) {
    static ItemName of(String text) throws BindException {
        var colon = text.indexOf(':');
        if (colon < 0) return new ItemName(text, null);
        var word = text.substring(colon + 1);
        var type =
                switch (word) {
                    case "str" -> ValueType.TEXT;
                    case "sint" -> ValueType.NUMBER;
                    case "bool" -> ValueType.BOOL;
                    default ->
                        throw new BindException("unexpected output format type '" + word + "' for the item '"
                                + text.substring(0, colon) + "', expected 'str', 'sint' or 'bool'");
                };
        return new ItemName(text.substring(0, colon), type);
    }
}
