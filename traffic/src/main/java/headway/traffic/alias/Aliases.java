package headway.traffic.alias;

import headway.base.catalog.Catalog;
import headway.base.catalog.Subjects;
import headway.language.known.KnownNames;
import headway.language.sample.AliasEntry;
import java.util.List;

/** All aliases. */
public final class Aliases {
    private Aliases() {}

    public static Catalog<AliasEntry> catalog() {
        return new Catalog<>("log alias", Aliases.class, "aliases", new Tables(), KnownNames.LOG_ALIASES);
    }

    private static final class Tables implements Subjects<AliasEntry> {
        @Override
        public List<String> all() {
            return List.of("date", "timer", "count", "address", "name", "request", "capture");
        }

        @Override
        public List<AliasEntry> table(String subject) {
            return switch (subject) {
                case "date" -> DateAliases.TABLE;
                case "timer" -> TimerAliases.TABLE;
                case "count" -> CountAliases.TABLE;
                case "address" -> AddressAliases.TABLE;
                case "name" -> NameAliases.TABLE;
                case "request" -> RequestAliases.TABLE;
                case "capture" -> CaptureAliases.TABLE;
                default -> throw new IllegalArgumentException(subject);
            };
        }
    }
}
