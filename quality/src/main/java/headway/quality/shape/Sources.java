package headway.quality.shape;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** All source files of the project, parsed. */
public final class Sources {
    /** In the order of the layers. */
    public static final List<String> MODULES =
            List.of("base", "testkit", "http", "wire", "language", "traffic", "operate", "app", "quality");

    private Sources() {}

    /** The project's folder: the property {@code headway.root}, else the nearest folder above that holds {@code ./dev}. */
    public static Path root() {
        var named = System.getProperty("headway.root");
        if (named != null) return Path.of(named);
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("dev")) && Files.exists(folder.resolve("pom.xml"))) return folder;
        }
        throw new IllegalStateException("not inside the project's folder; name it with -Dheadway.root=");
    }

    public static List<SourceFile> read() {
        return read(root());
    }

    static List<SourceFile> read(Path root) {
        var paths = MODULES.stream()
                .flatMap(module -> Stream.of("src/main/java", "src/test/java")
                        .map(part -> root.resolve(module).resolve(part)))
                .filter(Files::isDirectory)
                .flatMap(folder -> below(folder).stream())
                .toList();
        return parse(root, paths);
    }

    /** Every file below the folder that ends with {@code .java}, in order of names. */
    private static List<Path> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> parse(Path root, List<Path> paths) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            var trees = Trees.instance(task);
            var sources = new ArrayList<SourceFile>();
            for (var unit : task.parse()) sources.add(sourceFile(root, unit, trees));
            return List.copyOf(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile sourceFile(Path root, CompilationUnitTree unit, Trees trees) throws IOException {
        var path = Path.of(unit.getSourceFile().toUri());
        var below = root.toRealPath().relativize(path.toRealPath());
        var reader = new ShapeReader(unit, trees.getSourcePositions());
        reader.scan(unit, "");
        return new SourceFile(
                below,
                below.getName(0).toString(),
                below.startsWith(Path.of(below.getName(0).toString(), "src", "test")),
                Files.readAllLines(path),
                reader.types(),
                reader.fields(),
                reader.methods());
    }
}
