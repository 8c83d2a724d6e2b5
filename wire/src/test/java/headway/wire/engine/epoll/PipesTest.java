package headway.wire.engine.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PipesTest {
    private static final int F_GETPIPE_SZ = 1032;

    private final Kernel kernel = new Kernel();

    @Test
    void aPipeHasTheSizeThatWasAskedFor() {
        var pipes = new Pipes(kernel, 1, 1 << 17);
        var pipe = pipes.take();
        assertThat(pipe).isNotNull();
        assertThat(pipe.capacity()).isEqualTo(1 << 17);
        assertThat(kernel.call(Numbers.FCNTL, pipe.out(), F_GETPIPE_SZ, 0)).isEqualTo(1 << 17);
        pipes.release(pipe, true);
        pipes.closeAll();
    }

    @Test
    void noMorePipesAreOpenThanAllowed() {
        var pipes = new Pipes(kernel, 1, 0);
        var pipe = pipes.take();
        assertThat(pipe).isNotNull();
        assertThat(pipes.take()).isNull();
        pipes.release(pipe, false);
        assertThat(pipes.open()).isZero();
    }
}
