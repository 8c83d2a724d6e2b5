package headway.traffic.convert;

import headway.base.catalog.Catalog;
import headway.base.catalog.Subjects;
import headway.language.known.KnownNames;
import headway.language.sample.ConverterEntry;
import java.util.List;

/** All converters. */
public final class Converters {
    private Converters() {}

    public static Catalog<ConverterEntry> catalog() {
        return new Catalog<>("converter", Converters.class, "converters", new Tables(), KnownNames.CONVERTERS);
    }

    private static final class Tables implements Subjects<ConverterEntry> {
        private final JwtKeys keys = new JwtKeys();

        @Override
        public List<String> all() {
            return List.of(
                    "text",
                    "piece",
                    "number",
                    "code",
                    "address",
                    "choice",
                    "bytes",
                    "hash",
                    "digest",
                    "cipher",
                    "item",
                    "map",
                    "json",
                    "time",
                    "packet",
                    "segment",
                    "protocol",
                    "jwt",
                    "forwarded",
                    "certificate",
                    "proxy",
                    "when",
                    "aside");
        }

        @Override
        public List<ConverterEntry> table(String subject) {
            return switch (subject) {
                case "text" -> TextConverters.TABLE;
                case "piece" -> PieceConverters.TABLE;
                case "number" -> NumberConverters.TABLE;
                case "code" -> CodeConverters.TABLE;
                case "address" -> AddressConverters.TABLE;
                case "choice" -> ChoiceConverters.TABLE;
                case "bytes" -> ByteConverters.TABLE;
                case "hash" -> HashConverters.TABLE;
                case "digest" -> DigestConverters.TABLE;
                case "cipher" -> CipherConverters.TABLE;
                case "item" -> ItemConverters.TABLE;
                case "map" -> MapConverters.TABLE;
                case "json" -> JsonConverters.TABLE;
                case "time" -> TimeConverters.TABLE;
                case "packet" -> PacketConverters.TABLE;
                case "segment" -> SegmentConverters.TABLE;
                case "protocol" -> ProtocolConverters.TABLE;
                case "jwt" -> JwtConverters.table(keys);
                case "forwarded" -> ForwardedConverters.TABLE;
                case "certificate" -> CertificateConverters.TABLE;
                case "proxy" -> ProxyConverters.TABLE;
                case "when" -> WhenConverters.TABLE;
                case "aside" -> AsideConverters.TABLE;
                default -> throw new IllegalArgumentException(subject);
            };
        }
    }
}
