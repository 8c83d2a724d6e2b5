package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.MeterParameters.backend;
import static headway.language.sample.MeterParameters.frontend;
import static headway.language.sample.MeterParameters.server;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.Source.INTERNAL;

import headway.language.sample.FetchEntry;
import headway.language.sample.Measure;
import headway.language.sample.Meter;
import headway.language.sample.Parameter;
import java.util.List;

/** What is measured of proxies and servers at the moment, of any that the configuration has. */
final class MeterFetches {
    static final List<FetchEntry> TABLE = List.of(
            number("fe_conn", frontend(), Measure.SESSIONS, "(fe)", "How many clients a frontend has."),
            number(
                    "fe_sess_rate",
                    frontend(),
                    Measure.SESSIONS_PER_SECOND,
                    "(fe)",
                    "How many clients came to a frontend in the last second."),
            number(
                    "fe_req_rate",
                    frontend(),
                    Measure.REQUESTS_PER_SECOND,
                    "(fe)",
                    "How many requests came to a frontend in the last second."),
            number("be_conn", backend(), Measure.SESSIONS, "(be)", "How many streams a backend has."),
            number(
                    "be_sess_rate",
                    backend(),
                    Measure.SESSIONS_PER_SECOND,
                    "(be)",
                    "How many streams came to a backend in the last second."),
            number("queue", backend(), Measure.QUEUED, "(be)", "How many wait in the queues of a backend."),
            number(
                    "avg_queue",
                    backend(),
                    Measure.QUEUED_PER_SERVER,
                    "(be)",
                    "How many wait in the queues of a backend for each of its servers in use."),
            number("nbsrv", backend(), Measure.SERVERS, "(be)", "How many servers of a backend are in use."),
            number(
                    "be_conn_free",
                    backend(),
                    Measure.FREE_SLOTS,
                    "(be)",
                    "How many slots are free on the servers of a backend that are in use; -1 when one has no limit."),
            number(
                    "connslots",
                    backend(),
                    Measure.FREE_PLACES,
                    "(be)",
                    "How many slots and places in queues are free on the servers of a backend; -1 when one has no limit."),
            number("srv_conn", server(), Measure.SESSIONS, "(be/s1)", "How many streams a server has."),
            number(
                    "srv_sess_rate",
                    server(),
                    Measure.SESSIONS_PER_SECOND,
                    "(be/s1)",
                    "How many streams came to a server in the last second."),
            number("srv_queue", server(), Measure.QUEUED, "(be/s1)", "How many wait in the queue of a server."),
            number(
                    "srv_conn_free",
                    server(),
                    Measure.FREE_SLOTS,
                    "(be/s1)",
                    "How many slots are free on a server; -1 when it has no limit."),
            number(
                    "srv_iweight",
                    server(),
                    Measure.INITIAL_WEIGHT,
                    "(be/s1)",
                    "The weight of a server as it was configured."),
            number("srv_uweight", server(), Measure.WEIGHT, "(s1)", "The weight of a server as the operator sees it."),
            number(
                    "srv_weight",
                    server(),
                    Measure.EFFECTIVE_WEIGHT,
                    "(s1)",
                    "The weight of a server as the balancing reckons with it now."),
            fetch("srv_is_up", BOOL, INTERNAL)
                    .summary("True when a server can be used.")
                    .example("srv_is_up(be/s1)", "", "1")
                    .binds(server(), meter -> (scope, out) -> out.bool(meter.read(Measure.IS_UP, scope.nanos()) != 0)));

    private MeterFetches() {}

    private static FetchEntry number(
            String name, Parameter<Meter> of, Measure measure, String arguments, String summary) {
        var expected = (arguments.contains("s1") ? 200 : 100) + measure.ordinal();
        return fetch(name, SINT, INTERNAL)
                .summary(summary)
                .example(name + arguments, "", String.valueOf(expected))
                .binds(of, meter -> (scope, out) -> out.integer(meter.read(measure, scope.nanos())));
    }
}
