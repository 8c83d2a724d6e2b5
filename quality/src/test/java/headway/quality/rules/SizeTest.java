package headway.quality.rules;

import static org.assertj.core.api.Assertions.assertThat;

import headway.quality.shape.Limits;
import headway.quality.shape.Method;
import headway.quality.shape.Sizes;
import headway.quality.shape.SourceFile;
import headway.quality.shape.Sources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits of the style on files and methods. {@code ./dev shape} shows where the project stands. */
class SizeTest {
    private static final List<SourceFile> ALL = Sources.read();
    private static final List<SourceFile> MAIN =
            ALL.stream().filter(f -> !f.isTest()).toList();

    /** Methods that take more than the limit, and why. */
    private static final Map<String, String> MANY_PARAMETERS = Map.of(
            "Kernel.java call", "a system call takes up to six arguments",
            "RawCalls.java call", "a system call takes up to six arguments",
            "LibcCalls.java call", "a system call takes up to six arguments",
            "Head.java received",
                    "the columns of a field, written for every field of a request: a record would be allocated");

    @Test
    void filesAreShort() {
        var sizes = new Sizes(MAIN.stream().mapToInt(f -> f.lines().size()));
        assertThat(sizes.percentile(50))
                .as("half of all files are at most %d lines long: split by subject", Limits.FILE_MEDIAN)
                .isLessThanOrEqualTo(Limits.FILE_MEDIAN);
        assertThat(sizes.percentile(95))
                .as("of 100 files 95 are at most %d lines long; ./dev shape names the longest", Limits.FILE_MOST)
                .isLessThanOrEqualTo(Limits.FILE_MOST);
    }

    @Test
    void noFileIsVeryLong() {
        var broken = new Broken("files are at most %d lines long: move a subject into a file of its own"
                .formatted(Limits.FILE_LONGEST));
        for (var file : ALL) {
            var lines = file.lines().size();
            if (lines > Limits.FILE_LONGEST && !isTable(file)) broken.at(file.at(1), lines + " lines");
        }
        broken.assertNone();
    }

    @Test
    void methodsAreShort() {
        var sizes = new Sizes(MAIN.stream().flatMap(f -> f.methods().stream()).mapToInt(Method::lines));
        assertThat(sizes.percentile(95))
                .as("of 100 methods 95 are at most %d lines long; ./dev shape names the longest", Limits.METHOD_MOST)
                .isLessThanOrEqualTo(Limits.METHOD_MOST);
    }

    @Test
    void noMethodIsVeryLong() {
        var broken = new Broken("methods are at most %d lines long, unless they only list: name a part of it"
                .formatted(Limits.METHOD_LONGEST));
        for (var file : ALL) {
            for (var method : file.methods()) {
                if (method.lines() > Limits.METHOD_LONGEST && !method.isTable()) {
                    broken.at(file.at(method.line()), method.name() + " has " + method.lines() + " lines");
                }
            }
        }
        broken.assertNone();
    }

    @Test
    void parametersAreFew() {
        var broken = new Broken("at most %d parameters, %d of a constructor: what belongs together is a record"
                .formatted(Limits.PARAMETERS, Limits.PARTS));
        for (var file : ALL) {
            for (var method : file.methods()) {
                if (method.parameters() > limitOf(method)
                        && !method.isOverride()
                        && !MANY_PARAMETERS.containsKey(file.name() + " " + method.name())) {
                    broken.at(file.at(method.line()), method.name() + " takes " + method.parameters());
                }
            }
        }
        broken.assertNone();
    }

    @Test
    void nestingIsShallow() {
        var broken = new Broken("at most %d levels of if, loop, switch and try: return early, or name the inside"
                .formatted(Limits.NESTING));
        for (var file : ALL) {
            for (var method : file.methods()) {
                if (method.nesting() > Limits.NESTING) {
                    broken.at(file.at(method.line()), method.name() + " has " + method.nesting());
                }
            }
        }
        broken.assertNone();
    }

    /** A constructor bears the name of its class, which begins with a capital. */
    private static int limitOf(Method method) {
        return Character.isUpperCase(method.name().charAt(0)) ? Limits.PARTS : Limits.PARAMETERS;
    }

    /** Nothing but lists in it: every method of more than one line only lists. */
    private static boolean isTable(SourceFile file) {
        return file.methods().stream().allMatch(Method::isTable);
    }
}
