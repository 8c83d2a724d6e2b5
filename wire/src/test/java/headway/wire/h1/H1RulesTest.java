package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.Head;
import headway.http.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a head says about the connection when it goes out, watched on haproxy 2.6 in the modes keep-alive, http-server-close and httpclose. */
class H1RulesTest {
    private final Reading reading = new Reading();
    private final int out = new Buffers().take(4096).at();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET / HTTP/1.1\\r\\n\\r\\n                                                   | goes on | GET / HTTP/1.1\\r\\n\\r\\n
            GET / HTTP/1.1\\r\\n\\r\\n                                                   | ends    | GET / HTTP/1.1\\r\\nconnection: close\\r\\n\\r\\n
            GET / HTTP/1.1\\r\\nConnection: close\\r\\n\\r\\n                            | goes on | GET / HTTP/1.1\\r\\n\\r\\n
            GET / HTTP/1.1\\r\\nConnection: foo, close\\r\\n\\r\\n                       | ends    | GET / HTTP/1.1\\r\\nconnection: foo\\r\\nconnection: close\\r\\n\\r\\n
            GET / HTTP/1.0\\r\\n\\r\\n                                                   | goes on | GET / HTTP/1.0\\r\\nconnection: keep-alive\\r\\n\\r\\n
            GET / HTTP/1.0\\r\\nConnection: keep-alive\\r\\n\\r\\n                       | ends    | GET / HTTP/1.0\\r\\n\\r\\n
            GET / HTTP/1.1\\r\\nConnection: upgrade\\r\\nUpgrade: foo\\r\\n\\r\\n        | ends    | GET / HTTP/1.1\\r\\nconnection: upgrade\\r\\nupgrade: foo\\r\\n\\r\\n
            GET / HTTP/1.0\\r\\nConnection: upgrade\\r\\nUpgrade: foo\\r\\n\\r\\n        | goes on | GET / HTTP/1.0\\r\\nconnection: upgrade\\r\\nupgrade: foo\\r\\n\\r\\n
            POST / HTTP/1.0\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n                  | goes on | POST / HTTP/1.0\\r\\ntransfer-encoding: chunked\\r\\n\\r\\n
            """)
    void requestsToServers(String received, String connection, String expected) {
        reading.whole(Reading.Kind.REQUEST, Escaped.bytes(received));
        H1Rules.toServer(reading.head, connection.equals("ends"));
        assertThat(written(reading.head)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n                           | 11 | goes on | HTTP/1.1 200 OK\\r\\ncontent-length: 2\\r\\n\\r\\n
            HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n                           | 11 | ends    | HTTP/1.1 200 OK\\r\\ncontent-length: 2\\r\\nconnection: close\\r\\n\\r\\n
            HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n                           | 10 | goes on | HTTP/1.1 200 OK\\r\\ncontent-length: 2\\r\\nconnection: keep-alive\\r\\n\\r\\n
            HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n                           | 10 | ends    | HTTP/1.1 200 OK\\r\\ncontent-length: 2\\r\\nconnection: close\\r\\n\\r\\n
            HTTP/1.0 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n                           | 11 | goes on | HTTP/1.0 200 OK\\r\\ncontent-length: 2\\r\\nconnection: keep-alive\\r\\n\\r\\n
            HTTP/1.0 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n                           | 11 | ends    | HTTP/1.0 200 OK\\r\\ncontent-length: 2\\r\\n\\r\\n
            HTTP/1.0 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n                           | 10 | ends    | HTTP/1.0 200 OK\\r\\ncontent-length: 2\\r\\n\\r\\n
            HTTP/1.1 200 OK\\r\\n\\r\\n                                                  | 11 | goes on | HTTP/1.1 200 OK\\r\\nconnection: close\\r\\n\\r\\n
            HTTP/1.0 200 OK\\r\\n\\r\\n                                                  | 11 | goes on | HTTP/1.0 200 OK\\r\\n\\r\\n
            HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n                  | 10 | goes on | HTTP/1.1 200 OK\\r\\ntransfer-encoding: chunked\\r\\nconnection: keep-alive\\r\\n\\r\\n
            HTTP/1.0 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n                  | 11 | goes on | HTTP/1.0 200 OK\\r\\ntransfer-encoding: chunked\\r\\n\\r\\n
            HTTP/1.1 204 No\\r\\n\\r\\n                                                  | 10 | goes on | HTTP/1.1 204 No\\r\\nconnection: keep-alive\\r\\n\\r\\n
            HTTP/1.1 100 C\\r\\n\\r\\n                                                   | 10 | ends    | HTTP/1.1 100 C\\r\\n\\r\\n
            """)
    void responsesToClients(String received, int version, String connection, String expected) {
        reading.whole(Reading.Kind.RESPONSE, Escaped.bytes(received));
        H1Rules.toClient(reading.head, Method.GET, version, connection.equals("ends"));
        assertThat(written(reading.head)).isEqualTo(expected);
    }

    private String written(Head head) {
        return Escaped.text(Slab.bytes(out, H1HeadWriter.write(head, out, 4096, null)));
    }
}
