package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.language.rule.Progress;
import headway.language.rule.RuleSet;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Targets with what HAProxy 2.6.12 made of them: the normalizer, the target, the result or INVALID for 400. */
final class NormalFormsTest {
    private static final Map<String, String> NORMALIZERS = Map.ofEntries(
            Map.entry("fe", "fragment-encode"),
            Map.entry("fs", "fragment-strip"),
            Map.entry("ms", "path-merge-slashes"),
            Map.entry("sd", "path-strip-dot"),
            Map.entry("dd", "path-strip-dotdot"),
            Map.entry("df", "path-strip-dotdot full"),
            Map.entry("pd", "percent-decode-unreserved"),
            Map.entry("ps", "percent-decode-unreserved strict"),
            Map.entry("pu", "percent-to-uppercase"),
            Map.entry("us", "percent-to-uppercase strict"),
            Map.entry("qs", "query-sort-by-name"));

    @Test
    void targetsGetTheFormThatHaproxyGivesThem() throws IOException, BindException {
        var wrong = new ArrayList<String>();
        var lines = lines();
        for (var line : lines) {
            var columns = line.split("\t", -1);
            var made = made(NORMALIZERS.getOrDefault(columns[0], columns[0]), columns[1]);
            if (!made.equals(columns[2])) wrong.add(line + " but was " + made);
        }
        assertThat(lines).hasSizeGreaterThan(900);
        assertThat(wrong).isEmpty();
    }

    private static List<String> lines() throws IOException {
        try (var in = NormalFormsTest.class.getResourceAsStream("normalized.tsv")) {
            if (in == null) throw new IOException("normalized.tsv");
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        }
    }

    private static String made(String normalizer, String target) throws BindException {
        var rules = new Rules();
        var set = new RuleSet(List.of(rules.rule("http-request normalize-uri " + normalizer)));
        var scope = new ExampleScope("GET " + target + " HTTP/1.1", rules.names);
        var progress = new Progress();
        progress.begin();
        if (set.run(scope, progress) == Verdict.INVALID) return "INVALID";
        var head = scope.request();
        if (head == null) throw new AssertionError("no head");
        return Slab.text(head.targetAt(), head.targetLength());
    }
}
