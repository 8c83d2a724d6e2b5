package headway.wire.h1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One case of a resource: a line {@code # what it shows [words of the kind]}, a line with the bytes, a line {@code -> } with what must come out.
 *
 * @param words words in brackets behind the name
 */
record HeadCase(String name, String words, String input, String expected) {
    static List<HeadCase> all(String resource) {
        var cases = new ArrayList<HeadCase>();
        var lines = lines(resource);
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.startsWith("# ")) continue;
            var bracket = line.indexOf(" [");
            var name = line.substring(2, bracket < 0 ? line.length() : bracket);
            var words = bracket < 0 ? "" : line.substring(bracket + 2, line.length() - 1);
            cases.add(new HeadCase(
                    name,
                    words,
                    lines.get(i + 1),
                    Escaped.text(Escaped.bytes(lines.get(i + 2).substring(3)))));
        }
        return cases;
    }

    byte[] bytes() {
        return Escaped.bytes(input);
    }

    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(HeadCase.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + (words.isEmpty() ? "" : " [" + words + "]");
    }
}
