package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headway.wire.engine.EngineContract.Giving;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("headway.wire.engine.EngineContract#engines")
class ReadingContractTest {
    @Parameter
    Engine engine;

    @Test
    void whatWasWrittenComesBack() throws Exception {
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            try (var socket = Loops.dial(listener)) {
                for (var i = 0; i < 100; i++) {
                    socket.getOutputStream().write("hello".getBytes());
                    assertThat(socket.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes());
                }
            }
        }
    }

    @Test
    void muchComesBackUnchanged() throws Exception {
        var sent = new byte[8 << 20];
        new Random(7).nextBytes(sent);
        var echo = new Recorder();
        echo.quiet = true;
        echo.eater = (connection, at, length, full) -> {
            connection.write(at, length);
            if (connection.pending() > 0) connection.pause();
            return length;
        };
        echo.onRoom = Connection::resume;
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(echo));
            try (var socket = Loops.dial(listener)) {
                var writer = Thread.ofVirtual().start(() -> {
                    try {
                        socket.getOutputStream().write(sent);
                    } catch (java.io.IOException e) {
                        throw new AssertionError(e);
                    }
                });
                assertThat(socket.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
                writer.join();
            }
        }
    }

    @Test
    void whatIsNotConsumedIsShownAgainWithWhatFollows() throws Exception {
        var recorder = new Recorder();
        recorder.eater = (connection, at, length, full) -> length < 6 ? 0 : length == 6 ? 2 : length;
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(recorder));
            try (var socket = Loops.dial(listener)) {
                socket.getOutputStream().write("abc".getBytes());
                recorder.expect("bytes abc");
                socket.getOutputStream().write("def".getBytes());
                recorder.expect("bytes abcdef");
                socket.getOutputStream().write("ghi".getBytes());
                recorder.expect("bytes cdefghi");
            }
            recorder.expect("ended");
        }
    }

    @Test
    void resumingInsideTheEventShowsTheRestAfterIt() throws Exception {
        var recorder = new Recorder();
        recorder.eater = (connection, at, length, full) -> {
            connection.resume();
            return 1;
        };
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(recorder));
            try (var socket = Loops.dial(listener)) {
                socket.getOutputStream().write("abc".getBytes());
                recorder.expect("bytes abc");
                recorder.expect("bytes bc");
                recorder.expect("bytes c");
            }
            recorder.expect("ended");
        }
    }

    @Test
    void aNewHandlerIsShownWhatIsUnread() throws Exception {
        var second = new Recorder();
        var first = new Recorder();
        first.eater = (connection, at, length, full) -> {
            connection.handler(second);
            connection.resume();
            return 2;
        };
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(first));
            try (var socket = Loops.dial(listener)) {
                socket.getOutputStream().write("abcde".getBytes());
                first.expect("bytes abcde");
                second.expect("bytes cde");
            }
            second.expect("ended");
            first.expectNothing();
        }
    }

    @Test
    void aFullBufferIsSaidToBeFullAndReadNoFurther() throws Exception {
        var recorder = new Recorder();
        recorder.eater = (connection, at, length, full) -> full ? length : 0;
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), () -> client.inputLimit(10));
                socket.getOutputStream().write("0123456".getBytes());
                recorder.expect("bytes 0123456");
                socket.getOutputStream().write("789abc".getBytes());
                recorder.expect("bytes 0123456789 full");
                recorder.expect("bytes abc");
            }
            recorder.expect("ended");
        }
    }

    @Test
    void whilePausedNothingIsShownAndThenEverything() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), client::pause);
                socket.getOutputStream().write("abc".getBytes());
                socket.shutdownOutput();
                Thread.sleep(50);
                assertThat(Loops.on(client.loop(), client::isPaused)).isTrue();
                recorder.expectNothing();
                Loops.run(client.loop(), client::resume);
                recorder.expect("bytes abc");
                recorder.expect("ended");
            }
        }
    }

    @Test
    void theEndIsToldWhilePausedIfWatched() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), () -> {
                    client.pause();
                    client.watch(true);
                });
                socket.getOutputStream().write("abc".getBytes());
                Thread.sleep(50);
                recorder.expectNothing();
                socket.shutdownOutput();
                recorder.expect("ended");
                Loops.run(client.loop(), client::resume);
                recorder.expect("bytes abc");
                Thread.sleep(50);
                recorder.expectNothing();
            }
        }
    }

    @Test
    void theEndThatCameBeforeWatchingIsTold() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(recorder);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            try (var socket = Loops.dial(listener)) {
                var client = acceptor.client();
                Loops.run(client.loop(), client::pause);
                socket.shutdownOutput();
                Thread.sleep(50);
                recorder.expectNothing();
                Loops.run(client.loop(), () -> client.watch(true));
                recorder.expect("ended");
            }
        }
    }

    @Test
    void closingInsideTheEventEndsIt() throws Exception {
        var recorder = new Recorder();
        recorder.eater = (connection, at, length, full) -> {
            connection.close();
            return 0;
        };
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(recorder));
            try (var socket = Loops.dial(listener)) {
                socket.getOutputStream().write("abc".getBytes());
                recorder.expect("bytes abc");
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            recorder.expectNothing();
        }
    }

    @Test
    void aHandlerThatThrowsLosesItsConnectionAndNoOther() throws Exception {
        var recorder = new Recorder();
        recorder.eater = (connection, at, length, full) -> {
            if (length == 3) throw new IllegalStateException("on purpose");
            connection.write(at, length);
            return 0;
        };
        try (var loops = new Loops(engine, 1)) {
            loops.expectBugs(1);
            var listener = loops.listen(new Giving(recorder));
            try (var bad = Loops.dial(listener);
                    var good = Loops.dial(listener)) {
                bad.getOutputStream().write("abc".getBytes());
                assertThat(bad.getInputStream().read()).isEqualTo(-1);
                good.getOutputStream().write("abcd".getBytes());
                assertThat(good.getInputStream().readNBytes(4)).isEqualTo("abcd".getBytes());
            }
            assertThat(loops.bugs).hasSize(1).first().isInstanceOf(IllegalStateException.class);
        }
    }
}
