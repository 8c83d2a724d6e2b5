package headway.quality.bench;

import headway.base.memory.Buffer;
import headway.base.memory.Slab;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.Loop;
import headway.wire.engine.NetworkFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The clients of one run. Each sends a request, reads the response to its last byte and sends the next; when the run is over it closes behind the
 * response that it waits for. Everything but {@link #result} happens on the loop.
 */
final class LoopClients {
    private static final int END_OF_HEAD = 0x0A0D0A0D;
    /** {@code HTTP/1.1} and the space behind it, then the first four bytes that are looked at: the code and a space. */
    private static final int STATUS_AT = 9;

    private static final int OK = '2' | '0' << 8 | '0' << 16 | ' ' << 24;

    private final Loop loop;
    private final CountDownLatch closed;
    private final Workload workload;
    private final int bodyLength;
    private final List<Buffer> requests = new ArrayList<>();
    private int turn;
    private boolean over;
    private long responses;
    private long bytes;
    private long failures;

    LoopClients(Loop loop, Workload workload, CountDownLatch closed) {
        this.loop = loop;
        this.closed = closed;
        bodyLength = workload.bytes > 0 ? workload.bytes : LoopBackend.SMALL_BODY.length();
        this.workload = workload;
    }

    void open(ConnectTarget target) {
        for (String request : workload.requests()) {
            requests.add(LoopBackend.written(loop.buffers(), request));
        }
        for (int i = 0; i < workload.clients; i++) {
            if (loop.connect(target, new Client()) == null) {
                failures++;
                closed.countDown();
            }
        }
    }

    void finish() {
        over = true;
    }

    /** Gives back what it held, once every client has closed. */
    void release() {
        requests.forEach(Buffer::release);
    }

    /** What it came to, once every client has closed. */
    Load.Run result() {
        return new Load.Run(responses, bytes, failures);
    }

    /** One connection, and how many bytes of the present response are still to come; 0 before its head. */
    private final class Client implements ConnectionHandler {
        private int missing;

        @Override
        public void connected(Connection connection) {
            connection.resume();
            request(connection);
        }

        private void request(Connection connection) {
            Buffer next = requests.get(turn);
            turn = turn + 1 < requests.size() ? turn + 1 : 0;
            connection.write(next.at(), next.length());
        }

        @Override
        public int bytes(Connection connection, int at, int length, boolean full) {
            if (missing == 0) {
                int head = headLength(at, length);
                if (head == 0) {
                    return 0;
                }
                if (Slab.intAt(at + STATUS_AT) != OK) {
                    failures++;
                    end(connection);
                    return length;
                }
                missing = head + bodyLength;
            }
            missing -= length;
            bytes += length;
            if (missing == 0) {
                answered(connection);
            } else if (missing < 0) {
                failures++;
                end(connection);
            }
            return length;
        }

        private void answered(Connection connection) {
            responses++;
            if (over) {
                end(connection);
            } else {
                request(connection);
            }
        }

        private void end(Connection connection) {
            connection.close();
            closed.countDown();
        }

        @Override
        public void room(Connection connection) {
            // a request is small; what the kernel did not take the engine has sent by now
        }

        @Override
        public void ended(Connection connection) {
            failures++;
            end(connection);
        }

        @Override
        public void failed(Connection connection, NetworkFailure failure) {
            failures++;
            closed.countDown();
        }

        @Override
        public void expired(Connection connection) {
            ended(connection);
        }
    }

    /** The length of the head with the empty line behind it, or 0 when not all of it is there. */
    private static int headLength(int at, int length) {
        for (int i = at; i <= at + length - 4; i++) {
            if (Slab.byteAt(i) == '\r' && Slab.intAt(i) == END_OF_HEAD) {
                return i + 4 - at;
            }
        }
        return 0;
    }
}
