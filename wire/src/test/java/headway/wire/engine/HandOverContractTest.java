package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.wire.engine.EngineContract.Giving;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Idle connections that go from loop to loop. */
@ParameterizedClass
@MethodSource("headway.wire.engine.EngineContract#engines")
class HandOverContractTest {
    private static final int TEXT_AT = Buffers.constant("hello".getBytes());

    @Parameter
    Engine engine;

    private Connection offered(Loops loops, Listener listener, Recorder recorder) throws Exception {
        var made = new AtomicReference<Connection>();
        var loop = loops.first();
        Loops.run(loop, () -> made.set(loop.connect(target(listener), recorder)));
        recorder.expect("connected");
        Loops.run(loop, () -> made.get().offer());
        return made.get();
    }

    private static ConnectTarget target(Listener listener) {
        return new ConnectTarget(listener.address(), null, SocketOptions.NONE);
    }

    @Test
    void aClaimedConnectionWorksOnItsNewLoop() throws Exception {
        var old = new Recorder();
        var fresh = new Recorder();
        try (var loops = new Loops(engine, 2)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            var connection = offered(loops, listener, old);
            var taker = loops.all.get(1);
            Loops.run(taker, () -> {
                var mine = taker.claim(connection, fresh);
                assertThat(mine).isNotNull();
                assertThat(mine.loop()).isSameAs(taker);
                assertThat(mine.remote()).isEqualTo(connection.remote());
                mine.write(TEXT_AT, 5);
            });
            fresh.expect("bytes hello");
            old.expectNothing();
            assertThat(Loops.<Connection>on(loops.first(), () -> loops.first().claim(connection, old)))
                    .isNull();
        }
    }

