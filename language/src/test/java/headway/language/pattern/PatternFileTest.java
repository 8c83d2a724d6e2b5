package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.language.sample.BindException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How lines of files become entries; all watched in HAProxy 2.6.12. */
final class PatternFileTest {
    @TempDir
    Path folder;

    private final PatternStore store = new PatternStore();

    private PatternList load(String text, boolean isMap) throws BindException, IOException {
        Files.write(folder.resolve("f"), text.getBytes(StandardCharsets.ISO_8859_1));
        return store.load("f", folder, isMap);
    }

    private static List<String> keys(PatternList list) {
        return list.shown(0).stream().map(PatternList.Shown::key).toList();
    }

    @Test
    void patternKeepsTheBlanksAtItsEnd() throws BindException, IOException {
        var list = load("# c\nabc\n  lead\ntrail  \n\ttab\t\ncr\r\n #sharp\n\n   \nlast two\na\0b\nnoeol", false);
        assertThat(keys(list))
                .containsExactly("abc", "lead", "trail  ", "tab\t", "cr", "#sharp", "last two", "a", "noeol");
    }

    @Test
    void valueLosesThem() throws BindException, IOException {
        var list = load("# c\n\nkey   value with  blanks   \n\tlead\tv\nnoval\n #k v\nkey dup\nq\"x \"y\"\r\n", true);
        assertThat(list.shown(0).stream().map(e -> e.key() + "=" + e.value()))
                .containsExactly("key=value with  blanks", "lead=v", "noval=", "#k=v", "key=dup", "q\"x=\"y\"");
    }

    @Test
    void wrongEntryIsNamedByItsLine() throws BindException, IOException {
        var list = load("# c\n1\n\nabc\n", false);
        assertThatThrownBy(() -> list.use(Comparison.of(MatchMethod.INT)))
                .hasMessage("'abc' is not a number at line 4 of file 'f'");
        assertThatThrownBy(() -> list.use(Comparison.of(MatchMethod.IP)))
                .hasMessage("'abc' is not a valid IPv4 or IPv6 address at line 4 of file 'f'");
    }

    @Test
    void wrongValueIsNamedByItsLine() throws BindException, IOException {
        var list = load("a 1\nb x\n", true);
        assertThatThrownBy(() -> list.use(Comparison.of(MatchMethod.STR), MapOutput.INT))
                .hasMessage("unable to parse 'x' at line 2 of file 'f'");
    }

    @Test
    void tooLongALineIsRefused() {
        assertThatThrownBy(() -> load("a\n" + "x".repeat(10_000_000) + "\n", false))
                .hasMessage("the line is longer than 1048576 bytes at line 2 of file 'f'");
    }

    @Test
    void fileThatIsNotThereOrIsAFolderIsRefused() {
        for (var name : List.of("nofile", "", ".", "a\0b"))
            assertThatThrownBy(() -> store.load(name, folder, false))
                    .hasMessage("failed to open pattern file <" + name + ">");
    }

    @Test
    void emptyFileIsAList() throws BindException, IOException {
        assertThat(load("", false).size()).isZero();
    }
}
