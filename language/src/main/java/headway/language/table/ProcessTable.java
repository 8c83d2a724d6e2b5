package headway.language.table;

import headway.language.draft.GlobalDraft;
import headway.language.draft.GlobalDraft.Flag;
import headway.language.draft.GlobalDraft.Number;
import headway.language.draft.GlobalDraft.Text;
import headway.language.draft.GlobalDraft.Time;
import headway.language.syntax.Mistake;
import headway.language.syntax.RelativePaths.Base;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code global}: how the process runs, and as whom. */
final class ProcessTable {
    private static final int MOST_THREADS = 1024;
    private static final int MOST_GROUPS = 16;

    static final List<Directive<GlobalDraft>> TABLE = List.of(
            Entry.<GlobalDraft>entry("nbthread", "How many event loops there are.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("one a core")
                    .example("nbthread 2")
                    .reads("<number>", ProcessTable::threads),
            Entry.<GlobalDraft>entry(
                            "thread-hard-limit", "How many event loops there are at most, whatever nbthread says.")
                    .in(Section.ONLY_GLOBAL)
                    .example("nbthread 4\nthread-hard-limit 1")
                    .takes(Forms.integer(1, MOST_THREADS), (global, n) -> global.set(Number.THREAD_LIMIT, n)),
            number(
                    "maxconn",
                    "How many client connections the process takes at a time.",
                    "what the descriptors allow",
                    Number.MAX_CONNECTIONS),
            number(
                    "maxconnrate",
                    "How many client connections the process accepts in a second; more wait in the system's queue.",
                    "unlimited",
                    Number.CONNECTION_RATE),
            number(
                    "maxsessrate",
                    "How many clients the process lets past the rules of connections in a second; more wait in the system's queue.",
                    "unlimited",
                    Number.SESSION_RATE),
            number(
                    "ulimit-n",
                    "How many descriptors the process may have.",
                    "what maxconn needs",
                    Number.DESCRIPTOR_LIMIT),
            number(
                    "fd-hard-limit",
                    "How many descriptors the process uses at most when neither ulimit-n nor maxconn says it.",
                    "1048576",
                    Number.MOST_DESCRIPTORS),
            time("grace", "How long the process still takes clients after the signal for a soft stop.", Time.GRACE),
            time("hard-stop-after", "How long a soft stop may take.", Time.HARD_STOP_AFTER),
            flag("daemon", "The process goes into the background.", Flag.DAEMON),
            flag("quiet", "Nothing is said at start.", Flag.QUIET),
            flag("zero-warning", "A warning is as bad as an error.", Flag.ZERO_WARNING),
            Entry.<GlobalDraft>entry(
                            "strict-limits",
                            "The process does not start when the system refuses it the descriptors that maxconn or ulimit-n need.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("strict-limits")
                    .example("no strict-limits")
                    .no(global -> global.set(Flag.STRICT_LIMITS, false))
                    .sets(global -> global.set(Flag.STRICT_LIMITS, true)),
            Entry.<GlobalDraft>entry("pidfile", "The file that the process's number is written to.")
                    .in(Section.ONLY_GLOBAL)
                    .example("pidfile /run/headway.pid")
                    .reads("<file>", ProcessTable::pidFile),
            Entry.<GlobalDraft>entry("user", "Who the process becomes, by name.")
                    .in(Section.ONLY_GLOBAL)
                    .example("user root")
                    .reads("<name>", ProcessTable::user),
            Entry.<GlobalDraft>entry("group", "The group that the process goes into, by name.")
                    .in(Section.ONLY_GLOBAL)
                    .example("group root")
                    .reads("<name>", ProcessTable::group),
            text("uid", "Who the process becomes, by number.", "uid 65534", "number", Text.USER),
            text("gid", "The group that the process goes into, by number.", "gid 65534", "number", Text.GROUP),
            text(
                    "chroot",
                    "The directory that becomes the root of what the process sees.",
                    "chroot /var/empty",
                    "directory",
                    Text.CHROOT),
            Entry.<GlobalDraft>entry(
                            "default-path", "Where names of files lead that do not begin with a slash, from here on.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("default-path current")
                    .example("default-path config", "default-path origin /")
                    .reads("{ current | config | parent | origin <path> }", ProcessTable::defaultPath),
            text("localpeer", "The name by which peers know this process.", "localpeer a", "name", Text.LOCAL_PEER),
            Entry.<GlobalDraft>entry("description", "A text that statistics show.")
                    .in(Section.ONLY_GLOBAL)
                    .example("description the front door")
                    .takes(Forms.rest("string"), (global, text) -> global.set(Text.DESCRIPTION, text)),
            Entry.<GlobalDraft>entry("node", "The machine's name in statistics.")
                    .in(Section.ONLY_GLOBAL)
                    .example("node lb1")
                    .reads("<name>", ProcessTable::node),
            Entry.<GlobalDraft>entry("thread-groups", "How many groups the threads form.")
                    .in(Section.ONLY_GLOBAL)
                    .noEffect("all loops form one group")
                    .example("thread-groups 1")
                    .takes(Forms.integer(1, MOST_GROUPS), (global, n) -> {}));

    private ProcessTable() {}

    private static Directive<GlobalDraft> number(String name, String summary, String unset, Number number) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .unset(unset)
                .example(name + " 2000")
                .takes(Forms.count(), (global, n) -> global.set(number, n));
    }

    private static Directive<GlobalDraft> time(String name, String summary, Time time) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .example(name + " 30s")
                .takes(Forms.time(), (global, nanos) -> global.set(time, nanos));
    }

    private static Directive<GlobalDraft> flag(String name, String summary, Flag flag) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .example(name)
                .sets(global -> global.set(flag, true));
    }

