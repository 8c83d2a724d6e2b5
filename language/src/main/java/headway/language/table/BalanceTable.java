package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.known.Awaited;
import headway.language.known.KnownNames;
import headway.language.model.Balance;
import headway.language.model.HashType;
import headway.language.model.HashType.Affinity;
import headway.language.model.HashType.Function;
import headway.language.model.HashType.Method;
import headway.language.model.LogProfile;
import headway.language.syntax.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a server is chosen. */
final class BalanceTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("balance", "The algorithm that chooses a server.")
                    .in(Section.BACK)
                    .unset("balance random")
                    .example(
                            "balance roundrobin",
                            "balance static-rr",
                            "balance leastconn",
                            "balance first",
                            "balance source",
                            "balance random(3)",
                            "balance uri whole depth 3",
                            "balance url_param user check_post",
                            "balance hdr(host) use_domain_only",
                            "balance rdp-cookie",
                            "balance hash src,ipmask(24)",
                            "mode log\nbalance sticky",
                            "mode log\nbalance log-hash field(1,:)")
                    .reads("<algorithm>", BalanceTable::balance),
            Entry.<ProxyDraft>entry("hash-type", "How algorithms that hash make a server of a key.")
                    .in(Section.BACK)
                    .unset("hash-type map-based sdbm")
                    .example("hash-type consistent", "hash-type map-based djb2 avalanche")
                    .reads(
                            "{ map-based | consistent } [sdbm | djb2 | wt6 | crc32 | none] [avalanche]",
                            BalanceTable::hashType),
            Entry.<ProxyDraft>entry(
                            "hash-balance-factor",
                            "How many per cent of the mean load a server may have before consistent hashing passes it over.")
                    .in(Section.BACK)
                    .unset("hash-balance-factor 0")
                    .example("hash-balance-factor 150")
                    .reads("<factor>", BalanceTable::balanceFactor),
            Entry.<ProxyDraft>entry(
                            "hash-preserve-affinity",
                            "Until when algorithms that hash keep to the server that they mean: always, until its maxconn or its maxqueue is reached.")
                    .in(Section.BACK)
                    .unset("hash-preserve-affinity always")
                    .example("hash-preserve-affinity maxconn", "hash-preserve-affinity maxqueue")
                    .reads("{ always | maxconn | maxqueue }", BalanceTable::affinity));

    private BalanceTable() {}

    private static void balance(ProxyDraft proxy, Arguments words) throws Mistake {
        // HAProxy takes the bare word for round robin.
        var word = words.has() ? words.next() : "roundrobin";
        var balance = algorithm(word);
        if (balance == null && word.startsWith("random(")) balance = random(word, words);
        if (balance == null && word.equals("log-hash")) balance = logHash(words);
        if (balance == null) balance = Keyed.read(word, words);
        if (balance == null) throw unknown(word, words);
        words.end();
        proxy.back.balance = balance;
    }

    private static @Nullable Balance algorithm(String word) {
        return switch (word) {
            case "roundrobin" -> new Balance.RoundRobin();
            case "static-rr" -> new Balance.StaticRoundRobin();
            case "leastconn" -> new Balance.LeastConnections();
            case "first" -> new Balance.First();
            case "source" -> new Balance.Source();
            case "random" -> new Balance.Random(2);
            case "sticky" -> new Balance.Sticky();
            default -> null;
        };
    }

    private static Balance logHash(Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("balance log-hash requires a converter list.");
        words.next();
        return new Balance.LogHash(new LogProfile.Written(words.at(), words.taken()));
    }

    private static Balance random(String word, Arguments words) throws Mistake {
        var digits = 7;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) digits++;
        if (digits >= word.length() || word.charAt(digits) != ')')
            throw words.mistake("balance random : unexpected character '"
                    + word.charAt(Math.min(digits, word.length() - 1)) + "' after argument.");
        var draws = digits == 7 || digits > 12 ? 0 : Integer.parseInt(word.substring(7, digits));
        if (draws < 1) throw words.mistake("balance random : number of draws must be at least 1.");
        return new Balance.Random(draws);
    }

    private static Mistake unknown(String word, Arguments words) {
        var parenthesis = word.indexOf('(');
        var name = parenthesis < 0 ? word : word.substring(0, parenthesis);
        if (KnownNames.BALANCE.names().contains(name))
            return words.mistake(Messages.notYet("balance " + name, Awaited.SERVERS));
        return words.mistake(
                "balance only supports 'roundrobin', 'static-rr', 'leastconn', 'first', 'source', 'random', 'uri', 'url_param', 'hdr(name)', 'rdp-cookie(name)' and 'hash' options, got '"
                        + word + "'.");
    }

    private static void hashType(ProxyDraft proxy, Arguments words) throws Mistake {
        var method =
                switch (words.next()) {
                    case "map-based" -> Method.MAP_BASED;
                    case "consistent" -> Method.CONSISTENT;
                    default -> throw words.mistake("'hash-type' only supports 'consistent' and 'map-based'.");
                };
        // HAProxy: consistent hashing without a function is sdbm with avalanche.
        var avalanche = method == Method.CONSISTENT && !words.has();
        var function = words.has() ? function(words) : Function.SDBM;
        if (words.has() && !words.takes("avalanche")) {
            words.next();
            throw words.mistake("'hash-type' only supports 'avalanche' as a modifier for hash functions.");
        }
        avalanche |= words.line().word(words.index() - 1).equals("avalanche");
        words.end();
        var before = proxy.back.hashType;
        proxy.back.hashType = new HashType(method, function, avalanche, before.balanceFactor(), before.affinity());
    }

    private static Function function(Arguments words) throws Mistake {
        return switch (words.next()) {
            case "sdbm" -> Function.SDBM;
            case "djb2" -> Function.DJB2;
            case "wt6" -> Function.WT6;
            case "crc32" -> Function.CRC32;
            case "none" -> Function.NONE;
            default ->
                throw words.mistake(
                        "'hash-type' only supports 'sdbm', 'djb2', 'crc32', 'wt6' or 'none' hash functions.");
        };
    }

    private static void balanceFactor(ProxyDraft proxy, Arguments words) throws Mistake {
        var factor = words.read(Forms.count());
        if (factor != 0 && factor <= 100) throw words.mistake("'hash-balance-factor' must be 0 or greater than 100.");
        words.end();
        proxy.back.hashType = proxy.back.hashType.withFactor(factor);
    }

    private static void affinity(ProxyDraft proxy, Arguments words) throws Mistake {
        var affinity =
                switch (words.next()) {
                    case "always" -> Affinity.ALWAYS;
                    case "maxconn" -> Affinity.MAX_CONNECTIONS;
                    case "maxqueue" -> Affinity.MAX_QUEUE;
                    default ->
                        throw words.mistake(
                                "'hash-preserve-affinity' only supports 'always', 'maxconn' and 'maxqueue'.");
                };
        words.end();
        proxy.back.hashType = proxy.back.hashType.with(affinity);
    }
}
