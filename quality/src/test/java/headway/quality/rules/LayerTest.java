package headway.quality.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of modules and packages. Maven keeps the modules' order too; here stands why, and the finer order. */
class LayerTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("headway");

    /** Each may use those before it, with the two exceptions below. */
    private static final List<String> MODULES =
            List.of("base", "http", "wire", "language", "traffic", "operate", "app", "quality");

    /** Each may use those to its right. */
    private static final List<String> TRAFFIC =
            List.of("listen", "stream", "route", "balance", "check", "server", "table");

    /** Without this the rules below could hold because nothing was looked at. */
    @Test
    void theClassesOfEveryModuleAreLookedAt() {
        for (var module : MODULES) {
            assertThat(CLASSES.stream().anyMatch(c -> c.getPackageName().startsWith("headway." + module)))
                    .as("classes of %s on the class path", module)
                    .isTrue();
        }
    }

    @Test
    void aModuleUsesOnlyThoseBeforeIt() {
        for (var i = 0; i < MODULES.size(); i++) {
            for (var later : MODULES.subList(i + 1, MODULES.size())) {
                forbid(
                        "headway." + MODULES.get(i),
                        "headway." + later,
                        "%s stands before %s in the row %s: move what is needed down, or let the lower layer own an interface that the upper one implements"
                                .formatted(MODULES.get(i), later, MODULES));
            }
        }
    }

    @Test
    void theWireAndTheLanguageDoNotKnowEachOther() {
        var why =
                "the wire does not know the configuration, the language does not know the socket; they meet in traffic";
        forbid("headway.wire", "headway.language", why);
        forbid("headway.language", "headway.wire", why);
    }

    @Test
    void theTestkitKnowsTheBaseOnlyAndTheProgramDoesNotKnowTheTestkit() {
        for (var module : MODULES.subList(1, MODULES.size())) {
            forbid(
                    "headway.testkit",
                    "headway." + module,
                    "the testkit serves every module, so it stands on base alone");
        }
        for (var module : MODULES.subList(0, MODULES.size() - 1)) {
            forbid("headway." + module, "headway.testkit", "the testkit is for tests; main code cannot need it");
        }
    }

    @Test
    void insideTrafficEachUsesOnlyThoseToItsRight() {
        for (var i = 0; i < TRAFFIC.size(); i++) {
            for (var left : TRAFFIC.subList(0, i)) {
                forbid(
                        "headway.traffic." + TRAFFIC.get(i),
                        "headway.traffic." + left,
                        "the row is %s: call down, and let %s come up through an interface that %s owns"
                                .formatted(String.join(" -> ", TRAFFIC), left, TRAFFIC.get(i)));
            }
        }
    }

    @Test
    void theEngineKnowsNoProtocol() {
        for (var protocol : List.of("exchange", "h1", "h2", "h3", "fcgi", "preamble", "tls")) {
            forbid(
                    "headway.wire.engine",
                    "headway.wire." + protocol,
                    "the engine moves bytes; what they mean is told through ConnectionHandler");
        }
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("headway.(*).(*)..")
                .should()
                .beFreeOfCycles()
                .as(
                        "packages that use each other in a circle are one package in two folders: move the class that closes the circle, or let the lower one own an interface")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static void forbid(String user, String used, String why) {
        noClasses()
                .that()
                .resideInAPackage(user + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(used + "..")
                .because(why)
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
