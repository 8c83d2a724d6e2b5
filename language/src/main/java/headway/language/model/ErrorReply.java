package headway.language.model;

import headway.base.diagnostic.Position;
import headway.language.syntax.Line;

/** What to answer in place of the program's own page for a status. */
public sealed interface ErrorReply {
    int status();

    /** {@code errorfile}: a whole response as it goes over the line; without content the client gets nothing at all. */
    record File(Position position, int status, String path, byte[] content) implements ErrorReply {}

    /** {@code errorloc302}, {@code errorloc303}: a redirect. */
    record Redirect(Position position, int status, int code, String location) implements ErrorReply {}

    /** {@code http-error}: as {@code http-request return} says it; the line as a whole. */
    record Rule(Line line, int status) implements ErrorReply {}
}