    @Test
    void theOwnerMayClaimItsOwn() throws Exception {
        var old = new Recorder();
        var fresh = new Recorder();
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            var connection = offered(loops, listener, old);
            Loops.run(loops.first(), () -> {
                assertThat(loops.first().claim(connection, fresh)).isSameAs(connection);
                assertThat(loops.first().claim(connection, fresh))
                        .as("not offered any more")
                        .isNull();
                connection.write(TEXT_AT, 5);
            });
            fresh.expect("bytes hello");
        }
    }

    /** What the first loop knew of it must not stand in the way, although it has not had the time to forget it. */
    @Test
    void aConnectionMayComeBackWithinOneTurn() throws Exception {
        var old = new Recorder();
        var fresh = new Recorder();
        try (var loops = new Loops(engine, 2)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            var connection = offered(loops, listener, old);
            var other = loops.all.get(1);
            Loops.run(loops.first(), () -> {
                var theirs = Loops.<Connection>on(other, () -> claimed(other, connection, old));
                Loops.run(other, theirs::offer);
                claimed(loops.first(), theirs, fresh).write(TEXT_AT, 5);
            });
            fresh.expect("bytes hello");
            old.expectNothing();
        }
    }

    private static Connection claimed(Loop loop, Connection offered, Recorder recorder) {
        return Objects.requireNonNull(loop.claim(offered, recorder), "somebody else was faster");
    }

    /** Two loops pass a connection to and fro, each as soon as it can, while the other may still be busy with the last event of it. */
    @Test
    void aConnectionThatGoesToAndFroLosesNothing() throws Exception {
        var rounds = 2_000;
        try (var loops = new Loops(engine, 2)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            var game = new ToAndFro(loops, rounds);
            var connection = offered(loops, listener, game.hits);
            loops.all.get(1).send(() -> game.take(loops.all.get(1), connection));
            assertThat(game.over.await(60, TimeUnit.SECONDS))
                    .as("%s of %s rounds", game.left, rounds)
                    .isTrue();
        }
    }

    /** Whoever has the connection asks for an echo, offers it as soon as that has come, and tells the other loop. */
    private static final class ToAndFro {
        final CountDownLatch over = new CountDownLatch(1);
        final AtomicInteger left;
        final Recorder hits = new Recorder();
        private final Loops loops;

        ToAndFro(Loops loops, int rounds) {
            this.loops = loops;
            left = new AtomicInteger(rounds);
            hits.quiet = true;
            hits.eater = (connection, at, length, full) -> {
                pass(connection);
                return length;
            };
        }

        private void pass(Connection connection) {
            connection.offer();
            var next = loops.all.get(1 - connection.loop().index());
            if (left.decrementAndGet() == 0) over.countDown();
            else next.send(() -> take(next, connection));
        }

        /** The loop that offered it may just be looking after it once more: then it is asked for again. */
        void take(Loop loop, Connection offered) {
            var mine = loop.claim(offered, hits);
            if (mine == null) loop.send(() -> take(loop, offered));
            else mine.write(TEXT_AT, 5);
        }
    }

    @Test
    void anOfferedConnectionThatEndsIsToldToItsOwnerAndCannotBeClaimed() throws Exception {
        var old = new Recorder();
        var acceptor = new Giving(Recorder.echo());
        try (var loops = new Loops(engine, 2)) {
            var listener = loops.listen(acceptor);
            var connection = offered(loops, listener, old);
            var server = acceptor.client();
            Loops.run(server.loop(), server::close);
            old.expect("ended");
            var taker = loops.all.get(1);
            assertThat(Loops.<Connection>on(taker, () -> taker.claim(connection, old)))
                    .isNull();
        }
    }

    @Test
    void aDeadlineOfAnOfferedConnectionComesToItsOwner() throws Exception {
        var old = new Recorder();
        old.onExpired = Connection::close;
        try (var loops = new Loops(engine, 2)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            var connection = offered(loops, listener, old);
            Loops.run(loops.first(), () -> connection.deadline(loops.first().nanos() + 20_000_000));
            old.expect("expired");
            var taker = loops.all.get(1);
            assertThat(Loops.<Connection>on(taker, () -> taker.claim(connection, old)))
                    .isNull();
        }
    }

    /** Two loops claim the same connection again and again while the server closes some: nobody gets it twice, and no byte gets lost. */
    @RepeatedTest(3)
    void aRaceHasOneWinner() throws Exception {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var rounds = 300;
        var echoes = new AtomicInteger();
        var expectedEchoes = 0;
        var acceptor = new Giving(Recorder.echo());
        var winner = new Recorder();
        winner.quiet = true;
        winner.eater = (connection, at, length, full) -> {
            if (Slab.text(at, length).equals("hello")) echoes.incrementAndGet();
            connection.close();
            return length;
        };
        try (var loops = new Loops(engine, 3)) {
            var listener = loops.listen(acceptor);
            for (var round = 0; round < rounds; round++) {
                var recorder = new Recorder();
                var connection = offered(loops, listener, recorder);
                var race = new Race(connection, winner, random.nextInt(4) == 0);
                if (race.dies) {
                    var server = acceptor.client();
                    server.loop().send(server::close);
                }
                for (var loop : loops.all) loop.send(() -> race.claim(loop));
                assertThat(race.done.await(10, TimeUnit.SECONDS)).isTrue();
                if (race.dies) {
                    assertThat(race.winners.get()).isLessThanOrEqualTo(1);
                    Loops.run(loops.first(), connection::close);
                } else {
                    assertThat(race.winners).hasValue(1);
                    expectedEchoes++;
                }
                acceptor.clients().clear();
            }
            for (var i = 0; i < 500 && echoes.get() < expectedEchoes; i++) Thread.sleep(10);
            assertThat(echoes).hasValue(expectedEchoes);
        }
    }

    /** Three loops that all want one connection, whose server may be closing it. */
    private static final class Race {
        final AtomicInteger winners = new AtomicInteger();
        final CountDownLatch done = new CountDownLatch(3);
        final boolean dies;
        private final Connection connection;
        private final Recorder winner;

        Race(Connection connection, Recorder winner, boolean dies) {
            this.connection = connection;
            this.winner = winner;
            this.dies = dies;
        }

        void claim(Loop loop) {
            var mine = loop.claim(connection, winner);
            if (mine != null) {
                winners.incrementAndGet();
                if (dies) mine.close();
                else mine.write(TEXT_AT, 5);
            }
            done.countDown();
        }
    }
}
