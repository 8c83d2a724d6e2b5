package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;

import headway.language.sample.FetchEntry;
import headway.language.sample.Figure;
import headway.language.sample.Reader;
import headway.language.sample.SampleType;
import headway.language.sample.Source;
import java.util.Locale;

/** Entries that give one figure of the stream as it is. */
final class FigureFetch {
    private FigureFetch() {}

    /** A number. Its example is made of the figure's name. */
    static FetchEntry number(String name, Source source, Figure figure, String summary) {
        return fetch(name, SampleType.SINT, source)
                .summary(summary)
                .example(name, given(figure, 7, source), "7")
                .binds(number(figure));
    }

    static FetchEntry truth(String name, Source source, Figure figure, String summary) {
        return fetch(name, SampleType.BOOL, source)
                .summary(summary)
                .example(name, given(figure, 1, source), "1")
                .example(name, given(figure, 0, source), "0")
                .binds((scope, out) -> {
                    var value = scope.figure(figure);
                    return value != Figure.ABSENT && out.bool(value != 0);
                });
    }

    static Reader number(Figure figure) {
        return (scope, out) -> {
            var value = scope.figure(figure);
            return value != Figure.ABSENT && out.integer(value);
        };
    }

    /** What an example says of its stream; a response where the place must have one. */
    static String given(Figure figure, long value, Source source) {
        var fact = figure.name().toLowerCase(Locale.ROOT).replace('_', '-') + "=" + value;
        return switch (source) {
            case SERVER, SERVER_ADDRESS, RESPONSE_BUFFER, RESPONSE_HEAD, RESPONSE_LINE -> "HTTP/1.1 200 OK\n" + fact;
            case CONSTANT, INTERNAL, CLIENT, BACKEND, REQUEST_BUFFER, REQUEST_HEAD, REQUEST_LINE -> fact;
        };
    }
}
