package headway.traffic.fetch;

import headway.base.catalog.Catalog;
import headway.base.catalog.Subjects;
import headway.language.known.KnownNames;
import headway.language.sample.FetchEntry;
import java.util.List;

/** All sample fetches. */
public final class Fetches {
    private Fetches() {}

    public static Catalog<FetchEntry> catalog() {
        return new Catalog<>("sample fetch", Fetches.class, "fetches", new Tables(), KnownNames.FETCHES);
    }

    private static final class Tables implements Subjects<FetchEntry> {
        @Override
        public List<String> all() {
            return List.of(
                    "target",
                    "field",
                    "message",
                    "session",
                    "constant",
                    "content",
                    "cookie",
                    "auth",
                    "location",
                    "credential",
                    "capture",
                    "hello",
                    "binary",
                    "htx",
                    "stream",
                    "time",
                    "connection",
                    "process",
                    "acl",
                    "meter");
        }

        @Override
        public List<FetchEntry> table(String subject) {
            return switch (subject) {
                case "target" -> TargetFetches.TABLE;
                case "field" -> FieldFetches.TABLE;
                case "message" -> MessageFetches.TABLE;
                case "session" -> SessionFetches.TABLE;
                case "constant" -> ConstantFetches.TABLE;
                case "content" -> ContentFetches.TABLE;
                case "cookie" -> CookieFetches.TABLE;
                case "auth" -> AuthFetches.TABLE;
                case "location" -> LocationFetches.TABLE;
                case "credential" -> CredentialFetches.TABLE;
                case "capture" -> CaptureFetches.TABLE;
                case "hello" -> HelloFetches.TABLE;
                case "binary" -> BinaryFetches.TABLE;
                case "htx" -> HtxFetches.TABLE;
                case "stream" -> StreamFetches.TABLE;
                case "time" -> TimeFetches.TABLE;
                case "connection" -> ConnectionFetches.TABLE;
                case "process" -> ProcessFetches.TABLE;
                case "acl" -> AclFetches.TABLE;
                case "meter" -> MeterFetches.TABLE;
                default -> throw new IllegalArgumentException(subject);
            };
        }
    }
}
