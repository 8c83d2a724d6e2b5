package headway.quality.compare;

import headway.testkit.RawConnection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What both sides saw, written with escapes. The sentences of error pages are left out, which are Headway's own, and so is
 * where one chunk ends and the next begins, which depends on how bytes came and on the buffers.
 */
record Outcome(String client, String clientEnd, String server, String serverEnd, String log, String stat) {
    private static final Pattern PAGE = Pattern.compile(
            "(?i)content-length: \\d+(\r\ncache-control: no-cache\r\n(?:[^\r\n]+\r\n)*\r\n)<html>.*?</html>\n",
            Pattern.DOTALL);

    /** The same for HEAD, whose page is only announced. */
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?i)content-length: \\d+(\r\ncache-control: no-cache\r\n)");

    static Outcome of(RawConnection client, List<RawConnection> server, List<String> log, String stat) {
        return new Outcome(
                Escapes.written(Chunks.joined(withoutPages(client.received()))),
                end(client),
                server.stream()
                        .map(c -> Escapes.written(Chunks.joined(c.received())))
                        .collect(Collectors.joining(" | ")),
                server.stream().map(Outcome::end).collect(Collectors.joining(" | ")),
                String.join(" | ", log),
                stat);
    }

    String of(Aspect aspect) {
        return switch (aspect) {
            case CLIENT -> client;
            case CLIENT_END -> clientEnd;
            case SERVER -> server;
            case SERVER_END -> serverEnd;
            case LOG -> log;
            case STAT -> stat;
        };
    }

    static String withoutPages(String received) {
        Matcher matcher = PAGE.matcher(received);
        String bodies =
                matcher.replaceAll(found -> Matcher.quoteReplacement("content-length: N" + found.group(1) + "[page]"));
        return ANNOUNCED.matcher(bodies).replaceAll("content-length: N$1");
    }

    private static String end(RawConnection connection) {
        return connection.ending().name().toLowerCase(Locale.ROOT);
    }
}
