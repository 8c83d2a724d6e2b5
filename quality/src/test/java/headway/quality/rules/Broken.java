package headway.quality.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** The places where a rule is broken, and what to do about it. */
final class Broken {
    private final String remedy;
    private final List<String> places = new ArrayList<>();

    Broken(String remedy) {
        this.remedy = remedy;
    }

    void at(String place, String what) {
        places.add(place + "  " + what);
    }

    void assertNone() {
        assertThat(places).as(remedy).isEmpty();
    }
}
