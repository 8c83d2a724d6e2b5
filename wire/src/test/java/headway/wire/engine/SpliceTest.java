package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.base.memory.Buffers;
import headway.wire.engine.EngineContract.Giving;
import headway.wire.engine.nio.NioEngine;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that go from a source client to a target client inside the kernel. */
class SpliceTest {
    private static final byte[] MUCH = new byte[24 << 20];

    static {
        new Random(3).nextBytes(MUCH);
    }

    private final Engine engine = Engines.pick(true);
    private final Recorder source = new Recorder();
    private final Recorder target = new Recorder();
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final AtomicLong moved = new AtomicLong();
    private Loops loops;
    private Socket sourceSocket;
    private Socket targetSocket;
    private Connection from;
    private Connection to;

    private final SpliceListener listener = new SpliceListener() {
        @Override
        public void moved(Connection from, Connection to, long bytes) {
            moved.addAndGet(bytes);
        }

        @Override
        public void spliceDone(Connection from, Connection to) {
            told.add("done");
        }

        @Override
        public void sourceEnded(Connection from, Connection to) {
            told.add("ended");
        }
    };

    @BeforeEach
    void connect() throws Exception {
        assumeTrue(engine.name().equals("epoll"), "no splice here");
        loops = new Loops(engine, 1);
        var sources = new Giving(source);
        var targets = new Giving(target);
        sourceSocket = Loops.dial(loops.listen(sources));
        targetSocket = Loops.dial(loops.listen(targets));
        from = sources.client();
        to = targets.client();
    }

    @AfterEach
    void close() throws IOException {
        if (loops == null) return;
        sourceSocket.close();
        targetSocket.close();
        loops.close();
    }

    private void splice(long limit) {
        assertThat(Loops.on(loops.first(), () -> from.splice(to, limit, listener)))
                .isTrue();
    }

    private void sending(byte[] bytes) {
        Thread.ofVirtual().start(() -> {
            try {
                sourceSocket.getOutputStream().write(bytes);
            } catch (IOException e) {
                told.add("the sender: " + e.getMessage());
            }
        });
    }

    private void expect(String what) throws InterruptedException {
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(what);
    }

    @Test
    void everythingUpToTheEndArrives() throws Exception {
        splice(Long.MAX_VALUE);
        sending(MUCH);
        assertThat(targetSocket.getInputStream().readNBytes(MUCH.length)).isEqualTo(MUCH);
        sourceSocket.shutdownOutput();
        expect("ended");
        assertThat(moved).hasValue(MUCH.length);
        assertThat(Loops.on(loops.first(), from::hasEnded)).isTrue();
        source.expectNothing();
    }

    @Test
    void afterTheLimitBytesAreShownAgain() throws Exception {
        splice(10);
        sourceSocket.getOutputStream().write("0123456789abc".getBytes());
        expect("done");
        source.expect("bytes abc");
        assertThat(targetSocket.getInputStream().readNBytes(10)).isEqualTo("0123456789".getBytes());
        splice(2);
        sourceSocket.getOutputStream().write("de".getBytes());
        expect("done");
        assertThat(targetSocket.getInputStream().readNBytes(2)).isEqualTo("de".getBytes());
    }

    @Test
    void aSlowTargetHoldsTheSourceUpAndGetsEverything() throws Exception {
        splice(MUCH.length);
        sending(MUCH);
        Thread.sleep(200);
        assertThat(moved.get()).isLessThan(MUCH.length);
        assertThat(targetSocket.getInputStream().readNBytes(MUCH.length)).isEqualTo(MUCH);
        expect("done");
    }

    @Test
    void whatIsPendingAtTheTargetGoesFirst() throws Exception {
        var at = Buffers.constant(Arrays.copyOf(MUCH, 8 << 20));
        Loops.run(loops.first(), () -> to.write(at, 8 << 20));
        splice(5);
        sourceSocket.getOutputStream().write("after".getBytes());
        assertThat(targetSocket.getInputStream().readNBytes(8 << 20)).isEqualTo(Arrays.copyOf(MUCH, 8 << 20));
        assertThat(targetSocket.getInputStream().readNBytes(5)).isEqualTo("after".getBytes());
        expect("done");
    }

    @Test
    void stoppingLetsTheHandlerReadOn() throws Exception {
        splice(Long.MAX_VALUE);
        sourceSocket.getOutputStream().write("abc".getBytes());
        assertThat(targetSocket.getInputStream().readNBytes(3)).isEqualTo("abc".getBytes());
        Loops.run(loops.first(), from::stopSplice);
        expect("done");
        sourceSocket.getOutputStream().write("def".getBytes());
        source.expect("bytes def");
    }

    @Test
    void aTargetThatResetsIsToldToItsHandlerOnly() throws Exception {
        source.quiet = true;
        splice(Long.MAX_VALUE);
        sending(MUCH);
        targetSocket.getInputStream().readNBytes(100_000);
        targetSocket.setSoLinger(true, 0);
        targetSocket.close();
        target.expect("failed RESET");
        source.expectNothing();
        assertThat(from.isClosed()).isFalse();
        Loops.run(loops.first(), from::close);
    }

    @Test
    void aSourceThatResetsIsToldToItsHandlerOnly() throws Exception {
        splice(Long.MAX_VALUE);
        sourceSocket.getOutputStream().write("abc".getBytes());
        assertThat(targetSocket.getInputStream().readNBytes(3)).isEqualTo("abc".getBytes());
        sourceSocket.setSoLinger(true, 0);
        sourceSocket.close();
        source.expect("failed RESET");
        target.expectNothing();
        assertThat(to.isClosed()).isFalse();
    }

    @Test
    void closingTheTargetFreesTheSource() throws Exception {
        splice(Long.MAX_VALUE);
        Loops.run(loops.first(), to::close);
        sourceSocket.getOutputStream().write("abc".getBytes());
        source.expect("bytes abc");
    }

    @Test
    void whatAnEngineCannotSpliceIsRefused() throws Exception {
        var settings = new EngineSettings(16384, 64, 200, false, 64);
        for (var other : new Engine[] {engine, new NioEngine()}) {
            try (var loops = new Loops(other, 1, settings)) {
                assertThat(isSpliced(loops)).isFalse();
            }
        }
    }

    private boolean isSpliced(Loops loops) throws Exception {
        var acceptor = new Giving(new Recorder());
        var door = loops.listen(acceptor);
        try (var _ = Loops.dial(door);
                var _ = Loops.dial(door)) {
            for (var i = 0; i < 500 && acceptor.clients().size() < 2; i++) Thread.sleep(10);
            var first = acceptor.clients().get(0);
            var second = acceptor.clients().get(1);
            return Loops.on(loops.first(), () -> first.splice(second, 5, listener));
        }
    }
}
