package headway.app;

import headway.app.dump.ConfigurationDump;
import headway.app.dump.KeywordDump;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.language.model.Configuration;
import headway.language.model.Proxy;
import headway.language.syntax.SourceLines;
import headway.operate.log.Console;
import headway.operate.process.Daemon;
import headway.operate.process.Identity;
import headway.operate.process.IdentityException;
import headway.operate.process.Kill;
import headway.operate.process.Life;
import headway.operate.process.PidFile;
import headway.operate.process.ProcessName;
import headway.operate.system.HostName;
import headway.operate.system.Libc;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the files to the end of the process: reads, checks, binds, changes its identity, tells old processes, and lives. */
final class Start {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NO_LISTENER = 2;

    private final CommandLine line;
    private final Console console;
    private final PrintStream out;
    private final String launcher;
    private SourceLines sources = new SourceLines(List.of());

    Start(CommandLine line, Console console, PrintStream out, String launcher) {
        this.line = line;
        this.console = console;
        this.out = out;
        this.launcher = launcher;
    }

    /** Returns the exit code. */
    int run() throws InterruptedException, CommandLineException {
        if (!changeDirectory()) return FAILED;
        try {
            return read();
        } catch (OutOfMemoryError e) {
            // What was read is given up by now, so there is room for this.
            if (!String.valueOf(e.getMessage()).contains("heap")) throw e;
            var megabytes = Runtime.getRuntime().maxMemory() >> 20;
            console.alert("config : the configuration and its files need more memory than the " + megabytes
                    + " MB that the heap may have; HEADWAY_JVM_OPTIONS=-Xmx" + megabytes * 4 + "m would give more.");
            return FAILED;
        }
    }

    private int read() throws InterruptedException, CommandLineException {
        var diagnostics = new Diagnostics();
        var texts = Loading.texts(line, diagnostics);
        var dump = new ConfigurationDump(line.key());
        var loaded = Loading.read(line, texts, diagnostics, line.has(Option.DUMP_CONFIGURATION) ? dump::line : _ -> {});
        dump.print(out);
        // Also after an alert: a file is told all that is wrong with it in one run.
        var plan = Plan.of(loaded, diagnostics);
        sources = new SourceLines(texts);
        if (line.value(Option.FORMAT, "").equals("json")) return json(loaded, diagnostics);
        var report = new DiagnosticReport(console, line.has(Option.DIAGNOSE), sources);
        return run(plan, diagnostics, report);
    }

    private int json(Configuration loaded, Diagnostics diagnostics) {
        var exit = exit(loaded, diagnostics);
        new JsonReport(out, sources).print(diagnostics, exit);
        return exit;
    }

    /** What a check ends with. */
    private int exit(Configuration loaded, Diagnostics diagnostics) {
        if (diagnostics.has(Severity.ALERT) || isStrict(loaded) && diagnostics.has(Severity.WARNING)) return FAILED;
        return listens(loaded) ? DONE : NO_LISTENER;
    }

    private boolean isStrict(Configuration loaded) {
        return line.has(Option.ZERO_WARNING)
                || loaded.global().process().runMode().zeroWarning();
    }

    private int run(Plan plan, Diagnostics diagnostics, DiagnosticReport report) throws InterruptedException {
        var loaded = plan.configuration();
        var settings = loaded.global().process();
        if (settings.runMode().quiet() && !line.has(Option.VERBOSE)) console.silence();
        var isWrong = diagnostics.has(Severity.ALERT);
        if (!isWrong && goesToBackground(loaded) && !line.has(Option.CHECK) && !Daemon.isChild(System.getenv()))
            return daemon();
        report.print(diagnostics);
        if (isWrong) return report.fatal(diagnostics);
        if (isStrict(loaded) && diagnostics.has(Severity.WARNING)) {
            console.alert("config : Some warnings were found and 'zero-warning' is set. Aborting.");
            return FAILED;
        }
        var identity = identity(loaded);
        if (identity == null) return FAILED;
        if (line.has(Option.LIBRARIES)) LoadedLibraries.print(out);
        if (line.has(Option.KEYWORDS)) KeywordDump.print(line.value(Option.KEYWORDS, ""), out);
        if (line.has(Option.CHECK)) return checked(loaded, diagnostics);
        if (!listens(loaded)) {
            console.alert(
                    "[" + launcher + ".main()] No enabled listener found (check for 'bind' directives) ! Exiting.");
            return FAILED;
        }
        return live(plan, diagnostics, identity);
    }

