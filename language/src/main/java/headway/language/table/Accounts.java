package headway.language.table;

import headway.language.syntax.Mistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Numbers of users and groups by their names, from the system's files. */
final class Accounts {
    private Accounts() {}

    static int user(String name, Arguments words) throws Mistake {
        return number(Path.of("/etc/passwd"), name, words, "user");
    }

    static int group(String name, Arguments words) throws Mistake {
        return number(Path.of("/etc/group"), name, words, "group");
    }

    /** In both files the name is the first field and the number the third. */
    private static int number(Path file, String name, Arguments words, String kind) throws Mistake {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            var line = lines.filter(l -> l.startsWith(name + ":")).findFirst();
            if (line.isPresent()) return Integer.parseInt(line.get().split(":", -1)[2]);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw words.mistake("'" + words.keyword() + "' : cannot read " + file);
        }
        throw words.mistake("'" + words.keyword() + "' : cannot find " + kind + " id for '" + name + "'");
    }
}
