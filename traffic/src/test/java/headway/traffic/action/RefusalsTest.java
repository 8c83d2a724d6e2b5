package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.base.catalog.Catalog;
import headway.base.catalog.Catalog.Standing;
import headway.base.catalog.Keyword;
import headway.language.sample.BindException;
import headway.language.syntax.Experiments;
import headway.language.syntax.FileOrder;
import headway.traffic.convert.Converters;
import headway.traffic.fetch.Fetches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is wrong with a rule is said in HAProxy's words, with the column of the word. */
final class RefusalsTest {
    /** Lines of a rule, a bar, the column, the message. The messages have been compared with HAProxy 2.6.12's. */
    @TestFactory
    Stream<DynamicTest> wrongRulesAreRefusedInHaproxysWords() throws IOException {
        try (var in = RefusalsTest.class.getResourceAsStream("refusals.txt")) {
            if (in == null) throw new IOException("refusals.txt");
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .map(l -> l.split(" \\| ", 2))
                    .map(l -> DynamicTest.dynamicTest(
                            l[0], () -> assertThat(new Rules().refusal(l[0])).isEqualTo(l[1])));
        }
    }

    /** Watched with HAProxy 2.6.12; the word is told before anything else of the rule. */
    @Test
    void experimentalActionIsForWhoHasAskedForIt() {
        var rules = new Rules(new Experiments(new FileOrder()));
        var refusal = "14: 'normalize-uri' action is experimental, must be allowed via a global"
                + " 'expose-experimental-directives'";
        assertThat(rules.refusal("http-request normalize-uri fragment-strip")).isEqualTo(refusal);
        assertThat(rules.refusal("http-request normalize-uri foo")).isEqualTo(refusal);
        assertThat(rules.refusal("http-request set-path /")).isEqualTo("(accepted)");
    }

    @Test
    void mistypedNameGetsAProposal() {
        assertThat(new Rules().refusal("http-request set-heder a b")).endsWith(" set-header");
        assertThat(new Rules().refusal("http-request set-header a %[req.hdrr(a)]"))
                .endsWith(" req.hdr");
        assertThat(new Rules().refusal("http-request deny if { path_begg / }")).endsWith(" path_beg");
    }

    @Test
    void knownNamesThatAreNotThereYetAreNamedSo() {
        assertThat(new Rules().refusal("http-request do-resolve(txn.a,dns) src"))
                .contains("is known, but not supported yet. It waits for resolvers.");
        assertThat(new Rules().refusal("http-request deny if { ssl_fc }"))
                .contains("'ssl_fc' is known, but not supported yet. It waits for TLS.");
        assertThat(new Rules().refusal("http-request set-header a %[src,table_idle]"))
                .contains("'table_idle' is known, but not supported yet. It waits for stick tables.");
        assertThat(new Rules().refusal("tcp-request connection expect-proxy layer4"))
                .contains("It waits for the PROXY protocol.");
    }

    @Test
    void everyOneOfThemNamesWhatItWaitsFor() {
        for (var name : later(Fetches.catalog()))
            assertThat(new Rules().refusal("http-request set-header a %[" + name + "]"))
                    .containsPattern("'" + name + "' is known, but not supported yet\\. It waits for [^.]+\\.");
        for (var name : later(Converters.catalog()))
            assertThat(new Rules().refusal("http-request set-header a %[src," + name + "]"))
                    .containsPattern("'" + name + "' is known, but not supported yet\\. It waits for [^.]+\\.");
    }

    private static <K extends Keyword> List<String> later(Catalog<K> catalog) {
        return catalog.names().stream()
                .filter(name -> catalog.standing(name) == Standing.NOT_YET)
                .toList();
    }

    @Test
    void actionOfAnotherRuleSetIsSentThere() {
        assertThat(new Rules().refusal("http-after-response deny"))
                .isEqualTo(
                        "21: action 'deny' is known, but not in 'http-after-response'; it belongs in 'http-request', 'http-response'");
    }

    @Test
    void fieldValueWithLineFeedIsRefused() {
        assertThat(new Rules().refusal("http-request set-header a x\ny")).contains("must not hold a line feed");
    }

    @Test
    void aclNameMustBeOne() {
        assertThatThrownBy(() -> new Rules().acl("a! path /")).hasMessageContaining("character '!' is not permitted");
        assertThatThrownBy(() -> new Rules().acl("or path /")).hasMessageContaining("will never match");
    }

    @Test
    void conditionThatCannotHaveAValueHereIsWarnedOf() throws BindException {
        var rules = new Rules();
        rules.rule("http-response set-header a b if { path / }");
        assertThat(rules.warnings())
                .containsExactly(
                        "anonymous acl will never match because it uses keyword 'path' which is incompatible with"
                                + " 'listen http-response header rule'");
    }

    @Test
    void aclWithoutAnyPatternIsWarnedOf() throws BindException {
        var rules = new Rules();
        rules.rule("http-request deny if { path }");
        assertThat(rules.warnings()).singleElement().asString().contains("no pattern to match against");
    }

    /** Where they stand, although neither a converter nor a map knows its line. */
    @Test
    void expressionsForTheSlowEngineAndNumbersWithoutRoomAreToldOf() throws BindException {
        var rules = new Rules();
        rules.rule("http-request replace-path (?<=a)b c");
        rules.rule("http-request replace-value x-a (a)\\1 c");
        rules.rule("http-request set-header x-a %[path,regsub(a\\Kb,c)]");
        rules.rule("http-request del-header (?!a)b -m reg");
        rules.rule("http-request set-header x-a %[int(9223372036854775808)]");
        rules.rule("http-request replace-path a.*b c");
        var said = rules.diagnostics.all();
        assertThat(said).allMatch(d -> d.position().equals(Rules.PLACE));
        assertThat(said)
                .extracting(d -> d.message().substring(0, 15))
                .containsExactly(
                        "regex '(?<=a)b'",
                        "regex '(a)\\1' n",
                        "regex 'a\\Kb' ne",
                        "regex '(?!a)b' ",
                        "'92233720368547");
    }
}
