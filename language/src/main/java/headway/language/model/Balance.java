package headway.language.model;

/** {@code balance}. */
public sealed interface Balance {
    record RoundRobin() implements Balance {}

    record StaticRoundRobin() implements Balance {}

    record LeastConnections() implements Balance {}

    record First() implements Balance {}

    record Source() implements Balance {}

    /**
     * @param draws how many servers are drawn; the least loaded of them is taken
     */
    record Random(int draws) implements Balance {}
}