    private static Directive<GlobalDraft> text(String name, String summary, String example, String what, Text text) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .example(example)
                .takes(Forms.word(what), (global, value) -> global.set(text, value));
    }

    private static void threads(GlobalDraft global, Arguments words) throws Mistake {
        var word = words.next();
        try {
            var threads = Integer.parseInt(word);
            if (threads < 1 || threads > MOST_THREADS)
                throw words.mistake("'nbthread' value must be between 1 and " + MOST_THREADS + " (was " + word + ")");
            words.end();
            global.threadsAt = words.position();
            global.set(Number.THREADS, threads);
        } catch (NumberFormatException e) {
            throw words.mistake("'nbthread' passed a missing or unparsable integer value in '" + word + "'");
        }
    }

    private static void user(GlobalDraft global, Arguments words) throws Mistake {
        var name = words.read(Forms.word("user name"));
        words.end();
        Accounts.user(name, words);
        global.set(Text.USER, name);
    }

    private static void group(GlobalDraft global, Arguments words) throws Mistake {
        var name = words.read(Forms.word("group name"));
        words.end();
        Accounts.group(name, words);
        global.set(Text.GROUP, name);
    }

    private static void pidFile(GlobalDraft global, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'pidfile' expects a file name as an argument.");
        var file = words.next();
        words.end();
        if (global.text(Text.PID_FILE) != null) throw words.mistake("'pidfile' already specified. Continuing.");
        global.set(Text.PID_FILE, file);
    }

    private static void defaultPath(GlobalDraft global, Arguments words) throws Mistake {
        var word = words.next();
        var modes = ", supported modes include 'current', 'config', 'parent', and 'origin'.";
        var base =
                Arrays.stream(Base.values()).filter(b -> b.word().equals(word)).findFirst();
        if (base.isEmpty())
            throw words.mistake((word.isEmpty() ? "missing" : "unsupported") + " default-path mode '" + word + "' for '"
                    + words.keyword() + "'" + modes);
        var origin = Path.of("");
        if (base.get() == Base.ORIGIN) {
            if (!words.has()) throw words.mistake("'default-path origin' expects a directory as an argument.");
            origin = words.file(words.next());
            if (!Files.isDirectory(origin))
                throw words.mistake("couldn't set 'default-path' to origin '" + origin + "': not a directory.");
        }
        words.end();
        words.reading().paths().change(words.position(), base.get(), origin);
    }

    private static void node(GlobalDraft global, Arguments words) throws Mistake {
        var name = words.next();
        if (name.isEmpty() || name.indexOf(':') >= 0 || !name.chars().allMatch(c -> Names.isAllowed((char) c)))
            throw words.mistake(
                    "'node' requires valid node name - non-empty string with digits(0-9), letters(A-Z, a-z), dot(.), hyphen(-) or underscode(_).");
        words.end();
        global.set(Text.NODE, name);
    }
}
