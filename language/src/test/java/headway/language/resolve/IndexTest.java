package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.catalog.Catalog;
import headway.language.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The indexes that tell which table a name is in; {@code ./dev golden} rewrites them. */
class IndexTest {
    @Test
    void theIndexesNameEveryEntry() throws IOException {
        var tables = Tables.create();
        Map<String, Catalog<?>> catalogs = Map.of(
                "global", tables.global(),
                "proxy", tables.proxy(),
                "bind-options", tables.bind(),
                "server-options", tables.server(),
                "http-errors", tables.errors(),
                "userlist", tables.userLists(),
                "ring", tables.ring(),
                "log-forward", tables.logForward(),
                "log-profile", tables.logProfile());
        for (var catalog : catalogs.entrySet()) {
            var file = folder().resolve(catalog.getKey() + ".index");
            var index = catalog.getValue().makeIndex();
            if ("write".equals(System.getProperty("headway.golden"))) Files.writeString(file, index);
            assertThat(index).as("%s: run ./dev golden", file).isEqualTo(Files.readString(file));
        }
    }

    private static Path folder() {
        var root = System.getProperty("headway.root");
        var here = Path.of("src/main/resources/headway/language/table");
        if (root != null) return Path.of(root, "language").resolve(here);
        return Files.isDirectory(here) ? here : Path.of("language").resolve(here);
    }
}
