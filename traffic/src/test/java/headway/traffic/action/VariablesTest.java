package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.rule.ProcessVariableBinder;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.ConfigurationScope;
import headway.language.sample.NoVariables;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Place;
import headway.language.sample.ProcessVariables;
import headway.language.sample.Sample;
import headway.language.sample.StreamVariables;
import headway.language.sample.Text;
import headway.language.sample.VariableBudget;
import headway.language.sample.VariableLimits;
import headway.language.sample.VariableScope;
import headway.language.sample.Variables;
import headway.traffic.convert.SetConditions;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Variables: how much memory they may take, and those of the process that {@code global} sets. */
final class VariablesTest {
    private static Sample text(String value) {
        var sample = new Sample();
        sample.text(Text.of(value));
        return sample;
    }

    private static Sample number(long value) {
        var sample = new Sample();
        sample.integer(value);
        return sample;
    }

    /** As watched of HAProxy 2.6.12: 80 bytes for a variable, and those of its text. */
    @Test
    void aVariableTakesEightyBytesAndItsText() {
        var exact = new StreamVariables(new Buffers(), new VariableBudget(90, null));
        assertThat(exact.write(0, text("0123456789"))).isTrue();
        assertThat(exact.write(1, number(1))).isFalse();
        assertThat(exact.write(0, text("0123456789a"))).isFalse();
        assertThat(exact.write(0, number(7))).isTrue();
        var tight = new StreamVariables(new Buffers(), new VariableBudget(79, null));
        assertThat(tight.write(0, number(1))).isFalse();
        assertThat(tight.read(0, new ConfigurationScope(NoVariables.NONE), new Sample()))
                .isFalse();
    }

    @Test
    void whatIsUnsetOrClearedIsGivenBack() {
        var variables = new StreamVariables(new Buffers(), new VariableBudget(100, null));
        for (var i = 0; i < 50; i++) {
            assertThat(variables.write(i, text("0123456789"))).isTrue();
            assertThat(variables.write(i + 1, number(1))).isFalse();
            variables.unset(i);
        }
        assertThat(variables.write(0, number(1))).isTrue();
        variables.clear();
        assertThat(variables.write(1, number(1))).isTrue();
    }

    /** Manual, tune.vars: what a request has counts for its transaction, session and the process too. */
    @Test
    void limitsAreNested() {
        var limits = new VariableLimits(1000, 0, 250, 0, 0);
        var process = new ProcessVariables(limits.budget());
        var session = new StreamVariables(new Buffers(), new VariableBudget(limits.session(), process.budget()));
        var transaction = new StreamVariables(new Buffers(), new VariableBudget(0, session.budget()));
        var request = new StreamVariables(new Buffers(), new VariableBudget(0, transaction.budget()));
        assertThat(request.write(0, number(1))).isTrue();
        assertThat(transaction.write(0, number(1))).isTrue();
        assertThat(session.write(0, number(1))).isTrue();
        assertThat(request.write(1, number(1))).as("the session's fourth").isFalse();
        assertThat(process.write(0, text("x".repeat(1000 - 3 * 80 - 80)))).isTrue();
        request.clear();
        assertThat(process.write(1, number(1))).isTrue();
        assertThat(request.write(0, number(1))).as("all have a thousand").isFalse();
        assertThat(process.refusals()).as("of a session and of all").isEqualTo(2);
    }

    /** Streams take turns in the sessions of a loop; whichever scope ends first, each gives back what is its own. */
    @Test
    void whatScopesGiveBackIsWhatTheyHaveTaken() {
        var process = new ProcessVariables(new VariableLimits(0, 1000, 0, 0, 0).budget());
        var counted = new VariableBudget(0, null);
        var transaction = new StreamVariables(new Buffers(), counted);
        var request = new StreamVariables(new Buffers(), new VariableBudget(0, counted));
        for (var i = 0; i < 20; i++) {
            var session = new StreamVariables(new Buffers(), new VariableBudget(0, process.budget()));
            counted.outer(session.budget());
            assertThat(request.write(0, text("x".repeat(100))))
                    .as("session %d", i)
                    .isTrue();
            if (i % 2 == 0) assertThat(transaction.write(0, number(1))).isTrue();
            if (i % 3 == 0) assertThat(session.write(0, number(1))).isTrue();
            session.clear();
            transaction.clear();
            request.clear();
        }
        assertThat(process.write(0, text("x".repeat(921))))
                .as("a byte too much")
                .isFalse();
        assertThat(process.write(0, text("x".repeat(920)))).as("all of it").isTrue();
    }

    private static String read(Variables variables, int slot) {
        var out = new Sample();
        return variables.read(slot, new ConfigurationScope(NoVariables.NONE), out)
                ? Slab.text(out.at, out.length)
                : "(not set)";
    }

