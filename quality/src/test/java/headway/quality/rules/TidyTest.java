package headway.quality.rules;

import headway.quality.shape.SourceFile;
import headway.quality.shape.Sources;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must not stand in a source file. The rules themselves are left out, since they name what they forbid. */
class TidyTest {
    private static final List<SourceFile> ALL = Sources.read().stream()
            .filter(f -> !f.path().toString().contains("quality/rules/"))
            .toList();
    private static final List<SourceFile> MAIN =
            ALL.stream().filter(f -> !f.isTest()).toList();
    private static final Pattern MUTABLE = Pattern.compile(
            "new ((Array|Linked|Hash|Tree|Enum|Weak|Identity|Concurrent|CopyOnWrite)\\w*|Atomic\\w+|StringBuilder|ThreadLocal|LongAdder|Random)\\b.*",
            Pattern.DOTALL);

    /** What is one per process by nature; each says why where it stands. */
    private static final Set<String> PROCESS_WIDE = Set.of("Buffers.NEXT", "Lab.NEXT_PORT");

    @Test
    void memoryIsNeverReadWithoutBounds() {
        forbid(
                ALL,
                "reinterpret\\(\\s*Long\\.MAX_VALUE",
                "a stray address ends the VM: reinterpret to the size that the struct or the call has");
    }

    @Test
    void onlyTheProgramEndsTheProcess() {
        forbid(
                MAIN.stream()
                        .filter(f -> !Set.of("app", "quality").contains(f.module()))
                        .toList(),
                "System\\.exit\\(|\\.halt\\(",
                "return a result or a Failure; app.Main alone ends the process");
    }

    @Test
    void nothingIsLeftToDo() {
        forbid(ALL, "\\b(TODO|FIXME|XXX|HACK)\\b", "do it now, or write an issue; the code says what is");
    }

    @Test
    void noPathOfOneMachineIsNamed() {
        forbid(ALL, "\"(/work/|/root/)", "take paths as arguments, or find them from the project's folder");
    }

    @Test
    void nothingIsPrintedFromBelow() {
        forbid(
                MAIN.stream()
                        .filter(f ->
                                !Set.of("app", "operate", "quality", "testkit").contains(f.module()))
                        .toList(),
                "System\\.(out|err)\\b|printStackTrace\\(",
                "what an operator should read is a Diagnostic or a log line, handed up");
    }

    @Test
    void testsAreNotSwitchedOff() {
        forbid(
                ALL,
                "@Disabled\\b",
                "mend the test or delete it; a condition of the machine is an assumption that says so");
    }

    @Test
    void nullIsTypedInEveryPackage() {
        var packages = new HashSet<Path>();
        for (var file : MAIN) {
            if (file.name().equals("package-info.java") && file.lines().contains("@NullMarked")) {
                packages.add(file.path().getParent());
            }
        }
        var broken = new Broken("every package has a package-info.java: one sentence, @NullMarked, package");
        MAIN.stream()
                .map(f -> f.path().getParent())
                .distinct()
                .filter(Predicate.not(packages::contains))
                .forEach(p -> broken.at(p.toString(), "has none, or one without @NullMarked"));
        broken.assertNone();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        var broken = new Broken("package-info.java begins with a sentence that says what is in the package");
        for (var file : MAIN) {
            if (file.name().equals("package-info.java")
                    && !file.lines().getFirst().startsWith("/**")) {
                broken.at(file.at(1), "begins with: " + file.lines().getFirst());
            }
        }
        broken.assertNone();
    }

    @Test
    void noStaticCanChange() {
        var broken = new Broken(
                "state belongs to an object that somebody made and passes on: put it into a field of its owner");
        for (var file : MAIN) {
            for (var field : file.fields()) {
                if (!field.isStatic() || PROCESS_WIDE.contains(field.name())) continue;
                if (!field.isFinal() || MUTABLE.matcher(field.initial()).matches()) {
                    broken.at(file.at(field.line()), field.name());
                }
            }
        }
        broken.assertNone();
    }

    @Test
    void absenceIsAResultOnly() {
        var broken =
                new Broken("Optional is for the result of a cold call; a field is @Nullable, or a case of its own");
        for (var file : MAIN) {
            for (var field : file.fields()) {
                if (field.type().startsWith("Optional")) broken.at(file.at(field.line()), field.name());
            }
        }
        broken.assertNone();
    }

    private static void forbid(List<SourceFile> files, String expression, String remedy) {
        var pattern = Pattern.compile(expression);
        var broken = new Broken(remedy);
        for (var file : files) {
            for (var i = 0; i < file.lines().size(); i++) {
                var line = file.lines().get(i);
                if (pattern.matcher(line).find()) broken.at(file.at(i + 1), line.strip());
            }
        }
        broken.assertNone();
    }
}
