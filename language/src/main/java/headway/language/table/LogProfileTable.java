package headway.language.table;

import headway.language.draft.LogProfileDraft;
import headway.language.model.LogProfile;
import headway.language.model.LogProfile.Written;
import headway.language.syntax.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code log-profile} sections: configuration manual 8.3.5. */
final class LogProfileTable {
    /** The steps of a stream, then those of {@code do-log} in each rule set. */
    private static final List<String> STEPS = List.of(
            "accept",
            "request",
            "connect",
            "response",
            "close",
            "error",
            LogProfile.ANY,
            "quic-init",
            "tcp-req-conn",
            "tcp-req-sess",
            "tcp-req-cont",
            "tcp-res-cont",
            "http-req",
            "http-res",
            "http-after-res");

    static final List<Directive<LogProfileDraft>> TABLE = List.of(
            Entry.<LogProfileDraft>entry("log-tag", "The tag of log lines instead of the proxy's and the process's.")
                    .in(Section.ONLY_LOG_PROFILE)
                    .example("log-tag custom-tag")
                    .takes(Forms.word("tag"), (profile, tag) -> profile.tag = tag),
            Entry.<LogProfileDraft>entry("on", "How lines are written at a step, or that none is.")
                    .in(Section.ONLY_LOG_PROFILE)
                    .example(
                            "on error format \"%[src]: error\"",
                            "on connect drop", "on any sd \"[custom@1 a=1]\"", "on http-req format \"%[path]\" sd -")
                    .reads("<step> [drop] [format <format>] [sd <format>]", LogProfileTable::on));

    private LogProfileTable() {}

    private static void on(LogProfileDraft profile, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'on' expects a logging step: " + String.join(", ", STEPS) + ".");
        var step = words.next();
        if (!STEPS.contains(step))
            throw words.mistake(
                    "'on' : unknown logging step '" + step + "', it is one of " + String.join(", ", STEPS) + ".");
        var dropped = false;
        @Nullable Written format = null;
        @Nullable Written structured = null;
        while (words.has()) {
            if (words.takes("drop")) dropped = true;
            else if (words.takes("format")) format = written(words, "format");
            else if (words.takes("sd")) structured = written(words, "sd");
            else throw unexpected(words);
        }
        profile.steps.put(step, new LogProfile.Step(dropped, format, structured));
    }

    private static Written written(Arguments words, String what) throws Mistake {
        if (!words.has()) throw words.mistake("'on' : '" + what + "' expects a format.");
        words.next();
        return new Written(words.at(), words.taken());
    }

    private static Mistake unexpected(Arguments words) {
        var word = words.next();
        return words.mistake("'on' : unexpected argument '" + word + "', only 'drop', 'format' and 'sd' are allowed.");
    }
}
