package headway.quality.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final String TEXT = """
            package some;

            class Some {
                static int count;

                /** A comment does not count. */
                @Override
                @SuppressWarnings("x")
                public int deep(int a, int b) {
                    for (var i = a; i < b; i++) {
                        if (i == 1) {
                            count++;
                        } else if (i == 2) {
                            while (count < 9) count++;
                        }
                    }
                    return b;
                }

                int list() {
                    return 1;
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aMethodIsCountedFromItsSignatureToItsEnd() throws IOException {
        var deep = methodOf("deep");
        assertThat(deep.line()).isEqualTo(9);
        assertThat(deep.lines()).isEqualTo(10);
        assertThat(deep.parameters()).isEqualTo(2);
        assertThat(deep.isOverride()).isTrue();
    }

    @Test
    void elseIfIsAsDeepAsItsIf() throws IOException {
        assertThat(methodOf("deep").nesting()).isEqualTo(3);
    }

    @Test
    void aMethodWithoutControlFlowIsATable() throws IOException {
        assertThat(methodOf("list").isTable()).isTrue();
        assertThat(methodOf("deep").isTable()).isFalse();
    }

    @Test
    void theConstructorThatTheCompilerAddsIsNotCounted() throws IOException {
        assertThat(parsed().methods()).extracting(Method::name).containsExactly("deep", "list");
    }

    @Test
    void aStaticThatCanChangeIsSeen() throws IOException {
        assertThat(parsed().fields())
                .singleElement()
                .satisfies(f -> assertThat(f.name()).isEqualTo("Some.count"))
                .satisfies(f -> assertThat(f.isStatic() && !f.isFinal()).isTrue());
    }

    @Test
    void percentilesAreTakenFromTheSortedSizes() {
        var sizes = new Sizes(IntStream.rangeClosed(1, 100));
        assertThat(sizes.percentile(50)).isEqualTo(50);
        assertThat(sizes.percentile(95)).isEqualTo(95);
        assertThat(sizes.largest()).isEqualTo(100);
    }

    private Method methodOf(String name) throws IOException {
        return parsed().methods().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private SourceFile parsed() throws IOException {
        var file = folder.resolve("base/src/main/java/Some.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, TEXT);
        return Sources.read(folder).getFirst();
    }
}
