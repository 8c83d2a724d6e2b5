package headway.quality.parity;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.known.KnownNames;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code ./dev parity} counts is what the tables have. */
class ParityTest {
    /** Of later issues. */
    private static final Set<String> LATER_SECTIONS =
            Set.of("acme", "cache", "crt-store", "fcgi-app", "healthcheck", "mailers", "peers", "resolvers", "traces");

    private static Tally tally(KnownNames names) {
        return Lists.of(names);
    }

    @Test
    void listsThatAreWholeAreCountedWhole() {
        for (var whole :
                Set.of(KnownNames.LOG_ALIASES, KnownNames.BALANCE, KnownNames.PREDEFINED_ACLS, KnownNames.ACL_KEYWORDS))
            assertThat(tally(whole).notYet()).as(whole.title()).isEmpty();
    }

    @Test
    void onlySectionsOfLaterIssuesAreMissing() {
        assertThat(tally(KnownNames.SECTIONS).notYet()).isEqualTo(LATER_SECTIONS);
        assertThat(tally(KnownNames.SECTION_KEYWORDS).notYet())
                .allMatch(name -> LATER_SECTIONS.contains(name.replaceFirst(" .*", "")));
    }

    @Test
    void argumentsThatHaproxyCountsAsCommandsAreCounted() {
        assertThat(tally(KnownNames.CLI_COMMANDS).supported())
                .contains("set server <b>/<s> state", "set timeout cli", "clear counters all")
                .doesNotContain("set server <b>/<s> addr");
    }

    @Test
    void linesThatAnEntryReadsUnderAnotherNameAreCounted() {
        assertThat(tally(KnownNames.PROXY).supported()).contains("persist rdp-cookie");
        assertThat(tally(KnownNames.PROXY).notYet()).contains("stats uri", "compression", "stick on");
        assertThat(tally(KnownNames.GLOBAL).supported()).contains("stats");
    }

    @Test
    void everyNameThatIsNotThereYetNamesWhatItWaitsFor() {
        for (var list : KnownNames.values()) {
            if (list == KnownNames.TERMINATION_CODES) continue;
            assertThat(tally(list).notYet())
                    .as(list.title())
                    .allMatch(name -> list.awaits(name).isPresent());
        }
    }

    @Test
    void nothingIsSaidOfNamesThatAreThere() {
        for (var list : KnownNames.values()) {
            if (list == KnownNames.TERMINATION_CODES) continue;
            assertThat(list.idle(tally(list).notYet())).as(list.title()).isEmpty();
        }
    }
}
