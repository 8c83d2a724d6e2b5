package headway.quality.reference;

import headway.traffic.account.TerminationState;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The page about how streams end, from the table that log lines take their words from. */
final class TerminationPage {
    private TerminationPage() {}

    static String text() {
        var streams = rows(state -> !state.isCookie());
        var cookies = rows(TerminationState::isCookie);
        return """
            # How a stream ended

            <!-- Written by ./dev reference from the tables; change the entry there. -->

            A log line shows how a stream ended in two letters (`%%ts`): what ended it, and in which phase. In HTTP two more follow (`%%tsc`): what the client's persistence cookie was, and what
            became of it. `option jsonlog` writes the words below beside the letters, as `cause`, `who` and `next`.

            ## The stream

            | letters | who | cause | what to look at |
            |---|---|---|---|
            %s

            ## The persistence cookie

            | letters | cause | what to look at |
            |---|---|---|
            %s
            """.formatted(streams, cookies);
    }

    private static String rows(Predicate<TerminationState> which) {
        return TerminationState.all().stream()
                .filter(which)
                .map(TerminationPage::row)
                .collect(Collectors.joining("\n"));
    }

    private static String row(TerminationState state) {
        var who = state.isCookie() ? "" : state.who() + " | ";
        return "| `" + state.letters() + "` | " + who + state.cause() + " | " + state.next() + " |";
    }
}
