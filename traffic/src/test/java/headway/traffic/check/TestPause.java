package headway.traffic.check;

import headway.traffic.server.TestLoops;
import headway.wire.engine.Timer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until a timer of the loop that was armed after all others of interest has fired. */
final class TestPause extends Timer {
    private final CountDownLatch fired = new CountDownLatch(1);

    TestPause(TestLoops loops, long nanos) {
        var loop = loops.all.getFirst();
        loop.send(() -> loop.arm(this, loop.nanos() + nanos));
    }

    @Override
    protected void expired() {
        fired.countDown();
    }

    void await() {
        try {
            if (!fired.await(20, TimeUnit.SECONDS)) throw new AssertionError("the timer did not fire");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
