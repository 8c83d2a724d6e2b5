package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.wire.engine.EngineContract.Giving;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("headway.wire.engine.EngineContract#engines")
class LoopContractTest {
    private static final long MILLI = 1_000_000;

    @Parameter
    Engine engine;

    @Test
    void messagesArriveInTheOrderOfTheirSender() throws Exception {
        try (var loops = new Loops(engine, 2)) {
            var seen = new CopyOnWriteArrayList<Integer>();
            var done = new CountDownLatch(1);
            loops.all.get(0).send(() -> {
                for (var i = 0; i < 5000; i++) {
                    var number = i;
                    loops.all.get(1).send(() -> seen.add(number));
                }
                loops.all.get(1).send(done::countDown);
            });
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).hasSize(5000).isSorted();
        }
    }

    @Test
    void tasksForLaterRunAfterThePresentOneInTheirOrder() throws Exception {
        try (var loops = new Loops(engine, 1)) {
            var loop = loops.first();
            var seen = new CopyOnWriteArrayList<String>();
            var done = new CountDownLatch(1);
            Loops.run(loop, () -> {
                loop.later(() -> {
                    seen.add("first");
                    loop.later(() -> {
                        seen.add("third");
                        done.countDown();
                    });
                });
                loop.later(() -> seen.add("second"));
                seen.add("now");
            });
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).containsExactly("now", "first", "second", "third");
        }
    }

    @Test
    void timersFireInOrderAndNeverEarly() throws Exception {
        try (var loops = new Loops(engine, 1)) {
            var loop = loops.first();
            var fired = new CopyOnWriteArrayList<Integer>();
            var early = new AtomicInteger();
            var done = new CountDownLatch(4);
            Loops.run(loop, () -> {
                for (var delay : new int[] {150, 5, 70, 1}) {
                    var due = loop.nanos() + delay * MILLI;
                    loop.arm(
                            new Timer() {
                                @Override
                                protected void expired() {
                                    if (System.nanoTime() < due) early.incrementAndGet();
                                    fired.add(delay);
                                    done.countDown();
                                }
                            },
                            due);
                }
            });
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(fired).containsExactly(1, 5, 70, 150);
            assertThat(early).hasValue(0);
        }
    }

    @Test
    void aLoopOutlivesATimerThatThrows() throws Exception {
        try (var loops = new Loops(engine, 1)) {
            var loop = loops.first();
            var fired = new CountDownLatch(3);
            loops.expectBugs(3);
            for (var i = 0; i < 3; i++)
                Loops.run(
                        loop,
                        () -> loop.arm(
                                new Timer() {
                                    @Override
                                    protected void expired() {
                                        fired.countDown();
                                        throw new IllegalStateException("on purpose");
                                    }
                                },
                                loop.nanos() + MILLI));
            assertThat(fired.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Loops.<Boolean>on(loop, loop::isCurrent)).isTrue();
        }
    }

    @Test
    void aDeadlineThatWasMovedComesAtTheNewTimeOnly() throws Exception {
        var recorder = new Recorder();
        recorder.onExpired = Connection::close;
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                var due = Loops.on(client.loop(), () -> {
                    var now = System.nanoTime();
                    client.deadline(now + 20 * MILLI);
                    client.deadline(now + 200 * MILLI);
                    return now + 200 * MILLI;
                });
                recorder.expect("expired");
                assertThat(System.nanoTime()).isGreaterThanOrEqualTo(due);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            recorder.expectNothing();
        }
    }

    @Test
    void aDeadlineThatWasTakenBackNeverComes() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var _ = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), () -> {
                    client.deadline(client.loop().nanos() + 10 * MILLI);
                    client.deadline(Long.MAX_VALUE);
                });
                Thread.sleep(100);
                recorder.expectNothing();
            }
        }
    }

    @Test
    void clientsAreSharedOutAmongTheLoops() throws Exception {
        var acceptor = new Giving(Recorder.echo());
        try (var loops = new Loops(engine, 2)) {
            var listener = loops.listen(acceptor);
            var sockets = new ArrayList<Socket>();
            for (var i = 0; i < 40; i++) {
                sockets.add(Loops.dial(listener));
                echo(sockets.getLast());
            }
            var first = loops.all.get(0).connections();
            var second = loops.all.get(1).connections();
            assertThat(first + second).isEqualTo(40);
            assertThat(Math.abs(first - second)).as("%d and %d", first, second).isLessThanOrEqualTo(6);
            for (var socket : sockets) socket.close();
        }
    }

    @Test
    void aSuspendedListenerLeavesClientsInTheBacklog() throws Exception {
        var acceptor = new Giving(Recorder.echo());
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            Loops.run(loops.first(), () -> loops.first().suspend(listener));
            try (var socket = Loops.dial(listener)) {
                Thread.sleep(50);
                assertThat(acceptor.clients()).isEmpty();
                Loops.run(loops.first(), () -> loops.first().accept(listener, acceptor));
                echo(socket);
            }
        }
    }

    @Test
    void aFullAcceptorSuspendsTheListener() throws Exception {
        var open = new AtomicBoolean(false);
        var giving = new Giving(Recorder.echo());
        var acceptor = new Acceptor() {
            @Override
            public ConnectionHandler accepted(Connection connection) {
                return giving.accepted(connection);
            }

            @Override
            public void exhausted(NetworkFailure failure) {
                giving.exhausted(failure);
            }

            @Override
            public boolean hasRoom() {
                return open.get();
            }
        };
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                Thread.sleep(50);
                assertThat(giving.clients()).isEmpty();
                open.set(true);
                Loops.run(loops.first(), () -> loops.first().accept(listener, acceptor));
                echo(socket);
            }
        }
    }

    @Test
    void twoThousandClientsAreServed() throws Exception {
        var acceptor = new Giving(Recorder.echo());
        try (var loops = new Loops(engine, 2)) {
            var listener = loops.listen(acceptor);
            List<Socket> sockets = new ArrayList<>();
            for (var i = 0; i < 2000; i++) sockets.add(Loops.dial(listener));
            for (var round = 0; round < 2; round++) for (var socket : sockets) echo(socket);
            assertThat(loops.all.stream().mapToInt(Loop::connections).sum()).isEqualTo(2000);
            for (var socket : sockets) socket.close();
        }
    }

    @Test
    void buffersAreGivenBackWhenALoopStopsInTheMiddleOfThings() throws Exception {
        var recorder = new Recorder();
        recorder.eater = (connection, at, length, full) -> 0;
        var acceptor = new Giving(recorder);
        var muchAt = Buffers.reserve(8 << 20);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                socket.getOutputStream().write("kept".getBytes());
                recorder.expect("bytes kept");
                var client = acceptor.client();
                Loops.run(client.loop(), () -> client.write(muchAt, 8 << 20));
                assertThat(Loops.on(client.loop(), () -> client.loop().buffers().taken()))
                        .isGreaterThan(1);
            }
        }
    }

    private static void echo(Socket socket) throws Exception {
        socket.getOutputStream().write("hello".getBytes());
        assertThat(socket.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes());
    }
}
