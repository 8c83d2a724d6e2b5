package headway.language.condition;

import headway.language.sample.MethodNames;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;

/** Methods: well-known ones are compared as numbers, the others as texts; {@code -i} makes no difference to the former, as watched. */
final class Methods {
    private final int known;
    private final Texts others;

    Methods(List<String> patterns, boolean ignoreCase) {
        var bits = 0;
        var rest = new ArrayList<String>();
        for (var pattern : patterns) {
            var text = Text.of(pattern);
            var id = MethodNames.id(text.at(), text.length());
            if (id == 0) rest.add(pattern);
            else bits |= 1 << id;
        }
        known = bits;
        others = new Texts(rest, ignoreCase);
    }

    boolean match(Sample value) {
        return value.integer == 0 ? others.equal(value) : (known >>> (int) value.integer & 1) != 0;
    }
}
