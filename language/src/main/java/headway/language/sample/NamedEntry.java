package headway.language.sample;

import headway.base.catalog.Keyword;
import java.util.List;

/** What fetches, converters and actions say of themselves beyond a keyword. */
public interface NamedEntry extends Keyword {
    /** Each of them runs as a test. */
    List<Example> uses();

    @Override
    default List<String> examples() {
        return uses().stream().map(Example::use).toList();
    }

    /** The arguments as a manual writes them; empty when there are none. */
    String syntax();

    /** The types of the arguments, such as {@code string[,integer]}; empty when there are none. */
    default String types() {
        return "";
    }
}
