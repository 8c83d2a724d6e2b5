package headway.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What variables are worth in addresses; all watched in HAProxy 2.6.12, with HST=host and _U=und. */
final class EnvironmentTest {
    private final Environment environment = new Environment(Map.of("HST", "host", "_U", "und"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a.b:80 | a.b:80
        $HST.x | host.x
        ${HST}x | hostx
        $HSTx | ""
        $_U | und
        a$$HST | ahost
        $HST} | host}
        ${HST}} | host}
        ${HST:1 | host:1
        ${HST-1.2.3.4} | host-1.2.3.4}
        ${HST[*]} | host[*]}
        x${NOPE}y | xy
        x$ | x
        x${ | x
        """)
    void nameEndsWhereItsCharactersEnd(String text, String expanded) {
        assertThat(environment.expanded(text)).isEqualTo(expanded);
    }
}
