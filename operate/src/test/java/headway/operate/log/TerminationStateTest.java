package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.known.KnownNames;
import headway.traffic.account.TerminationState;
import org.junit.jupiter.api.Test;

/** The words about how streams end. */
class TerminationStateTest {
    @Test
    void theyAreTheManualsThirtySix() {
        assertThat(TerminationState.all()).hasSize(36);
        assertThat(TerminationState.all().stream()
                        .map(TerminationState::letters)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(KnownNames.TERMINATION_CODES.names());
    }

    @Test
    void eachIsToldInSentences() {
        for (var state : TerminationState.all()) {
            assertThat(state.cause()).as(state.letters()).matches("[A-Z].*[.]");
            assertThat(state.next()).as(state.letters()).endsWith(".");
            assertThat(state.who()).isIn("nobody", "client", "server", "proxy", "operator");
        }
    }

    @Test
    void theyAreFoundByTheLettersOfAStream() {
        assertThat(String.valueOf(TerminationState.of('s', 'Q'))).contains("timeout queue");
        assertThat(TerminationState.of('x', 'y')).isNull();
        assertThat(TerminationState.of('N', 'N')).as("of a cookie").isNull();
    }
}
