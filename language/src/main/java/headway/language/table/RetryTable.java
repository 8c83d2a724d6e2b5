package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.model.RetryOn;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is tried again, how often, and where. */
final class RetryTable {
    private static final Map<String, Set<RetryOn>> WORDS = Map.ofEntries(
            Map.entry("none", Set.of()),
            Map.entry("conn-failure", Set.of(RetryOn.CONNECTION_FAILURE)),
            Map.entry("empty-response", Set.of(RetryOn.EMPTY_RESPONSE)),
            Map.entry("junk-response", Set.of(RetryOn.JUNK_RESPONSE)),
            Map.entry("response-timeout", Set.of(RetryOn.RESPONSE_TIMEOUT)),
            Map.entry("0rtt-rejected", Set.of(RetryOn.EARLY_DATA_REJECTED)),
            Map.entry("401", Set.of(RetryOn.STATUS_401)),
            Map.entry("403", Set.of(RetryOn.STATUS_403)),
            Map.entry("404", Set.of(RetryOn.STATUS_404)),
            Map.entry("408", Set.of(RetryOn.STATUS_408)),
            Map.entry("421", Set.of(RetryOn.STATUS_421)),
            Map.entry("425", Set.of(RetryOn.STATUS_425)),
            Map.entry("429", Set.of(RetryOn.STATUS_429)),
            Map.entry("500", Set.of(RetryOn.STATUS_500)),
            Map.entry("501", Set.of(RetryOn.STATUS_501)),
            Map.entry("502", Set.of(RetryOn.STATUS_502)),
            Map.entry("503", Set.of(RetryOn.STATUS_503)),
            Map.entry("504", Set.of(RetryOn.STATUS_504)),
            Map.entry(
                    "all-retryable-errors",
                    EnumSet.of(
                            RetryOn.CONNECTION_FAILURE,
                            RetryOn.EMPTY_RESPONSE,
                            RetryOn.JUNK_RESPONSE,
                            RetryOn.RESPONSE_TIMEOUT,
                            RetryOn.EARLY_DATA_REJECTED,
                            RetryOn.STATUS_500,
                            RetryOn.STATUS_502,
                            RetryOn.STATUS_503,
                            RetryOn.STATUS_504)));

    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("retries", "How often a connection or request is tried again after a failure.")
                    .in(Section.BACK)
                    .unset("retries 3")
                    .example("retries 1")
                    .reads("<number>", RetryTable::retries),
            Entry.<ProxyDraft>entry("retry-on", "The failures after which a request is tried again.")
                    .in(Section.BACK)
                    .unset("retry-on conn-failure")
                    .example(
                            "retry-on none",
                            "retry-on conn-failure empty-response 503",
                            "retry-on all-retryable-errors")
                    .reads("<failure>...", RetryTable::retryOn),
            Entry.<ProxyDraft>entry(
                            "option redispatch",
                            "A retry may go to another server: at each n-th, or (-n) at the n-th before the last.")
                    .in(Section.BACK)
                    .example("option redispatch", "option redispatch 1")
                    .no(proxy -> proxy.back.redispatch = 0)
                    .byDefault(proxy -> proxy.back.redispatch = 0)
                    .reads("[<interval>]", RetryTable::redispatch));

    private RetryTable() {}

    private static void retries(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'retries' expects an integer argument (dispatch counts for one).");
        var retries = words.read(Forms.count());
        words.end();
        proxy.back.connectionRetries = retries;
    }

    private static void retryOn(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'retry-on' needs at least one keyword to specify when to retry");
        var failures = EnumSet.noneOf(RetryOn.class);
        while (words.has()) {
            var word = words.next();
            var meant = WORDS.get(word);
            if (meant == null) throw words.unknown("'retry-on': unknown keyword '" + word + "'", WORDS.keySet());
            if (meant.isEmpty() && words.line().count() > 2)
                throw words.mistake("'retry-on': 'none' keyword only usable alone");
            failures.addAll(meant);
        }
        proxy.back.retryOn = failures;
    }

    private static void redispatch(ProxyDraft proxy, Arguments words) throws Mistake {
        var interval = words.has() ? words.read(Forms.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)) : -1;
        words.end();
        proxy.back.redispatch = interval;
    }
}
