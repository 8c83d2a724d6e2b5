package headway.operate.stats;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of {@code show stat}; columns that mean nothing for its kind are left out. */
public final class Row {
    /** Whose line it is; the numbers are those of the column {@code type} and, as bits, of the command's second selector. */
    public enum Kind {
        FRONTEND('F', "Frontend"),
        BACKEND('B', "Backend"),
        SERVER('S', "Server"),
        LISTENER('L', "Listener");

        private final char letter;
        private final String word;

        Kind(char letter, String word) {
            this.letter = letter;
            this.word = word;
        }

        char letter() {
            return letter;
        }

        String word() {
            return word;
        }
    }

    /** A value with the tags that it has here. */
    record Cell(String tags, String text) {}

    private final Kind kind;
    private final int proxy;
    private final int number;
    private final Map<Column, Cell> cells = new EnumMap<>(Column.class);

    Row(Kind kind, int proxy, int number) {
        this.kind = kind;
        this.proxy = proxy;
        this.number = number;
    }

    Kind kind() {
        return kind;
    }

    int proxy() {
        return proxy;
    }

    /** The server's or listener's number; 0 for the others. */
    int number() {
        return number;
    }

    @Nullable
    Cell cell(Column column) {
        return cells.get(column);
    }

    public String text(Column column) {
        var cell = cells.get(column);
        return cell == null ? "" : cell.text();
    }

    void put(Column column, long value) {
        cells.put(column, new Cell(column.tags(), Long.toString(value)));
    }

    void put(Column column, String value) {
        cells.put(column, new Cell(column.tags(), value));
    }

    /** {@code stats calculate-max-counters off}: what would tell the highest value there has been is 0. */
    void clearMaxima() {
        for (var cell : cells.entrySet()) {
            if (cell.getKey().isMaximum())
                cell.setValue(new Cell(cell.getValue().tags(), "0"));
        }
    }

    /** With tags that differ from the column's usual ones. */
    void tagged(Column column, String tags, long value) {
        cells.put(column, new Cell(tags, Long.toString(value)));
    }
}