    /** A real change of directory: the JVM passes relative paths to the system as they are. */
    private boolean changeDirectory() {
        var directory = line.value(Option.DIRECTORY, "");
        if (directory.isEmpty()) return true;
        var result = new Libc().callWithText("chdir", directory);
        if (result == 0) return true;
        console.alert("Could not change to directory " + directory + " : " + Libc.message(-result));
        return false;
    }

    private boolean goesToBackground(Configuration configuration) {
        if (line.has(Option.FOREGROUND) || line.has(Option.DEBUG)) return false;
        return line.has(Option.DAEMON)
                || configuration.global().process().runMode().daemon();
    }

    private int daemon() {
        try {
            return new Daemon(new Libc()).launch();
        } catch (IOException e) {
            console.alert("[" + launcher + ".main()] Cannot fork: " + e.getMessage());
            return FAILED;
        }
    }

    private int checked(Configuration configuration, Diagnostics diagnostics) {
        if (!listens(configuration)) {
            say("Configuration file has no error but will not start (no listener) => exit(2).");
            return NO_LISTENER;
        }
        if (!line.has(Option.VERBOSE)) return DONE;
        if (diagnostics.has(Severity.WARNING)) say("Warnings were found.");
        say("Configuration file is valid");
        return DONE;
    }

    private void say(String text) {
        if (!line.has(Option.QUIET)) out.print(text + "\n");
    }

    private static boolean listens(Configuration configuration) {
        // As watched: a socket of the runtime API is a listener too.
        if (!configuration.global().stats().sockets().isEmpty()) return true;
        var forwards = configuration.logs().forwards().stream();
        return forwards.anyMatch(
                        log -> !log.binds().isEmpty() || !log.datagramBinds().isEmpty())
                || configuration.proxies().stream()
                        .filter(proxy -> !proxy.disabled())
                        .map(Proxy::front)
                        .anyMatch(front -> !front.binds().isEmpty());
    }

    private int live(Plan plan, Diagnostics diagnostics, Identity identity) throws InterruptedException {
        var libc = new Libc();
        var settings = plan.configuration().global().process();
        var options = line.processOptions(HostName.text());
        var allowed = new Allowance(console, launcher, settings).of(libc, plan.configuration(), options);
        if (allowed < 0) return FAILED;
        ProcessName.take(launcher);
        var life = new Life(console, settings.ending().hardStopAfterNanos());
        life.listen();
        var started = diagnostics.all().size();
        var running = Wiring.start(plan, options, console, diagnostics, allowed);
        if (diagnostics.all().size() > started)
            new DiagnosticReport(console, false, sources).printFrom(diagnostics, started);
        if (running == null) {
            console.alert("[" + launcher + ".main()] Some protocols failed to start their listeners! Exiting.");
            return FAILED;
        }
        if (!settle(libc, plan.configuration(), identity)) return FAILED;
        if (line.has(Option.DEBUG) || line.has(Option.VERBOSE))
            say("Using " + engine() + "() as the polling mechanism.");
        life.await(running);
        return DONE;
    }

    private String engine() {
        return VersionText.isLinux() && !line.has(Option.NO_EPOLL) ? "epoll" : "nio";
    }

    /** All is bound: the process file, old processes, another identity, and the terminal's peace. */
    private boolean settle(Libc libc, Configuration configuration, Identity identity) {
        var settings = configuration.global().process();
        var background = goesToBackground(configuration);
        var file = line.value(Option.PID_FILE, settings.pidFile() == null ? "" : settings.pidFile());
        try {
            if (background && !file.isEmpty())
                PidFile.write(Path.of(file), ProcessHandle.current().pid());
        } catch (IOException e) {
            console.alert("[" + launcher + ".main()] Cannot create pidfile " + file);
            return false;
        }
        Kill.USR1.send(libc, line.finish());
        Kill.TERM.send(libc, line.terminate());
        try {
            identity.assume(libc);
        } catch (IdentityException e) {
            console.alert("[" + launcher + ".main()] " + e.getMessage());
            return false;
        }
        var ready = System.getenv(Daemon.VARIABLE);
        if (background && ready != null) {
            console.silence();
            new Daemon(libc).ready(Integer.parseInt(ready));
        }
        return true;
    }

    /** Who the process is to become; a name that the system does not know is an alert. */
    private @Nullable Identity identity(Configuration configuration) {
        var wanted = configuration.global().process().identity();
        try {
            return Identity.of(wanted.user(), wanted.group(), wanted.chroot());
        } catch (IdentityException e) {
            console.alert("config : " + e.getMessage());
            return null;
        }
    }
}
