package headway.language.rule;

import headway.base.diagnostic.Position;
import headway.base.memory.Slab;
import headway.language.sample.AddressText;
import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Casts;
import headway.language.sample.Digits;
import headway.language.sample.Expression;
import headway.language.sample.ExpressionParser;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import headway.language.sample.Words;
import org.jspecify.annotations.Nullable;

/** {@code option forwarded}: the value of a field Forwarded (RFC 7239), bound. */
public final class Forwarded {
    /** Of a host or an obfuscated name; longer ones are not passed on. */
    private static final int LONGEST = 1024;

    private static final Text PROTO = Text.of("proto=http");
    private static final Text HOST = Text.of("host=");
    private static final Text BY = Text.of("by=");
    private static final Text FOR = Text.of("for=");
    private static final Text UNKNOWN = Text.of("unknown");

    private boolean proto;
    private @Nullable Expression host;
    private @Nullable Expression by;
    private @Nullable Expression byPort;
    private @Nullable Expression from;
    private @Nullable Expression fromPort;

    private Forwarded() {}

    /** Of the words behind the option; without any they are {@code proto for}. */
    public static Forwarded parse(Words words, Binding binding) throws BindException {
        var forwarded = new Forwarded();
        if (!words.hasNext()) words = Words.of(words.position(), "proto", "for");
        while (words.hasNext()) forwarded.parameter(words, binding);
        return forwarded;
    }

    private void parameter(Words words, Binding binding) throws BindException {
        var position = words.position();
        var word = words.take();
        switch (word) {
            case "proto" -> proto = true;
            case "host" -> host = usual("req.hdr(host)", binding);
            case "by" -> by = usual("dst", binding);
            case "by_port" -> byPort = usual("dst_port", binding);
            case "for" -> from = usual("src", binding);
            case "for_port" -> fromPort = usual("src_port", binding);
            case "host-expr" -> host = expression(word, words, binding);
            case "by-expr" -> by = expression(word, words, binding);
            case "by_port-expr" -> byPort = expression(word, words, binding);
            case "for-expr" -> from = expression(word, words, binding);
            case "for_port-expr" -> fromPort = expression(word, words, binding);
            default -> throw new BindException("'option forwarded' : unknown parameter '" + word + "'.", position, "");
        }
    }

    private static Expression usual(String text, Binding binding) throws BindException {
        return new ExpressionParser(binding).parse(Words.of(Position.NOWHERE, text));
    }

    private static Expression expression(String word, Words words, Binding binding) throws BindException {
        if (!words.hasNext())
            throw new BindException("'option forwarded' : '" + word + "' expects an expression.", words.position(), "");
        var parser = new ExpressionParser(binding);
        var expression = parser.parse(words);
        parser.checkPlace(expression, expression.text());
        return expression;
    }

    /**
     * Makes the value, in scratch memory.
     *
     * @return false when there is nothing to tell
     */
    public boolean write(Scope scope, Sample out) {
        var at = scope.scratch().take(4 * LONGEST);
        var end = at;
        if (proto) end = put(PROTO, end);
        end = host(scope, out, at, end);
        end = party(BY, scope, out, at, end);
        end = party(FOR, scope, out, at, end);
        return end > at && out.text(at, end - at);
    }

    /** A host may have a port, so that it is always quoted (RFC 7239 4). */
    private int host(Scope scope, Sample value, int at, int end) {
        var expression = host;
        if (expression == null || !text(expression, scope, value)) return end;
        var p = put(HOST, separate(at, end));
        Slab.putByte(p++, (byte) '"');
        Slab.copy(value.at, p, value.length);
        p += value.length;
        Slab.putByte(p++, (byte) '"');
        return p;
    }

    /** Only what needs no backslash within quotes. */
    private static boolean text(Expression expression, Scope scope, Sample value) {
        value.begin();
        if (!expression.readText(scope, value) || value.length == 0 || value.length > LONGEST) return false;
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i) & 0xff;
            if (c <= ' ' || c >= 127 || c == '"' || c == '\\') return false;
        }
        return true;
    }

    /** One of the two ends: a node, and perhaps a port. RFC 7239 6: what holds a bracket or a colon is quoted. */
    private int party(Text name, Scope scope, Sample value, int at, int end) {
        var isBy = name == BY;
        var node = isBy ? by : from;
        if (node == null) return end;
        var start = put(name, separate(at, end));
        var p = node(node, scope, value, start + 1);
        var isV6 = Slab.byteAt(start + 1) == '[';
        var port = isBy ? byPort : fromPort;
        var behind = port == null ? p : port(port, scope, value, p);
        if (!isV6 && behind == p) {
            Slab.copy(start + 1, start, p - start - 1);
            return p - 1;
        }
        Slab.putByte(start, (byte) '"');
        Slab.putByte(behind, (byte) '"');
        return behind + 1;
    }

    private static int node(Expression expression, Scope scope, Sample value, int at) {
        value.begin();
        if (!expression.read(scope, value)) return put(UNKNOWN, at);
        if (value.type == SampleType.STR) Addresses.read(value.at, value.length, value);
        if (value.type == SampleType.IPV4) return at + AddressText.putV4(at, (int) value.integer);
        if (value.type == SampleType.IPV6) {
            Slab.putByte(at, (byte) '[');
            var end = at + 1 + AddressText.putV6(at + 1, value.high, value.low);
            Slab.putByte(end, (byte) ']');
            return end + 1;
        }
        return Casts.toText(scope, value) && isObfuscated(value) ? obfuscated(value, at) : put(UNKNOWN, at);
    }

    /** With the colon before it; nothing when there is no valid one. */
    private static int port(Expression expression, Scope scope, Sample value, int at) {
        value.begin();
        if (!expression.read(scope, value)) return at;
        if (value.type == SampleType.SINT) {
            if (value.integer < 0 || value.integer > 65535) return at;
            Slab.putByte(at, (byte) ':');
            return at + 1 + Digits.put(at + 1, value.integer);
        }
        if (!Casts.toText(scope, value) || !isObfuscated(value)) return at;
        Slab.putByte(at, (byte) ':');
        return obfuscated(value, at + 1);
    }

    /** RFC 7239 6.3: letters, digits, and these three. */
    private static boolean isObfuscated(Sample value) {
        if (value.length == 0 || value.length > LONGEST) return false;
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i);
            var isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!isLetter && c != '.' && c != '_' && c != '-') return false;
        }
        return true;
    }

    /** Such a name begins with an underscore. */
    private static int obfuscated(Sample value, int at) {
        var p = at;
        if (Slab.byteAt(value.at) != '_') Slab.putByte(p++, (byte) '_');
        Slab.copy(value.at, p, value.length);
        return p + value.length;
    }

    private static int separate(int at, int end) {
        if (end > at) Slab.putByte(end, (byte) ';');
        return end > at ? end + 1 : end;
    }

    private static int put(Text text, int at) {
        Slab.copy(text.at(), at, text.length());
        return at + text.length();
    }
}
