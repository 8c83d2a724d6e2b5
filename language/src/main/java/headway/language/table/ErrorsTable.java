package headway.language.table;

import headway.language.draft.ErrorsDraft;
import java.util.List;

/** Sections {@code http-errors}. */
final class ErrorsTable {
    static final List<Directive<ErrorsDraft>> TABLE = List.of(Entry.<ErrorsDraft>entry(
                    "errorfile", "A file that holds a whole response; of two for a status the last counts.")
            .in(Section.ONLY_ERRORS)
            .example("errorfile 503 /dev/null")
            .reads("<status> <file>", (errors, words) -> {
                var file = ReplyTable.file(words);
                errors.files.put(file.status(), file);
            }));

    private ErrorsTable() {}
}
