package headway.quality.reference;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.known.KnownNames;
import org.junit.jupiter.api.Test;

/** The page of what is not there yet. */
class LaterPageTest {
    @Test
    void everyNameStandsBesideWhatItWaitsFor() {
        assertThat(LaterPage.rows(KnownNames.ACTIONS)).startsWith("""
                | waits for | names |
                |---|---|
                | QUIC | `dgram-drop`, `send-retry` |
                | SPOE | `send-spoe-group` |
                """);
        assertThat(LaterPage.text())
                .contains("\n## bind options\n")
                .contains("| the PROXY protocol | `accept-netscaler-cip`, `accept-proxy` |")
                .doesNotContain("| ? |");
    }

    @Test
    void aPageOfATableEndsWithThem() {
        assertThat(Reference.pages().get("converters.md"))
                .contains("## Known, not there yet")
                .contains("| device databases | `51d.single`, `da-csv-conv` |");
    }

    @Test
    void listsThatAreWholeHaveNone() {
        assertThat(LaterPage.rows(KnownNames.LOG_ALIASES)).isEmpty();
    }
}
