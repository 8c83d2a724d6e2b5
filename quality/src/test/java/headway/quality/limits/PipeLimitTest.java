package headway.quality.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each pipe for splicing takes two of the descriptors that are asked for at start. */
class PipeLimitTest {
    private static final String FILE = """
            global
                maxconn 1000
                nbthread 1
                no strict-limits
                stats socket $API level admin
                $LINE
            defaults
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            frontend f
                option splice-auto
                bind 127.0.0.1:@in@
            """;

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aQuarterOfTheConnectionsUnlessMaxpipesSaysIt(Binary binary) throws IOException, InterruptedException {
        var ten = asked(binary, "maxpipes 10");
        var quarter = asked(binary, "");
        assertThat(ten.get(0)).isEqualTo(10);
        assertThat(quarter.get(0)).isEqualTo(250);
        assertThat(quarter.get(1) - ten.get(1)).isEqualTo(2 * 240);
    }

    @Test
    void noneWhereNothingIsSpliced() throws IOException, InterruptedException {
        assertThat(asked(Binary.headway(), "nosplice").get(0)).isZero();
        assertThat(asked(Binary.headway().with("-de"), "").get(0)).isZero();
    }

    /** Pipes and descriptors, of a program that has to raise its limit; whether it can is another matter. The limit is the hard one, since Java raises what may be raised by itself. */
    private static List<Integer> asked(Binary binary, String line) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var api = lab.folder().resolve("api");
            var script = lab.folder().resolve("limited");
            Files.writeString(script, "#!/bin/sh\nulimit -n 400\nexec " + binary.path() + " \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
            var limited = new Binary(binary.name(), script, binary.options());
            var program = lab.start(limited, FILE.replace("$LINE", line).replace("$API", api.toString()));
            await().until(() -> Files.exists(api));
            var info = Api.ask(api, "show info\n");
            var refused = Pattern.compile("Cannot raise FD limit to (\\d+),").matcher(program.said());
            return List.of(
                    number(info, "Maxpipes"),
                    refused.find() ? Integer.parseInt(refused.group(1)) : number(info, "Ulimit-n"));
        }
    }

    private static int number(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name + ": "))
                .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 2)))
                .sum();
    }
}
