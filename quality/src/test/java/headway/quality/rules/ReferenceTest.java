package headway.quality.rules;

import static org.assertj.core.api.Assertions.assertThat;

import headway.quality.reference.Reference;
import headway.quality.shape.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {
    @Test
    void whatIsMissingOrChangedIsTold(@TempDir Path folder) throws IOException {
        for (var page : Reference.pages().entrySet()) Files.writeString(folder.resolve(page.getKey()), page.getValue());
        assertThat(Reference.stale(folder)).isEmpty();
        Files.writeString(folder.resolve("bind.md"), "old");
        Files.delete(folder.resolve("headway.schema.json"));
        assertThat(Reference.stale(folder)).containsExactly("bind.md", "headway.schema.json");
    }

    @Test
    void theReferenceSaysWhatTheTablesSay() throws IOException {
        for (var page : Reference.pages().entrySet()) {
            var file = Sources.root().resolve("docs/reference").resolve(page.getKey());
            assertThat(file)
                    .as("run ./dev reference and commit what it writes")
                    .exists()
                    .hasContent(page.getValue());
        }
    }
}
