package headway.base.catalog;

import java.util.List;

/**
 * The tables of one catalog. {@link #table} is a switch that names one class a subject, so that a class is initialised only when one of its names is
 * asked for.
 */
public interface Subjects<K extends Keyword> {
    /** All subjects. */
    List<String> all();

    /** The entries of a subject, in the order of its file. */
    List<K> table(String subject);
}
