package headway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.operate.process.ProcessOptions.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineReaderTest {
    @Test
    void filesAreTakenInOrderFromBothOptions() throws CommandLineException {
        var line = CommandLineReader.read("-f", "a.cfg", "-V", "-f", "b", "--", "c.cfg", "-d.cfg");
        assertThat(line.files()).containsExactly(Path.of("a.cfg"), Path.of("b"), Path.of("c.cfg"), Path.of("-d.cfg"));
        assertThat(line.has(Option.VERBOSE)).isTrue();
    }

    @Test
    void ofQuietAndVerboseTheLastOneCounts() throws CommandLineException {
        assertThat(CommandLineReader.read("-q", "-V").has(Option.QUIET)).isFalse();
        assertThat(CommandLineReader.read("-V", "-q").has(Option.VERBOSE)).isFalse();
    }

    @Test
    void aListOfProcessesEndsAtTheNextOptionAndMayBeEmpty() throws CommandLineException {
        var line = CommandLineReader.read("-sf", "12", "13", "-st", "-f", "a", "-st", "14 15");
        assertThat(line.finish()).containsExactly(12L, 13L);
        assertThat(line.terminate()).containsExactly(14L, 15L);
    }

    @Test
    void whatTheTestsOfHaproxyPassIsUnderstood() throws CommandLineException {
        var line = CommandLineReader.read("-d", "-dM", "-dI", "-dW", "-f", "cfg");
        assertThat(line.given()).contains(Option.DEBUG, Option.POISON, Option.INSECURE_FORK, Option.ZERO_WARNING);
        assertThat(CommandLineReader.read("-dMhelp").value(Option.POISON, "")).isEqualTo("help");
        assertThat(CommandLineReader.read("-dM0x50,tag").value(Option.POISON, ""))
                .isEqualTo("0x50,tag");
    }

    @Test
    void optionsReachTheRuntime() throws CommandLineException {
        var line = CommandLineReader.read("-n", "500", "-N", "20", "-de", "-dS", "-dR", "-dr", "-L", "me", "-f", "a");
        var options = line.processOptions("host");
        assertThat(options.connections()).isEqualTo(500);
        assertThat(options.proxyConnections()).isEqualTo(20);
        assertThat(options.localPeer()).isEqualTo("me");
        assertThat(options.switches())
                .containsExactlyInAnyOrder(
                        Switch.NO_EPOLL, Switch.NO_SPLICE, Switch.NO_REUSE_PORT, Switch.IGNORE_UNRESOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-zz", "extra", "-f", "-n", "-cc", "--help", "-dWx", "-"})
    void whatIsNoOptionOrLacksItsArgumentBringsTheUsage(String word) {
        assertThatThrownBy(() -> CommandLineReader.read(word))
                .isInstanceOfSatisfying(
                        CommandLineException.class,
                        e -> assertThat(e.isOfUsage()).isTrue())
                .hasMessageContaining("'" + word + "'");
    }

    @Test
    void numbersThatAreNoneAreNamed() {
        assertThatThrownBy(() -> CommandLineReader.read("-n", "abc")).hasMessageContaining("'abc' after -n");
        assertThatThrownBy(() -> CommandLineReader.read("-sf", "abc"))
                .hasMessage("-sf option: some bytes unconsumed in PID list {abc}");
    }

    @Test
    void thePageSaysHowFarEachOptionIs() throws IOException {
        var page = Files.readString(Path.of(System.getProperty("headway.root", "."), "docs/reference/command-line.md"));
        for (var option : Option.values()) {
            var said =
                    switch (option.standing()) {
                        case DONE -> "done";
                        case ACCEPTED -> "accepted, no effect";
                        case LATER -> "refused: not there yet";
                    };
            assertThat(page.lines().filter(line -> line.startsWith("| `" + option.word() + "` |")))
                    .as(option.word())
                    .singleElement()
                    .asString()
                    .contains(" | " + said + " | ");
        }
    }
}
