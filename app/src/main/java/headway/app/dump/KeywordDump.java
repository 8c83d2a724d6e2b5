package headway.app.dump;

import headway.language.condition.AclKeyword;
import headway.language.pattern.MatchMethod;
import headway.language.sample.ConverterEntry;
import headway.operate.api.Commands;
import headway.traffic.convert.Converters;
import headway.traffic.fetch.Fetches;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code -dK}: the names that this program supports, class by class, in the form of HAProxy, which tools compare. */
public final class KeywordDump {
    /** A class of keywords, in HAProxy's order. */
    private enum Kind {
        ACL("ACL keywords", "ACL keywords"),
        CFG("configuration keywords", "configuration keywords"),
        CLI("CLI keywords", "CLI keywords"),
        CNV("sample converter keywords", "sample converter functions"),
        FLT("filter names", "filter names"),
        SMP("sample fetch functions", "sample fetch functions"),
        SVC("service names", "service names");

        private final String help;
        private final String title;

        Kind(String help, String title) {
            this.help = help;
            this.title = title;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Stream<String> lines() {
            return switch (this) {
                case ACL -> sorted(AclKeyword.all().stream().map(KeywordDump::acl));
                case CFG -> ConfigurationKeywords.lines();
                case CLI -> sorted(Commands.names().stream().map(name -> name + " [WORKER] "));
                case CNV -> sorted(Converters.catalog().all().stream().map(KeywordDump::converter));
                case SMP -> FetchMatrix.lines(Fetches.catalog().all());
                case FLT, SVC -> Stream.empty();
            };
        }
    }

    private KeywordDump() {}

    /**
     * Prints the classes.
     *
     * @param classes their names with commas between them, {@code all} or {@code help}; others are passed over as HAProxy does
     */
    public static void print(String classes, PrintStream out) {
        List<String> wanted = Arrays.asList(classes.split(","));
        if (wanted.contains("help") || classes.isEmpty()) {
            out.print("# List of supported keyword classes:\nall: list all keywords\n");
            for (var kind : Kind.values()) out.print(kind.word() + ": " + kind.help + "\n");
        }
        for (var kind : Kind.values()) {
            if (!wanted.contains("all") && !wanted.contains(kind.word())) continue;
            out.print("# List of registered " + kind.title + ":\n");
            kind.lines().forEach(line -> out.print(line + "\n"));
        }
    }

    /** By the names, which are the first words. */
    static Stream<String> sorted(Stream<String> lines) {
        return lines.sorted(Comparator.comparing(line -> line.split("[ (:]", 2)[0]));
    }

    private static String acl(AclKeyword keyword) {
        // HAProxy knows versions as numbers.
        var method = keyword.method() == MatchMethod.VERSION
                ? "int"
                : keyword.method().word();
        return keyword.name() + " = " + keyword.fetch() + " -m " + (method.isEmpty() ? "str" : method);
    }

    /** What it gives stands before what it takes. */
    private static String converter(ConverterEntry entry) {
        var arguments = entry.types().isEmpty() ? "" : "(" + entry.types() + ")";
        return entry.name() + arguments + ": " + entry.out().word() + " => "
                + entry.in().word();
    }
}
