package headway.app;

/** The text that an unknown option brings, in the order of the table. */
final class Usage {
    private Usage() {}

    static String text() {
        var text = new StringBuilder("""
                Usage : haproxy [-f <cfgfile|cfgdir>]* [ -vdVD ] [ -n <maxconn> ] [ -N <maxpconn> ]
                        [ -p <pidfile> ] [ -m <max megs> ] [ -C <dir> ] [-- <cfgfile>*]
                """);
        for (var option : Option.values()) {
            var words = option.word()
                    + (option.argument().startsWith("[") || option.argument().startsWith("{") ? "" : " ")
                    + option.argument();
            text.append("        ")
                    .append(words.strip())
                    .append("  ")
                    .append(option.summary())
                    .append(remark(option))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static String remark(Option option) {
        return switch (option.standing()) {
            case DONE -> "";
            case ACCEPTED -> " (no effect)";
            case LATER -> " (not there yet)";
        };
    }
}
