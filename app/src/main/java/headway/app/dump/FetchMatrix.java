package headway.app.dump;

import headway.language.sample.FetchEntry;
import headway.language.sample.Place;
import headway.language.sample.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sample fetches with a matrix of the places in which they can have a value. */
final class FetchMatrix {
    /** A place of HAProxy's, on one side of a proxy, and the place here that has the same to look at. */
    private record Column(String title, boolean isFrontend, Place place) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("frontend tcp-request connection rule", true, Place.TCP_CONNECTION),
            new Column("frontend tcp-request session rule", true, Place.TCP_SESSION),
            new Column("frontend tcp-request content rule", true, Place.TCP_CONTENT),
            new Column("frontend http-request header rule", true, Place.HTTP_REQUEST),
            new Column("frontend http-request body rule", true, Place.HTTP_REQUEST),
            new Column("frontend use-backend rule", true, Place.USE_BACKEND),
            new Column("backend tcp-request content rule", false, Place.TCP_CONTENT),
            new Column("backend http-request header rule", false, Place.HTTP_REQUEST),
            new Column("backend http-request body rule", false, Place.HTTP_REQUEST),
            new Column("backend use-server, balance or stick-match rule", false, Place.USE_SERVER),
            new Column("server source selection", false, Place.USE_SERVER),
            new Column("backend tcp-response content rule", false, Place.TCP_RESPONSE),
            new Column("backend http-response header rule", false, Place.HTTP_RESPONSE),
            new Column("backend http-response body rule", false, Place.HTTP_RESPONSE),
            new Column("backend stick-store rule", false, Place.HTTP_RESPONSE),
            new Column("frontend tcp-response content rule", true, Place.TCP_RESPONSE),
            new Column("frontend http-response header rule", true, Place.HTTP_RESPONSE),
            new Column("frontend http-response body rule", true, Place.HTTP_RESPONSE),
            new Column("logs", true, Place.LOG));

    /** The last columns, for which there is no place here. */
    private static final List<String> OTHERS = List.of("backend tcp-check rule", "configuration parser", "CLI parser");

    /** What a request says cannot be asked where there is none. */
    private static final Set<Source> REQUEST =
            EnumSet.of(Source.REQUEST_BUFFER, Source.REQUEST_HEAD, Source.REQUEST_LINE);

    private FetchMatrix() {}

    static Stream<String> lines(List<FetchEntry> entries) {
        var sorted =
                entries.stream().sorted(Comparator.comparing(FetchEntry::name)).map(FetchMatrix::line);
        return Stream.concat(head().stream(), sorted);
    }

    /** A staircase of titles that leads down to the columns. */
    private static List<String> head() {
        var titles = Stream.concat(COLUMNS.stream().map(Column::title), OTHERS.stream())
                .toList();
        var lines = new ArrayList<String>();
        for (var i = 0; i < titles.size(); i++) {
            var left = titles.size() - 1 - i;
            lines.add("#  " + " ".repeat(left) + "/ ".repeat(i) + "_." + "-".repeat(left + 1) + " " + titles.get(i));
        }
        lines.add("# " + "/ ".repeat(titles.size()) + " ");
        lines.add("# " + "| ".repeat(titles.size()));
        return lines;
    }

    private static String line(FetchEntry entry) {
        var line = new StringBuilder("[ ");
        for (var column : COLUMNS) line.append(isIn(entry.source(), column) ? "Y " : ". ");
        line.append(REQUEST.contains(entry.source()) ? ". " : "Y ");
        line.append(entry.source() == Source.INTERNAL ? "Y . " : ". . ");
        var arguments = entry.types().isEmpty() ? "" : "(" + entry.types() + ")";
        return line + "] " + entry.name() + arguments + ": " + entry.type().word();
    }

    private static boolean isIn(Source source, Column column) {
        return source.isIn(column.place, !column.isFrontend);
    }
}
