package headway.operate.stats;

import headway.traffic.counter.Count;
import headway.traffic.server.Server;
import java.util.List;

/** What a backend's row tells of all its servers together, added up when it is asked for: a request counts it once, for its server. */
final class Sums {
    private final List<Server> servers;

    Sums(List<Server> servers) {
        this.servers = servers;
    }

    void put(Row row, boolean http) {
        var connects = sum(Count.CONNECTS);
        var reuses = sum(Count.REUSES);
        var sent = sum(Count.REQUEST_BYTES_OUT);
        var received = sum(Count.RESPONSE_BYTES_IN);
        row.put(Column.CONNECT, connects);
        row.put(Column.REUSE, reuses);
        row.put(Column.REQBOUT, sent);
        row.put(Column.RESBIN, received);
        if (!http) return;
        var used = 0L;
        var idle = 0L;
        for (var server : servers) {
            used += server.pool().used();
            idle += server.pool().idle();
        }
        row.put(Column.H1_OPEN_CONNECTIONS, used + idle);
        row.put(Column.H1_OPEN_STREAMS, used);
        row.put(Column.H1_TOTAL_CONNECTIONS, connects);
        row.put(Column.H1_TOTAL_STREAMS, connects + reuses);
        row.put(Column.H1_BYTES_IN, received);
        row.put(Column.H1_BYTES_OUT, sent);
    }

    private long sum(Count count) {
        var sum = 0L;
        for (var server : servers) sum += server.tally().sum(count);
        return sum;
    }
}
