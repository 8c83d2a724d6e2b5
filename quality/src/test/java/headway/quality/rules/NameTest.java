package headway.quality.rules;

import headway.quality.shape.SourceFile;
import headway.quality.shape.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names say what a thing is. */
class NameTest {
    private static final List<SourceFile> ALL = Sources.read();
    private static final Set<String> EMPTY_FOLDERS =
            Set.of("util", "utils", "common", "impl", "helper", "helpers", "manager", "managers", "misc");
    private static final Pattern EMPTY_TYPE =
            Pattern.compile("(Abstract|Base|Default)[A-Z].*|.*(Impl|Utils?|Helpers?|Manager|Common)");

    /** HAProxy's own words, the section {@code defaults}, {@code default-server}, {@code default_backend}, and systemd's. */
    private static final Set<String> DOMAIN =
            Set.of("DefaultServer", "DefaultBackend", "DefaultsSection", "ServiceManager");

    @Test
    void foldersAreNounsOfTheDomain() {
        var broken = new Broken("a folder is named for what is in it: a noun of HAProxy's manual or of the RFC");
        for (var file : ALL) {
            for (Path part : file.path()) {
                if (EMPTY_FOLDERS.contains(part.toString())) broken.at(file.at(1), "lies in " + part);
            }
        }
        broken.assertNone();
    }

    @Test
    void typesAreNamedForWhatDiffers() {
        var broken =
                new Broken("with one implementation there is no interface; with several, the name says what differs");
        for (var file : ALL) {
            for (var type : file.types()) {
                if (EMPTY_TYPE.matcher(type).matches() && !DOMAIN.contains(type)) broken.at(file.at(1), type);
            }
        }
        broken.assertNone();
    }

    @Test
    void nothingIsGotten() {
        var broken = new Broken("a method that answers is named for the answer: name(), not getName()");
        var getter = Pattern.compile("get[A-Z].*");
        for (var file : ALL) {
            for (var method : file.methods()) {
                if (getter.matcher(method.name()).matches() && !method.isOverride()) {
                    broken.at(file.at(method.line()), method.name());
                }
            }
        }
        broken.assertNone();
    }

    @Test
    void aTestIsASentence() {
        var broken = new Broken("a test's name is a sentence: lastFieldIsTakenWhenNoPositionIsGiven");
        var sentence = Pattern.compile("(?!test[A-Z0-9])[a-z]\\w*[A-Z0-9]\\w*[A-Z0-9]\\w*");
        for (var file : ALL) {
            for (var method : file.methods()) {
                if (method.isTest() && !sentence.matcher(method.name()).matches()) {
                    broken.at(file.at(method.line()), method.name());
                }
            }
        }
        broken.assertNone();
    }
}
