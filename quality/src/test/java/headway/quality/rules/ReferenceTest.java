package headway.quality.rules;

import static org.assertj.core.api.Assertions.assertThat;

import headway.quality.reference.Reference;
import headway.quality.shape.Sources;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReferenceTest {
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
