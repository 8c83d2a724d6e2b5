package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.condition.Condition;
import headway.language.rule.Progress;
import headway.language.rule.Rule;
import headway.language.rule.RuleSet;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Direction;
import headway.language.sample.Place;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rules follow one another, decide, wait and go on. */
final class RuleSetTest {
    private final Rules rules = new Rules();
    private final Progress progress = new Progress();

    private RuleSet set(String... lines) throws BindException {
        var bound = new ArrayList<Rule>();
        for (var line : lines) bound.add(rules.rule(line));
        progress.begin();
        return new RuleSet(bound);
    }

    private ExampleScope scope(String given) throws BindException {
        return new ExampleScope(given, rules.names);
    }

    @Test
    void firstFinalRuleEndsTheSet() throws BindException {
        var set = set(
                "http-request deny if { path /b }",
                "http-request allow if { path /a }",
                "http-request deny deny_status 429");
        assertThat(set.run(scope("GET /a HTTP/1.1"), progress)).isEqualTo(Verdict.ALLOW);
        progress.begin();
        assertThat(set.run(scope("GET /c HTTP/1.1"), progress)).isEqualTo(Verdict.DENY);
        assertThat(progress.reply).isNotNull().extracting(r -> r.status()).isEqualTo(429);
        assertThat(progress.decided).isNotNull().extracting(Rule::words).isEqualTo("http-request deny deny_status 429");
    }

    @Test
    void setWithoutADecisionGoesOn() throws BindException {
        assertThat(set("http-request deny if { path /b }").run(scope("GET /a HTTP/1.1"), progress))
                .isEqualTo(Verdict.CONTINUE);
        assertThat(progress.decided).isNull();
    }

