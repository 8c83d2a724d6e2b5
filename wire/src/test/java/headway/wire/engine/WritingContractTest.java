package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.base.memory.Buffers;
import headway.wire.engine.EngineContract.Giving;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("headway.wire.engine.EngineContract#engines")
class WritingContractTest {
    private static final long SECONDS = 1_000_000_000L;
    private static final byte[] MUCH = random();
    private static final int MUCH_AT = Buffers.constant(MUCH);
    private static final int TEXT_AT = Buffers.constant("hello, world".getBytes());

    @Parameter
    Engine engine;

    private static byte[] random() {
        var bytes = new byte[20 << 20];
        new Random(11).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatTheKernelDoesNotTakeIsPendingAndRoomIsToldOnce() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), () -> {
                    client.write(MUCH_AT, MUCH.length);
                    client.write(TEXT_AT, 5);
                    client.write(TEXT_AT + 5, 2, TEXT_AT + 7, 5);
                });
                assertThat(Loops.on(client.loop(), client::pending)).isGreaterThan(0);
                assertThat(socket.getInputStream().readNBytes(MUCH.length)).isEqualTo(MUCH);
                assertThat(socket.getInputStream().readNBytes(12)).isEqualTo("hello, world".getBytes());
                recorder.expect("room");
                assertThat(Loops.on(client.loop(), client::pending)).isZero();
                recorder.expectNothing();
            }
        }
    }

    @Test
    void twoRangesAreSentInOrder() throws Exception {
        var acceptor = new Giving(new Recorder());
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), () -> client.write(TEXT_AT + 7, 5, TEXT_AT, 5));
                assertThat(socket.getInputStream().readNBytes(10)).isEqualTo("worldhello".getBytes());
                Loops.run(client.loop(), () -> client.write(MUCH_AT, MUCH.length - 5, MUCH_AT + MUCH.length - 5, 5));
                assertThat(socket.getInputStream().readNBytes(MUCH.length)).isEqualTo(MUCH);
            }
        }
    }

    /** Longer than what was in front of the piece, than what fits there at all, and not longer. */
    @ParameterizedTest
    @ValueSource(ints = {3, 6, 50, 4_096, 5_000})
    void aRangeInFrontOfWhatIsShownIsSentAheadOfIt(int length) throws Exception {
        var recorder = new Recorder();
        recorder.eater = (connection, at, shown, full) -> {
            connection.write(MUCH_AT, length, at + 6, shown - 6);
            return shown;
        };
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                socket.getOutputStream().write("head: and the body".getBytes());
                assertThat(socket.getInputStream().readNBytes(length)).isEqualTo(Arrays.copyOf(MUCH, length));
                assertThat(socket.getInputStream().readNBytes(12)).isEqualTo("and the body".getBytes());
            }
        }
    }

    @Test
    void whatIsAnnouncedAsMoreIsSentWithWhatFollows() throws Exception {
        var acceptor = new Giving(new Recorder());
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), () -> {
                    client.more(true);
                    client.write(TEXT_AT, 7);
                    client.write(TEXT_AT + 7, 5);
                });
                assertThat(socket.getInputStream().readNBytes(12)).isEqualTo("hello, world".getBytes());
            }
        }
    }

    @Test
    void finComesAfterWhatIsPendingAndReadingGoesOn() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), () -> {
                    client.write(MUCH_AT, MUCH.length);
                    client.shutdownOutput();
                });
                assertThat(socket.getInputStream().readAllBytes()).isEqualTo(MUCH);
                recorder.expect("room");
                socket.getOutputStream().write("late".getBytes());
                recorder.expect("bytes late");
            }
            recorder.expect("ended");
        }
    }

    @Test
    void thePeersFinDoesNotStopOurWriting() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                socket.shutdownOutput();
                recorder.expect("ended");
                assertThat(Loops.on(client.loop(), client::hasEnded)).isTrue();
                Loops.run(client.loop(), () -> {
                    client.write(MUCH_AT, MUCH.length);
                    client.closeGracefully(10 * SECONDS);
                });
                assertThat(socket.getInputStream().readAllBytes()).isEqualTo(MUCH);
            }
        }
    }

    @Test
    void aGracefulCloseSendsAllThatIsPending() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                socket.getOutputStream().write("x".getBytes());
                recorder.expect("bytes x");
                Loops.run(client.loop(), () -> {
                    client.write(MUCH_AT, MUCH.length);
                    client.closeGracefully(10 * SECONDS);
                    assertThat(client.isClosed()).isTrue();
                });
                socket.getOutputStream().write("unread".getBytes());
                assertThat(socket.getInputStream().readAllBytes()).isEqualTo(MUCH);
            }
            recorder.expectNothing();
        }
    }

    @Test
    void aGracefulCloseEndsWhenThePeerTakesNothing() throws Exception {
        var acceptor = new Giving(new Recorder());
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), () -> {
                    client.write(MUCH_AT, MUCH.length);
                    client.closeGracefully(SECONDS / 20);
                });
                for (var i = 0; i < 500 && client.loop().connections() > 0; i++) Thread.sleep(10);
                assertThat(client.loop().connections()).isZero();
                assertThat(socket.getInputStream().readAllBytes().length).isLessThan(MUCH.length);
            }
        }
    }

    @Test
    void aResetIsAResetAtThePeer() throws Exception {
        var acceptor = new Giving(new Recorder());
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), client::reset);
                assertThatThrownBy(() -> socket.getInputStream().read()).hasMessageContaining("reset");
            }
        }
    }

    @Test
    void thePeersResetIsToldAsSuch() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            var socket = Loops.dial(listener);
            socket.getOutputStream().write("x".getBytes());
            recorder.expect("bytes x");
            socket.setSoLinger(true, 0);
            socket.close();
            recorder.expect("failed RESET");
            assertThat(acceptor.client().isClosed()).isTrue();
            assertThat(acceptor.client().failure()).isEqualTo(NetworkFailure.RESET);
        }
    }

    @Test
    void writingToAPeerThatHasGoneIsToldOnceAndNotFromInsideTheWrite() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            var socket = Loops.dial(listener);
            var client = acceptor.client();
            Loops.run(client.loop(), client::pause);
            socket.setSoLinger(true, 0);
            socket.close();
            Thread.sleep(50);
            Loops.run(client.loop(), () -> {
                client.write(TEXT_AT, 12);
                client.write(TEXT_AT, 12);
                recorder.expectNothing();
            });
            recorder.expect("failed RESET");
            recorder.expectNothing();
        }
    }

    /** A server that answers before it has read everything and closes: the answer must not be lost. */
    @Test
    void whatThePeerSentBeforeItsResetIsShownThoughWritingFails() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            var socket = Loops.dial(listener);
            var client = acceptor.client();
            Loops.run(client.loop(), () -> {
                client.pause();
                client.write(TEXT_AT, 12);
            });
            socket.getOutputStream().write("early answer".getBytes());
            socket.close();
            Thread.sleep(50);
            Loops.run(client.loop(), () -> {
                client.write(MUCH_AT, 1000);
                client.write(MUCH_AT, 1000);
                client.resume();
            });
            recorder.expect("bytes early answer");
            assertThat(recorder.events.poll(10, java.util.concurrent.TimeUnit.SECONDS))
                    .isIn("failed RESET", "ended");
        }
    }
}
