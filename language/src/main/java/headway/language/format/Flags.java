package headway.language.format;

/**
 * What {@code %{...}} says of an item, or of all that follow.
 *
 * @param quote {@code +Q}
 * @param hexadecimal {@code +X}
 * @param escape {@code +E}: a backslash before quote, backslash and closing bracket
 * @param binary {@code +bin}: bytes as they are
 */
record Flags(boolean quote, boolean hexadecimal, boolean escape, boolean binary, Encoding encoding) {
    static final Flags NONE = new Flags(false, false, false, false, Encoding.PLAIN);

    /** How values are written. */
    enum Encoding {
        PLAIN,
        JSON,
        CBOR
    }

    /** These with the changes of a text such as {@code +Q,-E}; what it does not know changes nothing, as in HAProxy. */
    Flags with(String text) {
        var flags = this;
        for (var part : text.split(",")) {
            if (part.startsWith("+")) flags = flags.with(part.substring(1), true);
            else if (part.startsWith("-")) flags = flags.with(part.substring(1), false);
        }
        return flags;
    }

    private Flags with(String name, boolean on) {
        return switch (name) {
            case "Q" -> new Flags(on, hexadecimal, escape, binary, encoding);
            case "X" -> new Flags(quote, on, escape, binary, encoding);
            case "E" -> new Flags(quote, hexadecimal, on, binary, encoding);
            case "bin" -> new Flags(quote, hexadecimal, escape, on, encoding);
            case "json" -> encoded(on ? Encoding.JSON : Encoding.PLAIN);
            case "cbor" -> encoded(on ? Encoding.CBOR : Encoding.PLAIN);
            default -> this;
        };
    }

    private Flags encoded(Encoding with) {
        return new Flags(quote, hexadecimal, escape, binary, with);
    }
}
