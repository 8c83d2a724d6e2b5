package headway.language.table;

import headway.language.draft.GlobalDraft;
import headway.language.syntax.Mistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code h1-case-adjust-file}: two field names a line, in small letters and as they are to be written. */
final class CaseFile {
    private CaseFile() {}

    static void read(GlobalDraft global, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'h1-case-adjust-file' expects <file> as an argument.");
        var name = words.next();
        words.end();
        var names = new TreeMap<String, String>();
        try {
            for (var line : Files.readAllLines(words.file(name), StandardCharsets.ISO_8859_1))
                if (!line.isBlank() && !line.strip().startsWith("#")) pair(line.strip(), names, words);
        } catch (IOException e) {
            throw words.mistake("'h1-case-adjust-file' : unable to open file '" + name + "'.");
        }
        global.adjustCaseByFile(names);
    }

    private static void pair(String line, Map<String, String> names, Arguments words) throws Mistake {
        var pair = line.split("[ \t]+");
        if (pair.length != 2) throw words.mistake("'h1-case-adjust-file' : '" + line + "' is not two header names.");
        if (!pair[0].equals(pair[0].toLowerCase(Locale.ROOT)))
            throw words.mistake("'h1-case-adjust-file' : header name '" + pair[0] + "' must be in lower case.");
        if (!pair[0].equalsIgnoreCase(pair[1]))
            throw words.mistake("'h1-case-adjust-file' : header names '" + pair[0] + "' and '" + pair[1]
                    + "' differ by more than their case.");
        if (names.putIfAbsent(pair[0], pair[1]) != null)
            throw words.mistake("'h1-case-adjust-file' : header name '" + pair[0] + "' is already adjusted.");
    }
}
