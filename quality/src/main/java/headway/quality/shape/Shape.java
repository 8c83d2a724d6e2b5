package headway.quality.shape;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/** {@code ./dev shape}: sizes of files and methods of each module beside the limits, and the largest of all. */
public final class Shape {
    private static final int SHOWN = 10;

    private Shape() {}

    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("tree")) {
            System.out.print(PackageTree.draw(Sources.root()));
            return;
        }
        var main = Sources.read().stream().filter(s -> !s.isTest()).toList();
        print(main, System.out);
    }

    static void print(List<SourceFile> files, PrintStream out) {
        out.printf(
                "%-10s %6s %7s | file lines: median 95%% longest | method lines: 95%% longest%n",
                "module", "files", "lines");
        for (var module : Sources.MODULES) {
            row(module, files.stream().filter(f -> f.module().equals(module)).toList(), out);
        }
        row("all", files, out);
        out.printf(
                "%-26s | %18d %3d %7d | %17d %7d%n",
                "limit",
                Limits.FILE_MEDIAN,
                Limits.FILE_MOST,
                Limits.FILE_LONGEST,
                Limits.METHOD_MOST,
                Limits.METHOD_LONGEST);
        longest(files, out);
    }

    private static void row(String name, List<SourceFile> files, PrintStream out) {
        var sizes = new Sizes(files.stream().mapToInt(f -> f.lines().size()));
        var methods =
                new Sizes(files.stream().flatMap(f -> f.methods().stream()).mapToInt(Method::lines));
        out.printf(
                "%-10s %6d %7d | %18d %3d %7d | %17d %7d%n",
                name,
                sizes.count(),
                sizes.total(),
                sizes.percentile(50),
                sizes.percentile(95),
                sizes.largest(),
                methods.percentile(95),
                methods.largest());
    }

    private static void longest(List<SourceFile> files, PrintStream out) {
        out.println("\nlongest files");
        files.stream()
                .sorted(Comparator.comparingInt((SourceFile f) -> -f.lines().size()))
                .limit(SHOWN)
                .forEach(f -> out.printf("  %4d  %s%n", f.lines().size(), f.path()));
        out.println("longest methods");
        files.stream()
                .flatMap(f -> f.methods().stream().map(m -> new Place(f, m)))
                .sorted(Comparator.comparingInt((Place p) -> -p.method().lines()))
                .limit(SHOWN)
                .forEach(p -> out.printf(
                        "  %4d  %s %s%n",
                        p.method().lines(),
                        p.file().at(p.method().line()),
                        p.method().name()));
    }

    private record Place(SourceFile file, Method method) {}
}
