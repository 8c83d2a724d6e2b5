package headway.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES = List.of("bind", "balance", "backlog", "timeout client", "maxconn");

    @Test
    void aLetterTooManyTooFewWrongOrExchangedIsUnderstood() {
        assertThat(Nearest.to("bimd", NAMES)).contains("bind");
        assertThat(Nearest.to("maxcon", NAMES)).contains("maxconn");
        assertThat(Nearest.to("ballance", NAMES)).contains("balance");
        assertThat(Nearest.to("bidn", NAMES)).contains("bind");
    }

    @Test
    void theBeginningOfOneNameIsUnderstood() {
        assertThat(Nearest.to("loc", List.of("location", "prefix"))).contains("location");
        assertThat(Nearest.to("loc", List.of("location", "locality"))).isEmpty();
        assertThat(Nearest.to("lo", List.of("location", "prefix"))).isEmpty();
    }

    @Test
    void whatIsFarFromAllIsLikeNone() {
        assertThat(Nearest.to("frobnicate", NAMES)).isEmpty();
        assertThat(Nearest.to("x", List.of("y"))).isEmpty();
        assertThat(Nearest.to("", NAMES)).isEmpty();
    }
}
