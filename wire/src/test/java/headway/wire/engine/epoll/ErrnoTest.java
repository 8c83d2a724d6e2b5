package headway.wire.engine.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import headway.wire.engine.NetworkFailure;
import org.junit.jupiter.api.Test;

/** Numbers of errors that mean a shortage. */
class ErrnoTest {
    private static final int ENOBUFS = -105;

    @Test
    void aShortageOfTheProcessIsNoneOfTheSystem() {
        assertThat(Errno.failure(Errno.EMFILE)).isEqualTo(NetworkFailure.NO_DESCRIPTORS);
        assertThat(Errno.failure(Errno.ENFILE)).isEqualTo(NetworkFailure.NO_SYSTEM_DESCRIPTORS);
        assertThat(Errno.failure(Errno.ENOMEM)).isEqualTo(NetworkFailure.NO_MEMORY);
        assertThat(Errno.failure(ENOBUFS)).isEqualTo(NetworkFailure.NO_MEMORY);
    }
}
