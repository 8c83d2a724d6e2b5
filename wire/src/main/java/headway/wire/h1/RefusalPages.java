package headway.wire.h1;

import headway.base.memory.Buffers;
import headway.http.Violation;
import java.nio.charset.StandardCharsets;

/**
 * What a client is told whose request is refused before there is a stream: HAProxy's message for the status, with what was wrong and by which rule. It
 * stands in for {@link ErrorPages} only where no error file replaces that.
 */
public final class RefusalPages {
    private static final int[] AT = new int[Violation.values().length];
    private static final int[] LENGTH = new int[AT.length];

    static {
        for (var violation : Violation.values()) {
            var sentence = "The request was refused: " + violation.sentence() + " (" + violation.rule() + ").";
            var message =
                    ErrorPages.message(ErrorPages.of(violation), ErrorPages.body(ErrorPages.of(violation), sentence));
            AT[violation.ordinal()] = Buffers.constant(message.getBytes(StandardCharsets.ISO_8859_1));
            LENGTH[violation.ordinal()] = message.length();
        }
    }

    private RefusalPages() {}

    public static int messageAt(Violation violation) {
        return AT[violation.ordinal()];
    }

    public static int messageLength(Violation violation) {
        return LENGTH[violation.ordinal()];
    }
}
