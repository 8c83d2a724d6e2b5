package headway.traffic.server;

import headway.wire.engine.EngineSettings;
import headway.wire.engine.Engines;
import headway.wire.engine.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Real loops that run until closed. */
public final class TestLoops implements AutoCloseable {
    public final List<Loop> all = new ArrayList<>();

    public TestLoops(int count) {
        var engine = Engines.pick(true);
        for (var i = 0; i < count; i++) all.add(engine.loop(i, new EngineSettings(16384, 64, 200, true, 16)));
        all.forEach(Loop::start);
    }

    /** Runs the task on the loop and waits for what it gives. */
    public static <T> T on(Loop loop, Callable<T> task) {
        var result = new CompletableFuture<T>();
        loop.send(() -> {
            try {
                result.complete(task.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static void run(Loop loop, Runnable task) {
        on(loop, () -> {
            task.run();
            return true;
        });
    }

    @Override
    public void close() {
        all.forEach(Loop::stop);
    }
}
