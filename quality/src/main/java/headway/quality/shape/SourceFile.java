package headway.quality.shape;

import java.nio.file.Path;
import java.util.List;

/**
 * One source file and what is in it.
 *
 * @param path below the project's folder
 * @param module the Maven module it lies in
 * @param isTest true below {@code src/test}
 * @param types the simple names of the classes it declares
 */
public record SourceFile(
        Path path,
        String module,
        boolean isTest,
        List<String> lines,
        List<String> types,
        List<Field> fields,
        List<Method> methods) {

    public String name() {
        return path.getFileName().toString();
    }

    /** The place of a line, in the form that editors and terminals make a link of. */
    public String at(int line) {
        return path + ":" + line;
    }
}
