package headway.base.catalog;

import java.util.List;

/** An entry in a table: one name that a configuration, an expression or the runtime API may say. */
public interface Keyword {
    /** As it is written; several words with one blank between them where several make the name ({@code timeout client}). */
    String name();

    /** One sentence for the reference. */
    String summary();

    /** Each runs as a test. */
    List<String> examples();
}
