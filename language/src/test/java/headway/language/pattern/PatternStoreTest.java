package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.sample.BindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists by name: configuration manual 2.7. */
final class PatternStoreTest {
    @TempDir
    Path folder;

    private final PatternStore store = new PatternStore();

    @Test
    void fileAndOptionalFileOfOneNameAreTheSameList() throws BindException, IOException {
        Files.writeString(folder.resolve("f"), "a\n");
        var list = store.load("f", folder, false);
        assertThat(store.load("file@f", folder, false)).isSameAs(list);
        assertThat(store.load("opt@f", folder, false)).isSameAs(list);
        assertThat(store.named("opt@f")).isSameAs(list);
        assertThat(list.name()).isEqualTo("f");
    }

    @Test
    void virtualListIsNoFile() throws BindException {
        var list = store.load("virt@f", folder, true);
        assertThat(list.name()).isEqualTo("virt@f");
        assertThat(list.size()).isZero();
        assertThat(store.named("f")).isNotSameAs(list);
    }

    @Test
    void optionalFileMayBeMissing() throws BindException {
        assertThat(store.load("opt@nofile", folder, true).size()).isZero();
        assertThat(store.load("nofile", folder, true).name()).isEqualTo("nofile");
    }

    @Test
    void listIsEitherAMapOrNot() throws BindException, IOException {
        Files.writeString(folder.resolve("f"), "a b\n");
        store.load("f", folder, false);
        assertThatThrownBy(() -> store.load("f", folder, true))
                .hasMessage(
                        "The file \"f\" is already used as one column file and cannot be used by as two column file");
        store.load("virt@m", folder, true);
        assertThatThrownBy(() -> store.load("virt@m", folder, false))
                .hasMessage("The file \"virt@m\" is already used as two column file and cannot be used by as one column"
                        + " file");
    }

    @Test
    void numbersAreGivenInOrderAroundThoseThatAreSaid() throws BindException {
        var a = store.anonymous(List.of("x"));
        var b = store.load("virt@m", folder, true);
        var c = store.anonymous(List.of("y"));
        store.identify(a, 1);
        assertThatThrownBy(() -> store.identify(c, 1)).hasMessage("the id is already used");
        store.finish(new Diagnostics());
        assertThat(List.of(a.id(), b.id(), c.id())).containsExactly(1, 0, 2);
        assertThat(store.all()).containsExactly(a, b, c);
    }

    @Test
    void changeThatNobodySeesIsToldOf() throws BindException {
        store.changed("virt@read", new Position("h.cfg", 1, 1));
        store.changed("virt@unread", new Position("h.cfg", 2, 1));
        store.load("virt@read", folder, true);
        var out = new Diagnostics();
        store.finish(out);
        assertThat(out.all()).singleElement().satisfies(d -> {
            assertThat(d.position().line()).isEqualTo(2);
            assertThat(d.message()).startsWith("nothing reads the list 'virt@unread'");
        });
    }

    @Test
    void expressionThatTakesStepsBackIsToldOfOnceWithItsLine() throws BindException, IOException {
        Files.writeString(folder.resolve("f"), "a\n(b)\\1\n");
        var list = store.load("f", folder, false);
        list.use(Comparison.of(MatchMethod.REG));
        list.use(Comparison.of(MatchMethod.REG));
        store.anonymous(List.of("(?=a)")).use(Comparison.of(MatchMethod.REG));
        var out = new Diagnostics();
        store.tellSlow(new Position("h.cfg", 3, 9), out);
        store.tellSlow(Position.NOWHERE, out);
        assertThat(out.all().stream().map(d -> d.severity() + " " + d.position()))
                .containsExactly("NOTICE " + new Position("f", 2, 1), "NOTICE " + new Position("h.cfg", 3, 9));
    }
}
