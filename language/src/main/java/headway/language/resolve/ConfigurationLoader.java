package headway.language.resolve;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.lint.Drafts;
import headway.language.lint.Lints;
import headway.language.model.Configuration;
import headway.language.predicate.ConditionalBlocks;
import headway.language.predicate.Facts;
import headway.language.syntax.ConfigurationText;
import headway.language.syntax.Environment;
import headway.language.syntax.Experiments;
import headway.language.syntax.FileOrder;
import headway.language.syntax.Line;
import headway.language.syntax.LineReader;
import headway.language.syntax.RelativePaths;
import headway.language.table.HostLookup;
import headway.language.table.Reading;
import headway.language.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads configurations: texts in, the model or a list of what is wrong out. Blocks for files and look-ups. */
public final class ConfigurationLoader {
    private final Facts facts;
    private final HostLookup lookup;
    private final boolean ignoresLookupFailures;

    public ConfigurationLoader(Facts facts, HostLookup lookup, boolean ignoresLookupFailures) {
        this.facts = facts;
        this.lookup = lookup;
        this.ignoresLookupFailures = ignoresLookupFailures;
    }

    /**
     * Loads files, in order; folders are to be {@linkplain headway.language.syntax.ConfigurationFiles expanded} before.
     *
     * @param environment is changed by the files
     * @return nothing when there was an alert
     */
    public Optional<Configuration> load(List<Path> files, Environment environment, Diagnostics out) {
        var configuration = loadTexts(texts(files, out), environment, out);
        return out.has(Severity.ALERT) ? Optional.empty() : configuration;
    }

    /** The texts of files; one that cannot be read is an alert. */
    public static List<ConfigurationText> texts(List<Path> files, Diagnostics out) {
        var texts = new ArrayList<ConfigurationText>();
        for (var file : files) {
            try {
                texts.add(ConfigurationText.of(file));
            } catch (IOException e) {
                var message = "Could not open configuration file " + file + " : " + reason(e, file);
                out.add(Severity.ALERT, Code.FILE, Position.NOWHERE, message, "");
            }
        }
        return texts;
    }

    private static String reason(IOException e, Path file) {
        var message = e.getMessage();
        return message == null || message.equals(file.toString()) ? "No such file or directory" : message;
    }

    /** Loads texts that are at hand. */
    public Optional<Configuration> loadTexts(List<ConfigurationText> texts, Environment environment, Diagnostics out) {
        var before = out.all().size();
        var configuration = read(texts, environment, out);
        var failed = out.all().stream().skip(before).anyMatch(d -> d.severity() == Severity.ALERT);
        return failed ? Optional.empty() : Optional.of(configuration);
    }

    /** The model as far as the texts are understood; after an alert it serves to find more of them, and nothing else. */
    public Configuration read(List<ConfigurationText> texts, Environment environment, Diagnostics out) {
        return read(texts, environment, out, line -> {});
    }

    /** The same; each line that counts is shown to somebody before it is understood. */
    public Configuration read(
            List<ConfigurationText> texts, Environment environment, Diagnostics out, Consumer<Line> observer) {
        var order = new FileOrder();
        var paths = new RelativePaths(order);
        var reading = new Reading(out, environment, lookup, Tables.create(), paths, new Experiments(order));
        var sections = new SectionReader(reading);
        var blocks = new ConditionalBlocks(facts, environment, out, observed(sections, observer));
        var reader = new LineReader(environment, out, blocks);
        for (var text : texts) {
            order.begin(text.name());
            reader.read(text);
            blocks.endOfFile();
            sections.endOfFile();
        }
        return resolve(sections, reading);
    }

    private static LineReader.Taker observed(LineReader.Taker taker, Consumer<Line> observer) {
        return new LineReader.Taker() {
            @Override
            public void take(Line line) {
                observer.accept(line);
                taker.take(line);
            }

            @Override
            public String section() {
                return taker.section();
            }
        };
    }

    private Configuration resolve(SectionReader sections, Reading reading) {
        var out = reading.out();
        var errors = sections.errors();
        // As HAProxy: what a proxy lacks is told once all its lines are understood.
        if (!out.has(Severity.ALERT)) {
            for (var draft : sections.proxies()) Warnings.check(draft, out);
            Notices.check(sections.proxies(), out);
            Lints.check(
                    new Drafts(
                            sections.global(),
                            sections.proxies(),
                            sections.defaults().all()),
                    out);
        }
        var servers = new ServerResolver(lookup, ignoresLookupFailures, out);
        GlobalResolver.warn(sections.global(), out);
        var proxies = new ProxyResolver(sections.global(), errors, servers).resolve(sections.proxies(), out);
        var logs = new LogResolver(sections.global(), sections.logs(), servers, out).resolve(sections.proxies());
        var configuration = new Configuration(
                GlobalResolver.resolve(sections.global(), reading.environment()),
                proxies,
                errors,
                sections.userLists(),
                logs,
                reading.paths(),
                reading.experiments());
        new References(configuration, out).check();
        return configuration;
    }
}
