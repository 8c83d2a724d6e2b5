package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.language.rule.Progress;
import headway.language.rule.Rule;
import headway.language.rule.RuleSet;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking up in large lists, and changes that change nothing, make no objects. */
final class ListsAllocateNothingTest {
    private static final int ENTRIES = 20_000;
    private static final List<String> RULES = List.of(
            "http-request set-header x-a %[path,map_beg(virt@texts)]",
            "http-request set-header x-b %[path,map_str(virt@texts,none)],%[path,map_sub_int(virt@texts,1)]",
            "http-request set-header x-c %[src,map_ip(virt@networks)],%[src,map_ip_key(virt@networks)]",
            "http-request set-header x-d"
                    + " %[path,map_dir(virt@texts)],%[path,map_dom(virt@texts)],%[path,map_end(virt@texts)]",
            "http-request set-header x-e 1 if { path_beg -i -M -f virt@texts } { src -M -f virt@networks 10.9.0.0/16 }",
            "http-request set-header x-f 1 if { path -M -f virt@texts } { path_len 5:50 100 } {"
                    + " int(7),map_int(virt@numbers) -m found }",
            "http-request set-header x-g 1 if { path -m bin 2f61 2f74657874392f78 } || { acl(METH_GET,!METH_POST) }",
            "http-request set-map(virt@texts) %[path] \"9\"",
            "http-request add-acl(virt@seen) %[src]",
            "http-request deny if { path -f virt@seen }");

    @Test
    void lookingUpMakesNoObject() throws BindException {
        var rules = new Rules();
        var texts = rules.patterns.load("virt@texts", Path.of("."), true);
        var networks = rules.patterns.load("virt@networks", Path.of("."), true);
        var numbers = rules.patterns.load("virt@numbers", Path.of("."), true);
        for (var i = 0; i < ENTRIES; i++) {
            texts.add(0, "/text" + i, String.valueOf(i));
            networks.add(0, "10." + i % 256 + "." + i / 256 + ".0/24", "net" + i);
            numbers.add(0, i * 2 + ":" + (i * 2 + 1), "n" + i);
        }
        var bound = new ArrayList<Rule>();
        for (var rule : RULES) bound.add(rules.rule(rule));
        var set = new RuleSet(bound);
        var scope = new ExampleScope("GET /text9/x HTTP/1.1\nhost: h\nsrc=10.9.3.7", rules.names);
        var progress = new Progress();
        for (var i = 0; i < 20_000; i++) run(set, scope, progress);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var runs = 10_000;
        var before = threads.getCurrentThreadAllocatedBytes();
        for (var i = 0; i < runs; i++) run(set, scope, progress);
        var bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes / runs).as("bytes a run").isZero();
        assertThat(rules.patterns.named("virt@seen").shown(0))
                .singleElement()
                .satisfies(e -> assertThat(e.key()).isEqualTo("10.9.3.7"));
    }

    private static void run(RuleSet set, ExampleScope scope, Progress progress) {
        progress.begin();
        if (set.run(scope, progress) != Verdict.CONTINUE) throw new AssertionError();
        var head = scope.request();
        if (head == null) throw new AssertionError();
        while (head.fields() > 1) head.remove(head.fields() - 1);
        scope.reset();
    }
}