    @Test
    void contentRuleWaitsForTheDataItsConditionLacks() throws BindException {
        var set = set(
                "tcp-request content set-var(sess.n) int(1)",
                "tcp-request content accept if { req.len ge 5 }",
                "tcp-request content reject");
        var scope = scope("content=abc");
        scope.isFinal = false;
        scope.content(Direction.REQUEST, "abc", false);
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.WAIT);
        assertThat(progress.index()).isEqualTo(1);
        scope.content(Direction.REQUEST, "abcdef", false);
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void atTheEndOfTheInspectionMissingDataMeansNo() throws BindException {
        var set = set("tcp-request content accept if { req.len ge 5 }", "tcp-request content reject");
        var scope = scope("content=abc");
        scope.content(Direction.REQUEST, "abc", false);
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.REJECT);
    }

    @Test
    void negatedConditionWaitsToo() throws BindException {
        var set = set("tcp-request content reject unless { req.payload(0,5) -m str hello }");
        var scope = scope("content=hel");
        scope.isFinal = false;
        scope.content(Direction.REQUEST, "hel", false);
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.WAIT);
        scope.content(Direction.REQUEST, "hello", false);
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.CONTINUE);
    }

    @Test
    void whatIsCertainNeedNotWait() throws BindException {
        var set = set("tcp-request content accept if { req.len ge 5 } || { always_true }");
        var scope = scope("content=abc");
        scope.isFinal = false;
        scope.content(Direction.REQUEST, "abc", false);
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.ALLOW);
        var both = set("tcp-request content accept if { req.len ge 5 } { always_false }");
        assertThat(both.run(scope, progress)).isEqualTo(Verdict.CONTINUE);
    }

    @Test
    void waitEndHoldsAtTheEndOnly() throws BindException {
        var set = set("tcp-request content accept if WAIT_END");
        var scope = scope("content=abc");
        scope.isFinal = false;
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.WAIT);
        scope.isFinal = true;
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void waitingActionIsEnteredAgainWithoutItsCondition() throws BindException {
        var set = set(
                "http-request wait-for-body time 1s if { req.body_len lt 2 }",
                "http-request set-var(txn.after) int(1)");
        var scope = scope("POST / HTTP/1.1\npart=a");
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.WAIT);
        scope.content(Direction.REQUEST, "abcd", false);
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.WAIT);
        assertThat(scope.variable("txn.after")).isEmpty();
        scope.nanos += 1_000_000_000L;
        assertThat(set.run(scope, progress)).isEqualTo(Verdict.CONTINUE);
        assertThat(scope.variable("txn.after")).isEqualTo("1");
    }

    @Test
    void timeOfAWaitCountsFromItsFirstEntry() throws BindException {
        var set = set("http-request wait-for-body time 1s");
        var scope = scope("POST / HTTP/1.1\npart=a");
        set.run(scope, progress);
        var until = progress.untilNanos;
        scope.nanos += 500_000_000L;
        set.run(scope, progress);
        assertThat(progress.untilNanos).isEqualTo(until);
    }

    @Test
    void strictModeTurnsFailedEditsIntoFailedRequests() throws BindException {
        var set = set("http-request set-method %[req.hdr(none)]");
        assertThat(set.run(scope(""), progress)).isEqualTo(Verdict.FAILED);
        var lenient = set("http-request strict-mode off", "http-request set-method %[req.hdr(none)]");
        assertThat(lenient.run(scope(""), progress)).isEqualTo(Verdict.CONTINUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http-request add-header x-a 0123456789",
                "http-request set-header x-b 012345678901234567890",
                "http-request replace-header x-b .* 012345678901234567890",
                "http-request replace-value x-b .* 012345678901234567890",
                "http-request set-path /0123456789",
                "http-request replace-uri .* /0123456789",
                "http-request set-query 0123456789",
                "http-request set-uri /0123456789",
                "http-request set-method 01234567890123",
                "http-request add-headers-bin bin(03782d610a30313233343536373839)",
            })
    void whatDoesNotFitIntoTheHeadFails(String rule) throws BindException {
        progress.begin();
        var text = "GET /a HTTP/1.1\nx-b: 0123456789";
        var fits = scope(text);
        fits.request().bound(fits.request().size() + 20);
        assertThat(set(rule).run(fits, progress)).isEqualTo(Verdict.CONTINUE);

        var scope = scope(text);
        var before = scope.request().size();
        scope.request().bound(before + 8);
        progress.begin();
        assertThat(set(rule).run(scope, progress)).isEqualTo(Verdict.FAILED);

        progress.begin();
        assertThat(set("http-request strict-mode off", rule).run(scope, progress))
                .isEqualTo(Verdict.CONTINUE);
        assertThat(scope.request().size()).as("nothing has changed").isEqualTo(before);
    }

    @Test
    void namedAclHoldsWhenOneOfItsLinesDoes() throws BindException {
        rules.acl("static path_beg /img");
        rules.acl("static path_end .css .js");
        var condition = rules.condition(Place.HTTP_REQUEST, "static !{ method POST }");
        assertThat(condition.test(scope("GET /a.js HTTP/1.1"))).isEqualTo(Condition.YES);
        assertThat(condition.test(scope("GET /img/a HTTP/1.1"))).isEqualTo(Condition.YES);
        assertThat(condition.test(scope("POST /img/a HTTP/1.1"))).isEqualTo(Condition.NO);
        assertThat(condition.test(scope("GET /a HTTP/1.1"))).isEqualTo(Condition.NO);
    }

    @Test
    void conditionGivesItsScratchMemoryBack() throws BindException {
        var condition = rules.condition(Place.HTTP_REQUEST, "{ path,upper -m str /A }");
        var scope = scope("GET /a HTTP/1.1");
        var mark = scope.scratch().mark();
        assertThat(condition.test(scope)).isEqualTo(Condition.YES);
        assertThat(scope.scratch().mark()).isEqualTo(mark);
    }

    @Test
    void ruleWithAHundredPatternsFindsAnyOfThem() throws BindException {
        var patterns = new StringBuilder();
        for (var i = 0; i < 100; i++) patterns.append(" /P").append(i);
        var condition = rules.condition(Place.HTTP_REQUEST, "{ path -i" + patterns + " }");
        for (var i = 0; i < 100; i++)
            assertThat(condition.test(scope("GET /p" + i + " HTTP/1.1"))).isEqualTo(Condition.YES);
        assertThat(condition.test(scope("GET /p100 HTTP/1.1"))).isEqualTo(Condition.NO);
        assertThat(condition.test(scope("GET / HTTP/1.1"))).isEqualTo(Condition.NO);
    }
}
