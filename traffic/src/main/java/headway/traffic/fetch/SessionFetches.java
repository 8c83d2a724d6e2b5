package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.SampleType.ADDR;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.units.Address;
import headway.language.sample.Addresses;
import headway.language.sample.FetchEntry;
import headway.language.sample.Sample;
import headway.language.sample.Source;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The client's connection, and which proxies and server a stream goes through. */
final class SessionFetches {
    static final List<FetchEntry> TABLE = table();

    private SessionFetches() {}

    private static List<FetchEntry> table() {
        var table = new ArrayList<FetchEntry>();
        table.addAll(List.of(
                fetch("src", ADDR, Source.CLIENT)
                        .summary("The client's address.")
                        .example("src", "src=10.0.0.1", "10.0.0.1")
                        .example("src", "src=2001:db8::1", "2001:db8::1")
                        .binds((scope, out) -> Addresses.read(scope.source(), out)),
                fetch("src_port", SINT, Source.CLIENT)
                        .summary("The client's port.")
                        .example("src_port", "src=10.0.0.1", "40000")
                        .binds((scope, out) -> port(scope.source(), out)),
                fetch("dst", ADDR, Source.CLIENT)
                        .summary("The address that the client connected to.")
                        .example("dst", "dst=10.0.0.9", "10.0.0.9")
                        .binds((scope, out) -> Addresses.read(scope.destination(), out)),
                fetch("dst_port", SINT, Source.CLIENT)
                        .summary("The port that the client connected to.")
                        .example("dst_port", "dst=10.0.0.9", "80")
                        .binds((scope, out) -> port(scope.destination(), out)),
                fetch("fe_name", STR, Source.INTERNAL)
                        .summary("The name of the frontend.")
                        .example("fe_name", "", "front")
                        .binds((scope, out) -> out.text(scope.frontend())),
                fetch("be_name", STR, Source.BACKEND)
                        .summary("The name of the backend.")
                        .example("be_name", "backend=b1", "b1")
                        .binds((scope, out) -> name(scope.backend(), out)),
                fetch("srv_name", STR, Source.SERVER)
                        .summary("The name of the server that the request went to.")
                        .example("srv_name", "server=s1\nHTTP/1.1 200 OK", "s1")
                        .binds((scope, out) -> name(scope.server(), out))));
        return table;
    }

    private static boolean port(@Nullable Address address, Sample out) {
        return address instanceof Address.Inet inet && out.integer(inet.port());
    }

    private static boolean name(@Nullable Text name, Sample out) {
        return name != null && out.text(name);
    }
}
