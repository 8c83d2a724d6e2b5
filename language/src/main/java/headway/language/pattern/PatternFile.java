package headway.language.pattern;

import headway.language.sample.BindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file of patterns, one a line: configuration manual 7.1 on {@code -f} and 7.3.1 on {@code map}. What HAProxy was watched to do beyond that: a value ends before the blanks
 * at the end of its line, but a pattern without one keeps them; a line ends at CR or LF, and what follows a NUL in it is not seen.
 */
final class PatternFile {
    private final String name;
    private final byte[] bytes;
    private final Entries entries;
    private int[] lines = new int[16];
    private int line;

    private PatternFile(String name, byte[] bytes, boolean isMap) {
        this.name = name;
        this.bytes = bytes;
        entries = new Entries(isMap, bytes, 16);
    }

    /** Fills the list. */
    static void load(PatternList list, Path path, boolean isMap) throws BindException {
        var file = new PatternFile(list.name(), read(list.name(), path), isMap);
        file.read();
        list.load(file.entries, Arrays.copyOf(file.lines, file.entries.count()));
    }

    private static byte[] read(String name, Path path) throws BindException {
        try {
            // What is no file, such as a pipe, has no size and is read to its end or the limit.
            if (Files.size(path) > Limit.FILE) throw tooLarge(name);
            try (var in = Files.newInputStream(path)) {
                var bytes = in.readNBytes(Limit.FILE + 1);
                if (bytes.length > Limit.FILE) throw tooLarge(name);
                return bytes;
            }
        } catch (IOException e) {
            throw new BindException("failed to open pattern file <" + name + ">");
        }
    }

    private static BindException tooLarge(String name) {
        return new BindException("pattern file <" + name + "> is larger than " + Limit.FILE + " bytes");
    }

    private void read() throws BindException {
        var at = 0;
        while (at < bytes.length) {
            var end = at;
            while (end < bytes.length && bytes[end] != '\n') end++;
            line++;
            if (end - at > Limit.LINE) throw wrong("the line is longer than " + Limit.LINE + " bytes");
            line(at, visible(at, end));
            at = end + 1;
        }
    }

    /** Where what counts of a line ends. */
    private int visible(int at, int end) {
        for (var i = at; i < end; i++) if (bytes[i] == 0 || bytes[i] == '\r') return i;
        return end;
    }

    private void line(int from, int end) throws BindException {
        if (from < end && bytes[from] == '#') return;
        var at = from;
        while (at < end && isBlank(bytes[at])) at++;
        if (at == end) return;
        if (entries.count() == Limit.ENTRIES) throw wrong("there are more than " + Limit.ENTRIES + " entries");
        note();
        if (entries.isMap()) pair(at, end);
        else entries.add(Entries.slice(at, end - at), 0);
    }

    private void pair(int at, int lineEnd) {
        var keyEnd = at;
        while (keyEnd < lineEnd && !isBlank(bytes[keyEnd])) keyEnd++;
        var value = keyEnd;
        while (value < lineEnd && isBlank(bytes[value])) value++;
        var end = lineEnd;
        while (end > value && isBlank(bytes[end - 1])) end--;
        entries.add(Entries.slice(at, keyEnd - at), Entries.slice(value, end - value));
    }

    private void note() {
        var count = entries.count();
        if (count == lines.length) lines = Arrays.copyOf(lines, count * 2);
        lines[count] = line;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    private BindException wrong(String what) {
        return new BindException(what + " at line " + line + " of file '" + name + "'");
    }
}
