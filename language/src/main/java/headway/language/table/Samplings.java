package headway.language.table;

import headway.language.model.LogTarget.Range;
import headway.language.model.LogTarget.Sampling;
import headway.language.syntax.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code sample} of a {@code log} line: ranges and a size. */
final class Samplings {
    private Samplings() {}

    static Sampling read(Arguments words) throws Mistake {
        var word = words.next();
        var colon = word.indexOf(':');
        if (colon < 0) throw words.mistake("log : Missing sample size");
        var written = word.substring(0, colon);
        if (written.isEmpty()) throw words.mistake("log : no sampling ranges given");
        var ranges = new ArrayList<Range>();
        for (var part : written.split(",", -1)) ranges.add(range(part, words));
        checkOverlap(ranges, words);
        var highest = ranges.stream().mapToInt(Range::high).max().orElse(0);
        return new Sampling(ranges, size(word.substring(colon + 1), written, highest, words));
    }

    private static Range range(String text, Arguments words) throws Mistake {
        var dash = text.indexOf('-');
        var low = number(dash < 0 ? text : text.substring(0, dash));
        var high = dash < 0 ? low : number(text.substring(dash + 1));
        if (low < 1 || high < low) throw words.mistake("log : wrong sample range '" + text + "'");
        return new Range(low, high);
    }

    private static void checkOverlap(List<Range> ranges, Arguments words) throws Mistake {
        ranges.sort(Comparator.comparingInt(Range::low));
        for (var i = 1; i < ranges.size(); i++)
            if (ranges.get(i).low() <= ranges.get(i - 1).high()) throw words.mistake("log : ranges are overlapping");
    }

    private static int size(String text, String ranges, int highest, Arguments words) throws Mistake {
        var size = number(text);
        if (size < 1) throw words.mistake("log : wrong sample size '" + text + "' for sample range '" + ranges + "'");
        if (size < highest)
            throw words.mistake("log : sample size " + size + " should be greater or equal to " + highest
                    + " the maximum of the high ranges limits");
        return size;
    }

    /** -1 for what is no number. */
    private static int number(String text) {
        var isNumber = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(text) : -1;
    }
}
