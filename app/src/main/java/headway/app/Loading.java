package headway.app;

import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.language.model.Configuration;
import headway.language.model.LogFormat;
import headway.language.resolve.ConfigurationLoader;
import headway.language.resolve.SystemLookup;
import headway.language.syntax.ConfigurationFiles;
import headway.language.syntax.ConfigurationText;
import headway.language.syntax.Environment;
import headway.language.syntax.Line;
import headway.operate.system.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the files that the command line names. */
final class Loading {
    private Loading() {}

    /**
     * @return nothing after an alert
     * @throws CommandLineException when a file cannot be found, or folders have nothing in them
     */
    static Optional<Configuration> load(CommandLine line, Diagnostics diagnostics) throws CommandLineException {
        var configuration = read(line, texts(line, diagnostics), diagnostics, word -> {});
        return diagnostics.has(Severity.ALERT) ? Optional.empty() : Optional.of(configuration);
    }

    /**
     * The texts of the files.
     *
     * @throws CommandLineException when a file cannot be found, or folders have nothing in them
     */
    static List<ConfigurationText> texts(CommandLine line, Diagnostics diagnostics) throws CommandLineException {
        return ConfigurationLoader.texts(files(line.files()), diagnostics);
    }

    /** What they mean, as far as they are understood. */
    static Configuration read(
            CommandLine line, List<ConfigurationText> texts, Diagnostics diagnostics, Consumer<Line> observer) {
        var environment = Environment.of(System.getenv(), VersionText.VERSION);
        LogFormat.variables().forEach(environment::set);
        environment.set("HAPROXY_LOCALPEER", line.value(Option.PEER, HostName.text()));
        environment.set(
                "HAPROXY_CFGFILES", texts.stream().map(ConfigurationText::name).collect(Collectors.joining(";")));
        var loader = new ConfigurationLoader(
                ConditionCheck.facts(line), new SystemLookup(), line.has(Option.IGNORE_UNRESOLVED));
        return loader.read(texts, environment, diagnostics, observer);
    }

    private static List<Path> files(List<Path> given) throws CommandLineException {
        for (var path : given)
            if (!Files.exists(path))
                throw new CommandLineException(
                        "config : Cannot open configuration file/directory " + path + " : No such file or directory");
        try {
            var files = ConfigurationFiles.expand(given);
            // HAProxy: folders without a file in them are as good as no file at all.
            if (files.isEmpty()) throw CommandLineException.ofUsage("there is no *.cfg in the folders of -f.");
            return files;
        } catch (IOException e) {
            throw new CommandLineException("config : Cannot open configuration file/directory " + e.getMessage());
        }
    }
}
