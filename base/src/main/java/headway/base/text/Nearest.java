package headway.base.text;

import java.util.Collection;
import java.util.Optional;

/** "Did you mean": the word of a list that a mistyped one is nearest to. */
public final class Nearest {
    /** Longer words are not compared: nobody types them, and the comparison is quadratic. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * Nothing when all are further away than a third of the word's letters, so that a word of one or two is like no other; but who wrote three letters or more of
     * which one name has the rest meant that one.
     */
    public static Optional<String> to(String word, Collection<String> names) {
        if (word.isEmpty() || word.length() > LONGEST) return Optional.empty();
        return near(word, names).or(() -> begun(word, names));
    }

    private static Optional<String> begun(String word, Collection<String> names) {
        if (word.length() < 3) return Optional.empty();
        var all = names.stream().filter(name -> name.startsWith(word)).limit(2).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Optional<String> near(String word, Collection<String> names) {
        String best = null;
        var bestDistance = 1 + word.length() / 3;
        for (var name : names) {
            if (Math.abs(name.length() - word.length()) >= bestDistance) continue;
            var distance = distance(word, name);
            if (distance < bestDistance || distance == bestDistance && best != null && name.compareTo(best) < 0) {
                best = name;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters inserted, left out, replaced, or exchanged with their neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) last[j] = j;
        for (var i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (isExchange(a, i, b, j)) row[j] = Math.min(row[j], before[j - 2] + 1);
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private static boolean isExchange(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
