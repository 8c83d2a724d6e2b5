package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.catalog.Catalog;
import headway.base.catalog.Keyword;
import headway.language.condition.AclKeyword;
import headway.language.condition.Acls;
import headway.language.known.KnownNames;
import headway.traffic.alias.Aliases;
import headway.traffic.convert.Converters;
import headway.traffic.fetch.Fetches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables of fetches, converters and actions. */
final class TablesTest {
    /** Old names that 3.5 does not list any more but files still say, and names of ours. */
    private static final Set<String> OLD = Set.of("cookie", "hdr", "hdr_cnt", "hdr_ip", "hdr_val", "url_param");

    @Test
    void indexOfFetchesIsUpToDate() throws IOException {
        check(Fetches.class, "fetches.index", Fetches.catalog().makeIndex());
    }

    @Test
    void indexOfConvertersIsUpToDate() throws IOException {
        check(Converters.class, "converters.index", Converters.catalog().makeIndex());
    }

    @Test
    void indexOfActionsIsUpToDate() throws IOException {
        check(Actions.class, "actions.index", Actions.catalog().makeIndex());
    }

    @Test
    void indexOfAliasesIsUpToDate() throws IOException {
        assertThat(resource(Aliases.class, "aliases.index"))
                .isEqualTo(Aliases.catalog().makeIndex());
    }

    @Test
    void everyNameIsOneOfHaproxys() {
        assertThat(unknown(Fetches.catalog(), KnownNames.FETCHES)).isSubsetOf(OLD);
        assertThat(unknown(Converters.catalog(), KnownNames.CONVERTERS)).isEmpty();
        assertThat(unknown(Actions.catalog(), KnownNames.ACTIONS)).isEmpty();
    }

    @Test
    void everyPairOfRuleSetAndActionIsOneOfHaproxys() {
        for (var action : Actions.catalog().all()) {
            for (var stage : action.stages()) {
                assertThat(KnownNames.ACTION_PAIRS.names()).contains(stage.words() + " " + action.name());
            }
        }
    }

    @Test
    void derivedAclKeywordsAndPredefinedAclsAreHaproxys() {
        var derived = AclKeyword.all().stream().map(AclKeyword::name).toList();
        assertThat(derived).containsExactlyInAnyOrderElementsOf(KnownNames.ACL_KEYWORDS.names());
        assertThat(Acls.predefined()).containsExactlyInAnyOrderElementsOf(KnownNames.PREDEFINED_ACLS.names());
    }

    private static <K extends Keyword> Set<String> unknown(Catalog<K> catalog, KnownNames known) {
        var names = new HashSet<String>();
        for (var entry : catalog.all()) names.add(entry.name());
        names.removeAll(known.names());
        return names;
    }

    /** With {@code -Dheadway.golden=write} the index is written anew instead. */
    private static void check(Class<?> beside, String name, String expected) throws IOException {
        if ("write".equals(System.getProperty("headway.golden"))) {
            var folder = Path.of("src/main/resources", beside.getPackageName().replace('.', '/'));
            Files.writeString(folder.resolve(name), expected);
        } else {
            assertThat(resource(beside, name)).isEqualTo(expected);
        }
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (var in = beside.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
