package headway.language.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.ArrayList;
import java.util.List;

/** Regular expressions, matched in linear time. They copy the value, so a condition with one allocates. */
final class RegularExpressions {
    private final Pattern[] patterns;

    RegularExpressions(List<String> texts, boolean ignoreCase) throws BindException {
        var list = new ArrayList<Pattern>();
        for (var text : texts) list.add(compile(text, ignoreCase));
        patterns = list.toArray(new Pattern[0]);
    }

    boolean match(Sample value) {
        var bytes = Slab.bytes(value.at, value.length);
        for (var pattern : patterns) if (pattern.matcher(bytes).find()) return true;
        return false;
    }

    private static Pattern compile(String text, boolean ignoreCase) throws BindException {
        try {
            return Pattern.compile(text, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new BindException("regex '" + text + "' is invalid (error=" + e.getDescription() + ")");
        }
    }
}
