package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.catalog.Catalog;
import headway.base.catalog.Catalog.Standing;
import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.language.known.KnownNames;
import headway.language.table.Directive;
import headway.language.table.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known and not supported yet is refused with what it waits for. */
class WaitingTest {
    private static final Tables TABLES = Tables.create();

    private static <D> List<String> later(Catalog<Directive<D>> catalog) {
        return catalog.names().stream()
                .filter(name -> catalog.standing(name) == Standing.NOT_YET)
                // These are parts of lines that entries of other names read.
                .filter(name -> !List.of("stats", "persist rdp-cookie").contains(name))
                .toList();
    }

    private static void allWait(String before, List<String> names, String after) {
        for (var name : names) {
            var out = Loads.diagnostics((before + name + after).split("\n"));
            assertThat(waiting(out)).as(name).isTrue();
        }
    }

    private static boolean waiting(Diagnostics out) {
        return out.all().stream()
                .anyMatch(told -> told.code() == Code.NOT_YET && told.message().matches(".* It waits for [^.]+\\..*"));
    }

    @Test
    void everyKeywordSaysWhatItWaitsFor() {
        allWait("global\n ", later(TABLES.global()), " x");
        allWait("listen l\n ", later(TABLES.proxy()), " x");
    }

    @Test
    void everyOptionOfALineSaysWhatItWaitsFor() {
        allWait("listen l\n bind :80 ", later(TABLES.bind()), " x");
        allWait("listen l\n server s 1.1.1.1:1 ", later(TABLES.server()), " x");
    }

    @Test
    void everySectionSaysWhatItWaitsFor() {
        var names = KnownNames.SECTIONS.names().stream()
                .filter(name -> KnownNames.SECTIONS.awaits(name).isPresent())
                .toList();
        assertThat(names).contains("resolvers", "peers");
        allWait("", names, " x");
    }

    @Test
    void whatStandsInNoListToo() {
        assertThat(Loads.print(
                        Loads.diagnostics("backend b", " filter compression", " mode spop", " source a usesrc b")))
                .contains(
                        "'filter compression' is known, but Headway does not support it yet. It waits for compression.")
                .contains("'mode spop' is known, but Headway does not support it yet. It waits for SPOE.");
        assertThat(Loads.print(Loads.diagnostics("listen l", " bind quic4@:443")))
                .contains("QUIC is known, but Headway does not support it yet, in 'quic4@:443'. It waits for QUIC.");
    }
}
