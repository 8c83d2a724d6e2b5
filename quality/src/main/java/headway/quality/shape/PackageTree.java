package headway.quality.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The tree of packages with the first sentence of each, as {@code ARCHITECTURE.md} shows it. */
public final class PackageTree {
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/", Pattern.DOTALL);
    private static final int WIDTH = 24;

    private PackageTree() {}

    public static String draw(Path root) {
        var drawn = new StringBuilder();
        for (var module : Sources.MODULES) {
            drawn.append(module).append("/\n");
            var base = root.resolve(module).resolve("src/main/java/headway").resolve(module);
            if (!Files.isDirectory(base)) continue;
            try (var files = Files.walk(base)) {
                files.filter(f -> f.endsWith("package-info.java")).sorted().forEach(f -> line(drawn, base, f));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return drawn.toString();
    }

    private static void line(StringBuilder drawn, Path base, Path packageInfo) {
        var below = base.relativize(packageInfo.getParent()).toString();
        var name = below.isEmpty() ? "." : below + "/";
        drawn.append(("  %-" + WIDTH + "s %s")
                        .formatted(name, sentence(packageInfo))
                        .stripTrailing())
                .append('\n');
    }

    private static String sentence(Path packageInfo) {
        try {
            var comment = SENTENCE.matcher(Files.readString(packageInfo));
            if (!comment.find()) return "";
            var text = comment.group(1).replaceAll("\\n\\s*\\* ?", " ").replaceAll("\\{@\\w+ ([^}]*)}", "$1");
            var end = text.indexOf(". ");
            return end < 0 ? text : text.substring(0, end + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