    /** A session on which thousands of requests set a variable to now a short text, now a long one, and unset it now and then. */
    @Test
    void textsThatComeAndGoTakeNoMoreThanTheLongest() {
        var variables = new StreamVariables(new Buffers());
        var texts = List.of(text("a"), text("b".repeat(1000)), number(1), text("c".repeat(999)));
        for (var i = 0; i < 8000; i++) {
            var value = texts.get(i % texts.size());
            assertThat(variables.write(0, value)).as("the %d. time", i).isTrue();
            if (i % 7 == 0) variables.unset(0);
        }
        assertThat(read(variables, 0)).isEqualTo("c".repeat(999));
    }

    @Test
    void aTextThatHasNoRoomLeavesTheVariableAndTheBudgetAsTheyAre() {
        var budget = new VariableBudget(10_000_000, null);
        var variables = new StreamVariables(new Buffers(), budget);
        assertThat(variables.write(0, text("kept"))).isTrue();
        assertThat(variables.write(1, text("x".repeat(1_000_000)))).isTrue();
        var longer = text("y".repeat(100_000));
        for (var i = 0; i < 200; i++) assertThat(variables.write(0, longer)).isFalse();
        assertThat(read(variables, 0)).isEqualTo("kept");
    }

    /** Two loops set one variable, and neither may make it smaller: no value of the other comes between a condition and what it allows. */
    @Test
    void aConditionOnAVariableOfTheProcessStillHoldsWhenItIsSet() throws BindException, InterruptedException {
        var rules = new Rules();
        var ref = VariableRef.of("proc.most", rules.names);
        var grows = SetConditions.of(List.of("iflt"));
        var variables = new ProcessVariables(null);
        var smaller = new LongAdder();
        var loops = Stream.of(0, 1)
                .map(loop -> new Thread(() -> {
                    var scope = new ConfigurationScope(variables);
                    var seen = new Sample();
                    for (var i = 0; i < 300_000; i++) {
                        grows.set(scope, ref, number(2 * i + loop));
                        if (!variables.read(ref.slot(), scope, seen) || seen.integer < 2 * i + loop)
                            smaller.increment();
                    }
                }));
        var running = loops.toList();
        running.forEach(Thread::start);
        for (var loop : running) loop.join();
        assertThat(smaller.sum()).isZero();
    }

    private static String[] set(String... lines) throws BindException {
        var rules = new Rules();
        var variables = new ProcessVariables(null);
        new ProcessVariableBinder(rules.binding(Place.CONFIGURATION), rules.diagnostics)
                .set(Stream.of(lines).map(Rules::line).toList(), variables);
        return Stream.concat(
                        rules.warnings().stream(),
                        Stream.of("a", "b", "c").map(name -> name + "=" + value(rules, variables, name)))
                .toArray(String[]::new);
    }

    private static String value(Rules rules, Variables variables, String name) {
        try {
            var out = new Sample();
            var ref = VariableRef.of("proc." + name, rules.names);
            var scope = new ConfigurationScope(variables);
            if (!variables.read(ref.slot(), scope, out)) return "";
            Casts.toText(scope, out);
            return Slab.text(out.at, out.length);
        } catch (BindException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void globalLinesSetVariablesOfTheProcessInTheirOrder() throws BindException {
        assertThat(set(
                        "set-var proc.a int(5)",
                        "set-var proc.b var(proc.a),add(1)",
                        "set-var-fmt proc.c \"<%[var(proc.b)]>\""))
                .containsExactly("a=5", "b=6", "c=<6>");
    }

    /** With HAProxy's words. */
    @Test
    void globalLinesCannotAskForStreams() throws BindException {
        var all = List.of(
                set("set-var proc.a src")[0],
                set("set-var proc.a path")[0],
                set("set-var proc.a be_conn(be)")[0],
                set("set-var-fmt proc.a %[src]")[0],
                set("set-var proc.a nope")[0]);
        assertThat(all)
                .containsExactly(
                        "fetch method 'set-var(proc.a)' extracts information from 'client address', none of which is available here",
                        "fetch method 'set-var(proc.a)' extracts information from 'HTTP request headers', none of which is available here",
                        "fetch method 'set-var(proc.a)' extracts information from 'internal state', none of which is available here",
                        "sample fetch <src> may not be reliably used here because it needs 'client address' which is not available here",
                        "unknown fetch method 'nope'");
    }

    @Test
    void checksHaveVariablesThatStreamsHaveNot() throws BindException {
        var rules = new Rules();
        assertThat(VariableRef.of("check.a", rules.names).scope()).isEqualTo(VariableScope.CHECK);
        assertThat(rules.refusal("http-request set-var(check.a) int(1)")).isEqualTo("(accepted)");
    }

    @Test
    void wrongArgumentsOfActionsAreNamed() {
        var rules = new Rules();
        assertThat(rules.refusal("http-request set-var(txn.a,foo) int(1)")).contains("unknown condition \"foo\"");
        assertThat(rules.refusal("http-request unset-var(txn.a,ifset)"))
                .contains("unset-var does not expect parameters after the variable name.");
    }
}
