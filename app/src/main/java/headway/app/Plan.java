package headway.app;

import headway.base.diagnostic.Diagnostics;
import headway.language.model.Balance;
import headway.language.model.Configuration;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.model.ProxyRules.Decision;
import headway.language.pattern.PatternStore;
import headway.language.rule.ProxyFormats;
import headway.language.rule.ProxyRuleSets;
import headway.language.rule.RuleBinder;
import headway.language.sample.EventSinks;
import headway.language.sample.Meters;
import headway.language.sample.ProcessVariables;
import headway.language.sample.VariableLimits;
import headway.language.sample.VariableNames;
import headway.operate.log.LogHash;
import headway.traffic.action.Actions;
import headway.traffic.stream.Policies;
import headway.traffic.stream.Policy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A configuration with its rules bound: everything that can be wrong with it has been found, and nothing of the system has been touched.
 *
 * @param rules of each proxy that carries traffic, and of disabled backends only where a rule may open them
 * @param policies of the same
 * @param sinks what rules write lines to, to be connected
 * @param variables of the process, with the values that the configuration gives them
 * @param patterns the lists that rules look values up in
 * @param logHashes of the backends with {@code balance log-hash}
 */
record Plan(
        Configuration configuration,
        Map<Proxy, ProxyRuleSets> rules,
        Map<Proxy, Policy> policies,
        Policies maker,
        Meters meters,
        EventSinks sinks,
        ProcessVariables variables,
        PatternStore patterns,
        Map<String, LogHash> logHashes) {
    /** What the proxy's log lines say. */
    ProxyFormats formats(Proxy proxy) {
        var bound = rules.get(proxy);
        return bound == null ? ProxyFormats.NONE : bound.formats();
    }

    /** Binds all rules; mistakes go to {@code diagnostics}, and the plan is of use only when there are none. */
    static Plan of(Configuration configuration, Diagnostics diagnostics) {
        var variables = new VariableNames();
        var binder = new RuleBinder(Actions.language(), variables, diagnostics, configuration);
        var global = configuration.global();
        var sizes = global.tuning().variables();
        var limits = new VariableLimits(
                sizes.all(), sizes.process(), sizes.session(), sizes.transaction(), sizes.exchange());
        var processVariables = new ProcessVariables(limits.budget());
        binder.setVariables(processVariables);
        var maker = new Policies(binder, diagnostics, global.tuning(), global.caseAdjustments());
        var rules = new LinkedHashMap<Proxy, ProxyRuleSets>();
        var policies = new LinkedHashMap<Proxy, Policy>();
        for (var proxy : configuration.proxies()) {
            if (proxy.mode() == Mode.LOG || proxy.disabled() && !mayBeForced(proxy, configuration)) continue;
            var bound = binder.bind(proxy);
            rules.put(proxy, bound);
            policies.put(proxy, maker.of(proxy, bound));
        }
        var hashes = logHashes(configuration, variables, diagnostics);
        binder.patterns().finish(diagnostics);
        configuration.experiments().finish(diagnostics);
        return new Plan(
                configuration,
                rules,
                policies,
                maker,
                binder.meters(),
                binder.sinks(),
                processVariables,
                binder.patterns(),
                hashes);
    }

    /** A disabled backend that a {@code force-be-switch} rule may open to somebody. */
    private static boolean mayBeForced(Proxy proxy, Configuration configuration) {
        return proxy.kind() == Proxy.Kind.BACKEND
                && configuration.proxies().stream()
                        .anyMatch(other -> !other.disabled()
                                && !other.rules().lines(Decision.FORCE_SWITCH).isEmpty());
    }

    private static Map<String, LogHash> logHashes(
            Configuration configuration, VariableNames variables, Diagnostics diagnostics) {
        var vocabulary = Actions.language().vocabulary();
        var hashes = new LinkedHashMap<String, LogHash>();
        for (var proxy : configuration.proxies())
            if (proxy.mode() == Mode.LOG && proxy.back().balance() instanceof Balance.LogHash balance)
                LogHash.bind(balance, vocabulary, variables, diagnostics)
                        .ifPresent(hash -> hashes.put(proxy.name(), hash));
        return hashes;
    }
}
