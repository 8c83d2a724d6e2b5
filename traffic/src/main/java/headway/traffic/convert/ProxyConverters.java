package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.language.sample.ConverterEntry;
import headway.language.sample.Measure;
import java.util.List;

/** Proxies and servers whose names come with a request. A name that nobody has gives no value. */
final class ProxyConverters {
    static final List<ConverterEntry> TABLE = List.of(
            converter("nbsrv", STR, SINT)
                    .summary("How many servers of a backend are in use, by its name.")
                    .example("str(be),nbsrv", "", "105")
                    .bindsWhere(binding -> {
                        var names = MeterNames.backends(binding);
                        return (scope, value) -> {
                            var meter = names.find(value);
                            return meter != null && value.integer(meter.read(Measure.SERVERS, scope.nanos()));
                        };
                    }),
            converter("srv_queue", STR, SINT)
                    .summary("How many wait in the queue of a server, by backend/server or its name alone.")
                    .example("str(be/s1),srv_queue", "", "203")
                    .example("str(s1),srv_queue", "", "203")
                    .bindsWhere(binding -> {
                        var names = MeterNames.servers(binding);
                        return (scope, value) -> {
                            var meter = names.find(value);
                            return meter != null && value.integer(meter.read(Measure.QUEUED, scope.nanos()));
                        };
                    }),
            converter("srv_is_up", STR, BOOL)
                    .summary("True when a server can be used, by backend/server or its name alone.")
                    .example("str(be/s1),srv_is_up", "", "1")
                    .bindsWhere(binding -> {
                        var names = MeterNames.servers(binding);
                        return (scope, value) -> {
                            var meter = names.find(value);
                            return meter != null && value.bool(meter.read(Measure.IS_UP, scope.nanos()) != 0);
                        };
                    }),
            converter("fe_exists", STR, BOOL)
                    .summary("True when there is a frontend of that name.")
                    .example("str(fe),fe_exists", "", "1")
                    .example("str(be),fe_exists", "", "0")
                    .bindsWhere(binding -> {
                        var names = MeterNames.frontends(binding);
                        return (_, value) -> value.bool(names.find(value) != null);
                    }));

    private ProxyConverters() {}
}
