package headway.language.sample;

import headway.base.diagnostic.Position;
import headway.base.memory.Buffers;
import headway.http.FieldName;
import headway.language.model.UserList;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of arguments that fetches and converters take. */
public final class Parameters {
    /** More digits than a line has are none that anybody reads; the bound keeps the arithmetic short. */
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{0,1000}+");

    private Parameters() {}

    /** Makes a value of a text; a number that is none is a {@link NumberFormatException}. */
    @FunctionalInterface
    public interface Parse<T> {
        T of(String text, Binding binding) throws BindException;
    }

    private record Required<T>(String name, String type, Parse<T> parse) implements Parameter<T> {
        @Override
        public T parse(String text, Binding binding) throws BindException {
            return parse.of(text, binding);
        }
    }

    private record Optional<T>(Parameter<T> parameter, T absent) implements Parameter<T> {
        @Override
        public String type() {
            return parameter.type();
        }

        @Override
        public String name() {
            return parameter.name();
        }

        @Override
        public T parse(String text, Binding binding) throws BindException {
            return parameter.parse(text, binding);
        }

        @Override
        public boolean isOptional() {
            return true;
        }
    }

    /** One of a kind of its own. {@code type} is HAProxy's word for it in messages. */
    public static <T> Parameter<T> of(String name, String type, Parse<T> parse) {
        return new Required<>(name, type, parse);
    }

    /** The same, and a value for when it is left out. */
    public static <T> Parameter<T> orElse(Parameter<T> parameter, T absent) {
        return new Optional<>(parameter, absent);
    }

    public static Parameter<String> string(String name) {
        return new Required<>(name, "string", (text, _) -> text);
    }

    /** One of some words. */
    public static Parameter<String> word(String name, Set<String> words) {
        return new Required<>(name, "string", (text, _) -> {
            if (words.contains(text)) return text;
            throw new BindException("unknown " + name + " '" + text + "', expected one of "
                    + String.join(", ", words.stream().sorted().toList()));
        });
    }

    /** A text that readers use in the slab. */
    public static Parameter<Text> text(String name) {
        return new Required<>(name, "string", (text, _) -> Text.of(text));
    }

    /** A decimal number with sign. */
    public static Parameter<Long> integer(String name) {
        return new Required<>(name, "integer", Parameters::integer);
    }

    /** As watched: what is too large is the end of the range, and a sign alone is 0. */
    private static long integer(String text, Binding binding) {
        if (!INTEGER.matcher(text).matches()) throw new NumberFormatException();
        var number = new BigInteger(text.length() == 1 && !Character.isDigit(text.charAt(0)) ? "0" : text);
        if (number.bitLength() < Long.SIZE) return number.longValue();
        var end = number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        binding.diagnostics().notice(Position.NOWHERE, "'" + text + "' has no room in 64 bits and is taken for " + end);
        return end;
    }

    /** The name of a message's field, in lower case as heads have it. */
    public static Parameter<FieldRef> fieldName() {
        return new Required<>("name", "string", (text, _) -> FieldRef.of(text));
    }

    /** A section {@code userlist}. */
    public static Parameter<UserList> userList() {
        return new Required<>("userlist", "userlist", (text, binding) -> {
            var list = binding.declared().userLists().get(text);
            if (list != null) return list;
            throw new BindException(
                    text.isEmpty() ? "missing userlist name" : "unable to find userlist '" + text + "'");
        });
    }

    /** A variable with its scope. */
    public static Parameter<VariableRef> variable() {
        return new Required<>("var", "string", (text, binding) -> VariableRef.of(text, binding.variables()));
    }

    /** Bits of an IPv4 network mask: {@code 24} or {@code 255.255.255.0}. */
    public static Parameter<Integer> mask4() {
        return new Required<>("mask4", "IPv4 mask", (text, _) -> parseMask4(text));
    }

    /** Bits of an IPv6 network mask: {@code 64} or {@code ffff:ffff::}. */
    public static Parameter<Mask6> mask6() {
        return new Required<>("mask6", "IPv6 mask", (text, _) -> parseMask6(text));
    }

    private static Mask6 parseMask6(String text) {
        if (text.indexOf(':') >= 0) {
            var address = new Sample();
            if (!Addresses.v6(text, address)) throw new NumberFormatException();
            return new Mask6(address.high, address.low);
        }
        var bits = Integer.parseInt(text);
        if (bits < 0 || bits > 128) throw new NumberFormatException();
        var high = bits == 0 ? 0 : bits >= 64 ? -1L : -1L << 64 - bits;
        return new Mask6(high, bits <= 64 ? 0 : -1L << 128 - bits);
    }

    private static int parseMask4(String text) {
        if (text.indexOf('.') < 0) {
            var bits = Integer.parseInt(text);
            if (bits < 0 || bits > 32) throw new NumberFormatException();
            return bits == 0 ? 0 : -1 << 32 - bits;
        }
        var address = Addresses.v4(text);
        if (address < 0) throw new NumberFormatException();
        return (int) address;
    }

    /** The bits of an IPv6 address that count. */
    public record Mask6(long high, long low) {}

    /**
     * A field's name.
     *
     * @param id its number in {@link FieldName} or 0
     */
    public record FieldRef(int id, int at, int length) {
        public static FieldRef of(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            for (var known : FieldName.values()) {
                if (known.text().equals(lower)) return new FieldRef(known.id(), known.at(), known.length());
            }
            var bytes = lower.getBytes(StandardCharsets.ISO_8859_1);
            return new FieldRef(0, Buffers.constant(bytes), bytes.length);
        }
    }

    /** A variable's scope and slot. */
    public record VariableRef(VariableScope scope, int slot) {
        public static VariableRef of(String name, VariableNames names) throws BindException {
            if (name.isEmpty()) throw new BindException("Empty variable name cannot be accepted");
            var dot = name.indexOf('.');
            var rest = name.substring(dot + 1);
            for (var scope : VariableScope.values()) {
                if (dot < 0 || rest.isEmpty() || !scope.prefix().equals(name.substring(0, dot))) continue;
                if (!rest.chars().allMatch(c -> c == '_' || c == '.' || c < 128 && Character.isLetterOrDigit(c))) break;
                return new VariableRef(scope, names.slot(scope, rest));
            }
            throw new BindException(
                    "invalid variable name '" + name
                            + "'. A variable name must be start by its scope. The scope can be 'proc', 'sess', 'txn', 'req', 'res' or 'check'",
                    null,
                    dot < 0 ? "" : meant(name, dot));
        }

        /** The same name in the scope that was probably meant, or an empty text. */
        private static String meant(String name, int dot) {
            var scopes =
                    Stream.of(VariableScope.values()).map(VariableScope::prefix).toList();
            var scope = Words.meant(name.substring(0, dot), scopes);
            return scope.isEmpty() ? "" : scope + name.substring(dot);
        }
    }
}
