package headway.app;

import static org.assertj.core.api.Assertions.assertThat;

import headway.traffic.server.OperatorLog;
import headway.wire.engine.NetworkFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is short of what, as HAProxy words it. */
class ShortageTest {
    private static List<String> told(NetworkFailure failure) {
        var told = new ArrayList<String>();
        var log = new OperatorLog() {
            @Override
            public void log(Level level, String text) {
                told.add(text);
            }

            @Override
            public void console(Level level, String text) {
                throw new AssertionError("a shortage is a matter of the log: " + text);
            }
        };
        new Shortage("f", 60, log).accept(failure);
        return told;
    }

    @Test
    void theProcessHasALimitAndTheSystemHasTwo() {
        assertThat(told(NetworkFailure.NO_DESCRIPTORS))
                .containsExactly("Proxy f reached process FD limit (maxsock=60). Please check 'ulimit-n' and restart.");
        assertThat(told(NetworkFailure.NO_SYSTEM_DESCRIPTORS))
                .containsExactly("Proxy f reached system FD limit (maxsock=60). Please check system tunables.");
        assertThat(told(NetworkFailure.NO_MEMORY))
                .containsExactly("Proxy f reached system memory limit (maxsock=60). Please check system tunables.");
    }

    @Test
    void whatIsWrongWithAConnectionIsNoShortage() {
        assertThat(told(NetworkFailure.RESET)).isEmpty();
        assertThat(told(NetworkFailure.OTHER)).isEmpty();
    }
}
