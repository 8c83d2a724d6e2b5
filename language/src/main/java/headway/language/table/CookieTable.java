package headway.language.table;

import headway.base.units.Duration;
import headway.language.draft.ProxyDraft;
import headway.language.model.CookieSettings;
import headway.language.model.CookieSettings.Flag;
import headway.language.model.CookieSettings.Mode;
import headway.language.model.Persistence;
import headway.language.syntax.Mistake;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What brings clients back to their server. */
final class CookieTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("cookie", "The cookie that keeps a client with its server.")
                    .in(Section.BACK)
                    .example(
                            "cookie SRV insert indirect nocache",
                            "cookie JSESSIONID prefix",
                            "cookie SRV insert maxidle 30m maxlife 8h secure httponly attr \"SameSite=Lax\"",
                            "cookie SRV rewrite domain .example.com")
                    .reads(
                            "<name> [rewrite | insert | prefix] [indirect] [nocache] [postonly] [preserve] [httponly] [secure] [dynamic] [domain <domain>]* [maxidle <time>] [maxlife <time>] [attr <value>]*",
                            CookieTable::cookie),
            Entry.<ProxyDraft>entry(
                            "dynamic-cookie-key", "The secret that dynamic cookie values of servers are made with.")
                    .in(Section.BACK)
                    .example("dynamic-cookie-key secret")
                    .reads("<key>", CookieTable::dynamicKey),
            Entry.<ProxyDraft>entry(
                            "persist",
                            "TCP clients go to the server whose address their RDP cookie tells, if it is one of these.")
                    .in(Section.BACK)
                    .example("persist rdp-cookie", "persist rdp-cookie(msts)")
                    .reads("rdp-cookie[(<name>)]", CookieTable::persist));

    private CookieTable() {}

    private static void cookie(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.peek().isEmpty()) throw words.mistake("'cookie' expects <cookie_name> as argument.");
        var reader = new CookieReader(words, words.next());
        var before = proxy.back.persistence;
        proxy.back.persistence = new Persistence(reader.read(), before.dynamicKey(), before.rdpCookie());
    }

    /** The words behind the name. */
    private static final class CookieReader {
        private static final long SECOND = 1_000_000_000L;

        private final Arguments words;
        private final String name;
        private final EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        private final List<String> domains = new ArrayList<>();
        private final List<String> attributes = new ArrayList<>();
        private int maxIdle;
        private int maxLife;

        CookieReader(Arguments words, String name) {
            this.words = words;
            this.name = name;
        }

        CookieSettings read() throws Mistake {
            while (words.has()) word(words.next());
            if (modes.size() > 1)
                throw words.mistake("cookie 'rewrite', 'insert' and 'prefix' modes are incompatible.");
            if (flags.contains(Flag.PRESERVE) && !modes.contains(Mode.INSERT) && !flags.contains(Flag.INDIRECT))
                throw words.mistake("cookie 'preserve' requires at least 'insert' or 'indirect'.");
            var mode = modes.isEmpty() ? Mode.PASSIVE : modes.iterator().next();
            return new CookieSettings(name, mode, flags, domains, attributes, maxIdle, maxLife);
        }

        private void word(String word) throws Mistake {
            switch (word) {
                case "rewrite" -> modes.add(Mode.REWRITE);
                case "insert" -> modes.add(Mode.INSERT);
                case "prefix" -> modes.add(Mode.PREFIX);
                case "indirect" -> flags.add(Flag.INDIRECT);
                case "nocache" -> flags.add(Flag.NO_CACHE);
                case "postonly" -> flags.add(Flag.POST_ONLY);
                case "preserve" -> flags.add(Flag.PRESERVE);
                case "httponly" -> flags.add(Flag.HTTP_ONLY);
                case "secure" -> flags.add(Flag.SECURE);
                case "dynamic" -> flags.add(Flag.DYNAMIC);
                case "domain" -> domains.add(domain());
                case "attr" -> attributes.add(attribute());
                case "maxidle" -> maxIdle = seconds("maxidle", "idletime");
                case "maxlife" -> maxLife = seconds("maxlife", "lifetime");
                default ->
                    throw words.mistake(
                            "'cookie' supports 'rewrite', 'insert', 'prefix', 'indirect', 'nocache', 'postonly', 'domain', 'maxidle', 'dynamic', 'maxlife' and 'attr' options.");
            }
        }

        private String domain() throws Mistake {
            if (words.peek().isEmpty()) throw words.mistake("'domain' expects <domain> as argument.");
            var domain = words.next();
            if (domain.indexOf('.', 1) < 0)
                words.reading()
                        .out()
                        .warning(
                                words.at(),
                                "domain '" + domain
                                        + "' contains no embedded dot, this configuration may not work properly (see RFC6265#5.2.3).");
            for (var i = 0; i < domain.length(); i++) {
                var c = domain.charAt(i);
                if (!Names.isAllowed(c))
                    throw words.mistake("character '" + c + "' is not permitted in domain name '" + domain + "'.");
            }
            return domain;
        }

        private String attribute() throws Mistake {
            if (words.peek().isEmpty()) throw words.mistake("'attr' expects <value> as argument.");
            var value = words.next();
            for (var i = 0; i < value.length(); i++) {
                var c = value.charAt(i);
                if (c < ' ' || c == 127 || c == ';')
                    throw words.mistake("character '%%x%02X' is not permitted in attribute value.".formatted((int) c));
            }
            return value;
        }

        private int seconds(String what, String form) throws Mistake {
            if (words.peek().isEmpty())
                throw words.mistake("'" + what + "' expects <" + form + "> in seconds as argument.");
            var word = words.next();
            return switch (Duration.parse(word, Duration.Unit.SECOND)) {
                case Duration.Of(var nanos) -> (int) (nanos / SECOND);
                case Duration.Overflow _ -> longTime(what, word);
                case Duration.Unexpected(var c) ->
                    throw words.mistake("unexpected character '" + c + "' in argument to <" + what + ">.");
                case Duration.Underflow _ ->
                    throw words.mistake("timer underflow in argument <" + word + "> to <" + what
                            + ">, minimum non-null value is 1 s.");
            };
        }

        /** Beyond the 24.8 days of timers: these are counted in seconds. */
        private int longTime(String what, String word) throws Mistake {
            var digits = word.replaceFirst("[a-z]+$", "");
            var unit = Duration.parse("1" + word.substring(digits.length()), Duration.Unit.SECOND);
            var count = digits.length() > 12 ? Long.MAX_VALUE : Long.parseLong(digits);
            if (unit instanceof Duration.Of(var nanos) && count <= Long.MAX_VALUE / Math.max(1, nanos / SECOND)) {
                var seconds = nanos < SECOND ? count / (SECOND / nanos) : count * (nanos / SECOND);
                if (seconds <= Integer.MAX_VALUE) return (int) seconds;
            }
            throw words.mistake("timer overflow in argument <" + word + "> to <" + what
                    + ">, maximum value is 2147483647 s (~68 years).");
        }
    }

    private static void dynamicKey(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.peek().isEmpty()) throw words.mistake("'dynamic-cookie-key' expects <secret_key> as argument.");
        var key = words.next();
        words.end();
        var before = proxy.back.persistence;
        proxy.back.persistence = new Persistence(before.cookie(), key, before.rdpCookie());
    }

    private static void persist(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("missing persist method.");
        var word = words.next();
        if (!word.startsWith("rdp-cookie")) throw words.mistake("unknown persist method.");
        var name = rdpName(word, words);
        words.end();
        var before = proxy.back.persistence;
        proxy.back.persistence = new Persistence(before.cookie(), before.dynamicKey(), name);
    }

    private static String rdpName(String word, Arguments words) throws Mistake {
        var rest = word.substring("rdp-cookie".length());
        if (rest.isEmpty()) return "msts";
        var isWhole = rest.length() > 2 && rest.startsWith("(") && rest.endsWith(")");
        if (!isWhole) throw words.mistake("persist rdp-cookie(name)' requires an rdp cookie name.");
        return rest.substring(1, rest.length() - 1);
    }
}
