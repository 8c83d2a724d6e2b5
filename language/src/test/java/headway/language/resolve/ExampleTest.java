package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.language.model.ProxyRules;
import headway.language.table.Directive;
import headway.language.table.Directive.Remark;
import headway.language.table.Section;
import headway.language.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every keyword is understood in each section that may have it, and changes what is meant. */
class ExampleTest {
    private static final String ERRORS = "http-errors site\nerrorfile 403 /dev/null\nerrorfile 404 /dev/null\n";
    private static final String PLAIN = "global\nlog 127.0.0.3 local0\nring myring\n" + ERRORS + "defaults e\n";

    /** Defaults that are not the initial values, so that a line that says the initial value changes something too. */
    private static final String UNLIKE = """
            global
              log 127.0.0.3 local0
            http-errors site
              errorfile 403 /dev/null
              errorfile 404 /dev/null
            ring myring
            defaults e
              timeout client 3s
              timeout connect 3s
              timeout server 3s
              disabled
              option httpclose
              balance source
              no option persist
            """;

    /** Examples that say what holds anyway, so that nothing can change. */
    private static final Set<String> SAME =
            Set.of("expose-deprecated-directives", "localpeer", "bind-process", "h1-case-adjust-file");

    static Stream<Case> cases() {
        var tables = Tables.create();
        var cases = new ArrayList<Case>();
        for (var directive : tables.global().all()) add(cases, directive, "global", "global\n", "\n");
        for (var directive : tables.proxy().all())
            for (var section : directive.sections().stream().sorted().toList())
                add(cases, directive, section.word(), opening(section), "\n" + closing(section, directive.name()));
        for (var directive : tables.bind().all()) {
            var socket = Set.of("level", "expose-fd").contains(directive.name());
            var before = socket ? "global\nstats socket /tmp/a.sock " : "listen a\nbind /tmp/a.sock name was ";
            add(cases, directive, "bind", before, "\n");
        }
        for (var directive : tables.userLists().all())
            add(cases, directive, "userlist", "userlist a\n", "\nlisten a\nbind :1\n");
        for (var directive : tables.errors().all())
            add(cases, directive, "http-errors", "http-errors a\n", "\nlisten a\nbind :1\n");
        for (var directive : tables.server().all())
            add(cases, directive, "server", "listen a\nbind :1\nserver s 127.0.0.1:1 ", "\n");
        for (var directive : tables.ring().all()) add(cases, directive, "ring", "ring a\n", "\n");
        for (var directive : tables.logForward().all())
            add(cases, directive, "log-forward", "log-forward a\nbind :9\n", "\n");
        for (var directive : tables.logProfile().all()) add(cases, directive, "log-profile", "log-profile a\n", "\n");
        return cases.stream();
    }

    private static String opening(Section section) {
        return switch (section) {
            case DEFAULTS -> "defaults d from e\n";
            case FRONTEND, LISTEN -> section.word() + " a\nbind :1\n";
            case BACKEND, GLOBAL, HTTP_ERRORS, USERLIST -> section.word() + " a\n";
            case RING, LOG_FORWARD, LOG_PROFILE -> section.word() + " a\n";
        };
    }

    /** Rules of defaults are not for a listen, and some are for one side only. */
    private static String heir(String name) {
        var isRule = Arrays.stream(ProxyRules.Stage.values())
                .anyMatch(stage -> stage.words().equals(name));
        if (!isRule) return "listen a from d\nbind :1\n";
        var isBack = name.equals(ProxyRules.Stage.TCP_RESPONSE_CONTENT.words());
        return isBack ? "backend a from d\n" : "frontend a from d\nbind :1\nbackend c from e\n";
    }

    private static String closing(Section section, String name) {
        var heir = section == Section.DEFAULTS ? heir(name) : "";
        return heir + (Section.FRONTEND == section ? "" : "server z 127.0.0.1:2\n")
                + "backend pool from e\nmode http\nserver s 127.0.0.1:9\n";
    }

    private static void add(List<Case> cases, Directive<?> directive, String where, String before, String after) {
        assertThat(directive.examples()).as(directive.name()).isNotEmpty();
        assertThat(directive.summary()).as(directive.name()).endsWith(".");
        for (var example : directive.examples())
            if (isPossible(where, example))
                cases.add(new Case(directive.name(), where, example, before, after, directive.remark()));
    }

    /** What a mode needs of its section. */
    private static boolean isPossible(String where, String example) {
        if (example.startsWith("mode log")) return where.equals("backend");
        return !(where.equals("backend") && example.equals("mode auto"));
    }

    record Case(String name, String where, String example, String before, String after, Remark remark) {
        @Override
        public String toString() {
            return where + ": " + example.replace("\n", "; ");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anExampleIsUnderstoodAndChangesWhatIsMeant(Case example) {
        var lines = Arrays.stream(example.example.split("\n")).toList();
        var changes = 0;
        for (var background : List.of(PLAIN, UNLIKE))
            if (!model(background, example, lines).equals(model(background, example, without(example, lines))))
                changes++;
        if (SAME.contains(example.name)) assertThat(changes).isZero();
        else if (!(example.remark instanceof Remark.NoEffect))
            assertThat(changes).isPositive();
    }

    /** Without the line, or the option, that the example is about: the last one. */
    private static List<String> without(Case example, List<String> lines) {
        if (!Set.of("bind", "server").contains(example.where)) return lines.subList(0, lines.size() - 1);
        var line = lines.getFirst();
        return List.of(line.substring(0, line.lastIndexOf(example.name)));
    }

    private static String model(String background, Case example, List<String> lines) {
        var out = new Diagnostics();
        var loaded = Loads.load(background + example.before + String.join("\n", lines) + example.after, out);
        assertThat(out.has(Severity.ALERT)).as(Loads.print(out)).isFalse();
        return loaded.map(ExampleTest::written).orElseThrow();
    }

    /** Records print all they hold; positions, which differ anyway, and the identities of arrays are taken out. */
    private static String written(Object model) {
        return Arrays.stream(model.toString().split("(?=[,\\[])"))
                .map(part -> part.replaceAll("position=[^,\\]]*", "")
                        .replaceAll("\\[B@\\w+", "[B")
                        .replaceAll("t\\.cfg:\\d+", ""))
                .collect(Collectors.joining());
    }
}
