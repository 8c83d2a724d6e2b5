package headway.quality.bench;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.pattern.Comparison;
import headway.language.pattern.MatchMethod;
import headway.language.pattern.PatternList;
import headway.language.pattern.PatternStore;
import headway.language.pattern.PatternUse;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/**
 * {@code ./dev bench patterns}: nanoseconds for a look-up in lists of few and of many entries, half of the values found and half not. Once with 64 values that
 * come round again and again, as most traffic's do, and once with 65,536 from all over the list, where look-ups wait for memory, that of the values included.
 */
final class Patterns {
    private static final int[] SIZES = {10, 1_000, 100_000};
    private static final int FEW = 64;
    private static final int MANY = 1 << 16;
    private static final int ROUNDS = 15;
    private static final int WIDTH = 64;
    private static final int PLACE = Buffers.reserve(MANY * WIDTH + 8);

    /** What is looked for, and how entry {@code %d} of a list is written. */
    private enum Kind {
        STR(MatchMethod.STR, "shop%d.example.com"),
        BEG(MatchMethod.BEG, "/shop/%d/"),
        END(MatchMethod.END, ".shop%d.example.com"),
        SUB(MatchMethod.SUB, "agent%d/"),
        DOM(MatchMethod.DOM, "shop%d.example.com"),
        IPV4(MatchMethod.IP, ""),
        IPV6(MatchMethod.IP, ""),
        INT(MatchMethod.INT, "%d");

        final MatchMethod method;
        final String form;

        Kind(MatchMethod method, String form) {
            this.method = method;
            this.form = form;
        }

        String key(int number) {
            return switch (this) {
                case IPV4 -> (10 + number % 7) + "." + number / 256 % 256 + "." + number % 256 + ".0/24";
                case IPV6 ->
                    "2001:db8:" + Integer.toHexString(number / 7) + ":" + Integer.toHexString(number % 7) + "::/64";
                case INT -> number * 10L + ":" + (number * 10L + 5);
                default -> String.format(Locale.ROOT, form, number);
            };
        }

        String value(int number) {
            String key = String.format(Locale.ROOT, form, number);
            return switch (this) {
                case BEG -> key + "item?colour=green";
                case END -> "www" + key;
                case SUB -> "Mozilla/5.0 " + key + "7.0";
                case DOM -> "www." + key + ":80";
                default -> key;
            };
        }
    }

    private final Kind kind;
    private final PatternUse use;
    private final int[] lengths = new int[MANY];
    private final Sample value = new Sample();

    private Patterns(Kind kind, int size) throws BindException {
        this.kind = kind;
        PatternList list = new PatternStore().named("virt@bench");
        use = list.use(Comparison.of(kind.method));
        int version = list.prepare();
        for (int i = 0; i < size; i++) {
            list.add(version, kind.key(i), "");
        }
        list.commit(version);
        Random random = new Random(20261125);
        for (int i = 0; i < MANY; i++) {
            remember(i, random.nextInt(2 * size));
        }
    }

    /** Prints the table, a row a method and size. */
    static void print() throws BindException {
        System.out.printf("%-8s %8s %10s %10s %10s%n", "", "entries", "ns, few", "ns, many", "found");
        for (Kind kind : Kind.values()) {
            for (int size : SIZES) {
                Patterns patterns = new Patterns(kind, size);
                double few = patterns.best(FEW);
                double many = patterns.best(MANY);
                double part = patterns.found(MANY) / (double) MANY;
                System.out.printf(
                        Locale.ROOT,
                        "%-8s %8d %10.1f %10.1f %10.2f%n",
                        kind.name().toLowerCase(Locale.ROOT),
                        size,
                        few,
                        many,
                        part);
            }
        }
    }

    private void remember(int index, int number) {
        int at = PLACE + index * WIDTH;
        switch (kind) {
            case IPV4 -> Slab.putInt(at, 10 + number % 7 << 24 | (number & 0xffff) << 8 | 9);
            case IPV6 -> Slab.putLong(at, 0x2001_0db8_0000_0000L | (long) (number / 7) << 16 | number % 7);
            case INT -> Slab.putInt(at, number * 10 + 3);
            default -> {
                byte[] text = kind.value(number).getBytes(StandardCharsets.ISO_8859_1);
                Slab.put(at, text);
                lengths[index] = text.length;
            }
        }
    }

    private double best(int different) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            found(different);
            best = Math.min(best, (System.nanoTime() - before) / (double) MANY);
        }
        return best;
    }

    private int found(int different) {
        int found = 0;
        for (int i = 0; i < MANY; i++) {
            recall(i & different - 1);
            if (use.matches(value)) {
                found++;
            }
        }
        return found;
    }

    private void recall(int index) {
        int at = PLACE + index * WIDTH;
        switch (kind) {
            case IPV4 -> value.ipv4(Slab.intAt(at));
            case IPV6 -> value.ipv6(Slab.longAt(at), 9);
            case INT -> value.integer(Slab.intAt(at));
            default -> value.text(at, lengths[index]);
        }
    }
}
