package headway.quality.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import headway.quality.shape.PackageTree;
import headway.quality.shape.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents say of the project is true, as far as a machine can tell. */
class DocumentTest {
    private static final Path ROOT = Sources.root();
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");
    private static final Pattern VERB = Pattern.compile("\\./dev ([a-z]+)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        var broken = new Broken("a link of a document leads to a file of the project: mend or remove it");
        for (var document : documents()) {
            var links = LINK.matcher(CODE.matcher(Files.readString(document)).replaceAll(""));
            while (links.find()) {
                var target = links.group(1);
                if (target.contains(":") || Files.exists(document.resolveSibling(target))) continue;
                broken.at(ROOT.relativize(document).toString(), "links to " + target);
            }
        }
        broken.assertNone();
    }

    @Test
    void theIndexLeadsToEveryPage() throws IOException {
        var index = ROOT.resolve("docs/README.md");
        var named = LINK.matcher(Files.readString(index))
                .results()
                .map(link -> index.resolveSibling(link.group(1)))
                .toList();
        var broken = new Broken("docs/README.md names every page under docs/ and what it answers: add a line there");
        for (var document : documents())
            if (document.startsWith(ROOT.resolve("docs")) && !document.equals(index) && !named.contains(document))
                broken.at(ROOT.relativize(document).toString(), "is not named");
        broken.assertNone();
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("(docs/README.md)");
    }

    @Test
    void everyVerbThatIsNamedExists() throws IOException {
        var dev = Files.readString(ROOT.resolve("dev"));
        var broken = new Broken("documents name verbs of ./dev that exist; ./dev help lists them");
        for (var document : documents()) {
            var verbs = VERB.matcher(Files.readString(document));
            while (verbs.find()) {
                if (dev.contains("\n  " + verbs.group(1) + " ")) continue;
                broken.at(ROOT.relativize(document).toString(), verbs.group());
            }
        }
        broken.assertNone();
    }

    @Test
    void theArchitectureShowsThePackagesThatAre() throws IOException {
        var architecture = ROOT.resolve("ARCHITECTURE.md");
        assumeThat(architecture).exists();
        assertThat(Files.readString(architecture))
                .as(
                        "ARCHITECTURE.md holds the tree of packages in a code block: put the output of './dev shape tree' there")
                .contains(PackageTree.draw(ROOT));
    }

    @Test
    void noDocumentNamesAPathOfOneMachine() throws IOException {
        var broken = new Broken("documents speak of the project's own paths");
        for (var document : documents()) {
            var text = Files.readString(document);
            for (var path : List.of("/work/", "/root/")) {
                if (text.contains(path)) broken.at(ROOT.relativize(document).toString(), "names " + path);
            }
        }
        broken.assertNone();
    }

    private static List<Path> documents() throws IOException {
        try (var files = Files.walk(ROOT, 6)) {
            return files.filter(f -> f.toString().endsWith(".md"))
                    .filter(f ->
                            !f.toString().contains("/target/") && !f.toString().contains("/.git/"))
                    .sorted()
                    .toList();
        }
    }
}
