package headway.language.table;

import headway.base.units.Size;
import headway.language.draft.ProxyDraft;
import headway.language.known.Awaited;
import headway.language.model.BandwidthLimit;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Filters: configuration manual 9. */
final class FilterTable {
    private static final Set<Section> PROXIES = EnumSet.of(Section.FRONTEND, Section.LISTEN, Section.BACKEND);
    private static final Map<String, Awaited> OTHERS = Map.of(
            "cache", Awaited.CACHE,
            "compression", Awaited.COMPRESSION,
            "comp-req", Awaited.COMPRESSION,
            "comp-res", Awaited.COMPRESSION,
            "fcgi-app", Awaited.FASTCGI,
            "spoe", Awaited.SPOE,
            "trace", Awaited.TRACES,
            "opentracing", Awaited.TRACES,
            "otel", Awaited.TRACES);

    static final List<Directive<ProxyDraft>> TABLE = List.of(Entry.<ProxyDraft>entry(
                    "filter", "Something that the bodies of streams pass: a limit of their speed, which rules turn on.")
            .in(PROXIES)
            .example(
                    "filter bwlim-out slow default-limit 1m default-period 1s",
                    "filter bwlim-in slow default-limit 64k default-period 100 min-size 2896")
            .reads(
                    "{ bwlim-in | bwlim-out } <name> default-limit <size> default-period <time> [ min-size <size> ]",
                    FilterTable::filter));

    private FilterTable() {}

    private static void filter(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'filter' expects a filter name.");
        var kind = words.next();
        var other = OTHERS.get(kind);
        if (other != null) throw new Mistake(words.at(), Messages.notYet("filter " + kind, other));
        if (!kind.equals("bwlim-in") && !kind.equals("bwlim-out"))
            throw words.mistake("'filter' : unknown keyword '" + kind + "', expected 'bwlim-in' or 'bwlim-out'.");
        if (!words.has()) throw words.mistake("'filter " + kind + "' : a name is expected as first argument.");
        var name = words.next();
        for (var earlier : proxy.rules.limits)
            if (earlier.name().equals(name))
                throw words.mistake("'filter " + kind + "' : the name '" + name + "' is taken by a filter declared at "
                        + earlier.position() + ".");
        proxy.rules.limits.add(limit(kind, name, words));
    }

    private static BandwidthLimit limit(String kind, String name, Arguments words) throws Mistake {
        var position = words.position();
        var bytes = 0L;
        var nanos = 0L;
        var least = 0L;
        while (words.has()) {
            var option = words.next();
            switch (option) {
                case "default-limit" -> bytes = size(words, option);
                case "default-period" -> nanos = time(words, option);
                case "min-size" -> least = size(words, option);
                case "limit", "key", "table" ->
                    throw new Mistake(
                            words.at(), Messages.notYet("filter " + kind + " " + option, Awaited.STICK_TABLES));
                default -> throw words.mistake("'filter " + kind + "' : unexpected argument '" + option + "'.");
            }
        }
        if (bytes == 0) throw words.mistake("'filter " + kind + "' : <default-limit> option is missing.");
        if (nanos == 0) throw words.mistake("'filter " + kind + "' : <default-period> option is missing.");
        return new BandwidthLimit(position, name, kind.equals("bwlim-in"), bytes, nanos, least);
    }

    private static long time(Arguments words, String option) throws Mistake {
        var named = words.named(option);
        var nanos = named.read(Forms.time());
        words.moveTo(named.index());
        return nanos;
    }

    private static long size(Arguments words, String option) throws Mistake {
        if (!words.has()) throw words.mistake("'" + option + "' expects a size.");
        var word = words.next();
        var size = Size.parse(word);
        if (size.isEmpty() || size.getAsLong() == 0)
            throw words.mistake("'" + option + "' expects a size that is not zero, got '" + word + "'.");
        return size.getAsLong();
    }
}
