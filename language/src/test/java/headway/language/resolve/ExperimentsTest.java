package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.syntax.Experiments;
import headway.language.syntax.FileOrder;
import org.junit.jupiter.api.Test;

/** What HAProxy calls experimental is for those who say before it that they want it. */
class ExperimentsTest {
    @Test
    void experimentalKeywordIsRefusedBeforeTheLineThatExposesIt() {
        assertThat(Loads.print(Loads.diagnostics(
                        "global",
                        " tune.fd.edge-triggered on",
                        " tune.fd.tables shared",
                        " expose-experimental-directives",
                        " tune.fd.edge-triggered on")))
                .isEqualTo("""
                        ALERT 2:2 'tune.fd.edge-triggered' directive is experimental, must be allowed via a global \
                        'expose-experimental-directives'
                        ALERT 3:2 'tune.fd.tables' directive is experimental, must be allowed via a global \
                        'expose-experimental-directives'
                        NOTICE 5:2 'tune.fd.edge-triggered' is accepted and has no effect: it tunes an engine that this \
                        program does not have.
                        """);
    }

    @Test
    void exposedIsWhatComesBehindInTheOrderOfTheFiles() {
        var order = new FileOrder();
        order.begin("b.cfg");
        order.begin("a.cfg");
        var experiments = new Experiments(order);
        experiments.expose(new Position("b.cfg", 2, 1));
        experiments.expose(new Position("a.cfg", 9, 1));
        assertThat(experiments.refusal("x", "action", new Position("b.cfg", 1, 1)))
                .startsWith("'x' action is experimental");
        assertThat(experiments.refusal("x", "action", new Position("b.cfg", 3, 1)))
                .isEmpty();
        assertThat(experiments.refusal("x", "action", new Position("a.cfg", 1, 1)))
                .isEmpty();
    }

    @Test
    void lineThatExposesNothingIsToldOf() {
        var at = new Position("a.cfg", 1, 1);
        var out = new Diagnostics();
        var experiments = new Experiments(new FileOrder());
        experiments.expose(at);
        assertThat(experiments.refusal("x", "action", at)).isEmpty();
        experiments.finish(out);
        assertThat(out.all()).isEmpty();

        var idle = new Experiments(new FileOrder());
        idle.expose(at);
        idle.finish(out);
        assertThat(out.all()).singleElement().satisfies(d -> {
            assertThat(d.position()).isEqualTo(at);
            assertThat(d.message()).contains("no experimental directive is used");
        });
    }
}
