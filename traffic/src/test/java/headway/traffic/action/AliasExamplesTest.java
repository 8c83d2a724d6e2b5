package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.format.FormatKind;
import headway.language.format.FormatParser;
import headway.language.known.KnownNames;
import headway.language.line.LineWriter;
import headway.language.sample.BindException;
import headway.language.sample.Example;
import headway.language.sample.Place;
import headway.traffic.alias.Aliases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of every alias writes what it says. */
final class AliasExamplesTest {
    /** What they say is of the machine and the process. */
    private static final List<String> WITHOUT_EXAMPLE = List.of("%H", "%pid");

    @TestFactory
    Stream<DynamicTest> aliasesWriteWhatTheirExamplesSay() {
        var tests = new ArrayList<DynamicTest>();
        for (var entry : Aliases.catalog().all()) {
            tests.add(DynamicTest.dynamicTest(entry.name() + " is described", () -> {
                assertThat(entry.summary()).endsWith(".");
                if (WITHOUT_EXAMPLE.contains(entry.name()))
                    assertThat(entry.uses()).isEmpty();
                else assertThat(entry.uses()).isNotEmpty();
            }));
            for (var example : entry.uses()) tests.add(DynamicTest.dynamicTest(example.use(), () -> check(example)));
        }
        return tests.stream();
    }

    @Test
    void machineAndProcessAreNamed() throws Exception {
        var scope = AccountFacts.scope("");
        var host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        assertThat(line("%H %pid", scope))
                .isEqualTo(host + " " + ProcessHandle.current().pid());
    }

    private static void check(Example example) throws BindException {
        assertThat(line(example.use(), AccountFacts.scope(example.given()))).isEqualTo(example.expected());
    }

    static String line(String format, ExampleScope scope) throws BindException {
        var bound = new FormatParser(new Rules().binding(Place.LOG), FormatKind.LOG).parseLine(format);
        var writer = new LineWriter(ZoneOffset.UTC);
        writer.begin(Buffers.reserve(4096), 4096);
        bound.write(scope, writer);
        return Slab.text(writer.at(), writer.length());
    }

    @Test
    void theyAreHaproxysAll() {
        var names = Aliases.catalog().all().stream().map(alias -> alias.name()).toList();
        assertThat(names).containsExactlyInAnyOrderElementsOf(KnownNames.LOG_ALIASES.names());
    }
}
