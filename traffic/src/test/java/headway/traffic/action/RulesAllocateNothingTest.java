package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.language.rule.Progress;
import headway.language.rule.Rule;
import headway.language.rule.RuleSet;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules run for every request, so they must not make objects. */
final class RulesAllocateNothingTest {
    private static final List<String> RULES = List.of(
            "http-request set-header x-a %[path,lower]",
            "http-request set-header x-b \"%[req.hdr(host)]-%[src]-%[method]\" if { path_beg /a }",
            "http-request set-header x-c c if { hdr(host) -i A.example b.example } !{ src 10.0.0.0/8 }",
            "http-request add-header x-d %[req.hdr(x-list,2),upper]",
            "http-request add-header x-e %[req.hdr_cnt(x-list),add(3)]",
            "http-request add-header x-f f if { req.hdr(x-list) -m sub wo }",
            "http-request del-header x-g",
            "http-request del-header x-h -m beg",
            "http-request set-var(txn.a) path,field(2,/)",
            "http-request set-var(req.b) src,ipmask(16)",
            "http-request set-var(txn.c) int(5),mul(3)",
            "http-request set-var-fmt(txn.d) \"%[var(txn.a)]:%[var(req.b)]\"",
            "http-request set-header x-var %[var(txn.d),concat(<,txn.a,>)] if { var(txn.a) -m str a b }",
            "http-request unset-var(txn.c)",
            "http-request capture path,lower id 0",
            "http-request normalize-uri path-strip-dotdot full",
            "http-request normalize-uri query-sort-by-name",
            "http-request set-path /new%[path]",
            "http-request set-query z=1 if { urlp(q) -m end 1 } || { query -m found }",
            "http-request set-method PUT if METH_GET",
            "http-request deny if { path /other } or { method DELETE } or { req.ver 1.0 }",
            "http-request deny if { src 127.0.0.0/8 ::1 } { req.hdr(x-list) -m len gt 30 }",
            "http-request set-header x-figures \"%[fe_id] %[fc_rtt(us)] %[txn.sess_term_state] %[accept_date(ms)]\"",
            "http-request set-header x-busy 1 if { be_conn(be) gt 5 } { srv_is_up(be/s1) } { queue(be) gt 0 }",
            "http-request set-header x-key %[base32+src,hex]",
            "http-request set-header x-user %[http_auth_user] if { http_auth_type Basic }",
            "http-request set-var(txn.f,ifnotset,ifnotempty) url32",
            "http-request set-header x-last %[base,url_enc]",
            "http-request return status 200 content-type text/plain lf-string \"%[path]\" if { path_end .none }");

    @Test
    void rulesOfManyKindsMakeNoObject() throws BindException {
        var rules = new Rules();
        var bound = new ArrayList<Rule>();
        for (var rule : RULES) bound.add(rules.rule(rule));
        var set = new RuleSet(bound);
        var scope = new ExampleScope(
                "GET /A/b?q=1 HTTP/1.1\nhost: a.EXAMPLE\nx-list: one, two, three\nx-g: 1\nsrc=192.168.1.2\nfrontend-id=1\nclient-rtt=7\ntermination=11565\naccept-date=5",
                rules.names);
        var progress = new Progress();
        for (var i = 0; i < 20_000; i++) run(set, scope, progress);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var runs = 10_000;
        var before = threads.getCurrentThreadAllocatedBytes();
        for (var i = 0; i < runs; i++) run(set, scope, progress);
        var bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes / runs).as("bytes a run").isZero();
        set.run(scope, begun(progress));
        assertThat(scope.variable("txn.d")).isEqualTo("A:192.168.0.0");
    }

    private static void run(RuleSet set, ExampleScope scope, Progress progress) {
        progress.begin();
        assertThatRun(set.run(scope, progress));
        var head = scope.request();
        if (head == null) throw new AssertionError();
        // As at the end of a stream, and back to what it began with.
        while (head.fields() > 2) head.remove(head.fields() - 1);
        scope.reset();
    }

    private static Progress begun(Progress progress) {
        progress.begin();
        return progress;
    }

    private static void assertThatRun(int verdict) {
        if (verdict != Verdict.CONTINUE) throw new AssertionError("verdict " + verdict);
    }
}
