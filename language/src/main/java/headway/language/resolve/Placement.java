package headway.language.resolve;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.draft.ProxyDraft;
import headway.language.model.Proxy;
import headway.language.syntax.Mistake;
import headway.language.table.Directive;
import headway.language.table.Section;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a keyword may stand in a section; what HAProxy only ignores stays a warning, in its words. */
final class Placement {
    /** Lines that make no sense without the other side: HAProxy refuses them. */
    private static final Set<String> REFUSED = Set.of("server", "default-server");

    /** Of whose members only the first word is named. */
    private static final List<String> FAMILIES = List.of("capture", "monitor", "http-check");

    /** How lines are written; HAProxy has words of its own for these. */
    private static final Set<String> LOG_FORMATS = Set.of(
            "option httplog", "option httpslog", "option tcplog", "log-format", "log-format-sd", "error-log-format");

    /** HAProxy takes them in silence where they have no effect. */
    private static final Set<String> SILENT = Set.of("unique-id-header", "unique-id-format");

    private Placement() {}

    /**
     * True when the line is to be read.
     *
     * @throws Mistake when the section cannot have it at all
     */
    static boolean isRight(Directive<ProxyDraft> directive, ProxyDraft draft, Position at, Diagnostics out)
            throws Mistake {
        if (directive.sections().contains(section(draft.kind))) return true;
        var name = directive.name();
        if (draft.kind == Proxy.Kind.DEFAULTS)
            throw misplaced(
                    at, "'" + name + "' not allowed in 'defaults' section. It belongs in " + places(directive) + ".");
        var lacking = draft.kind == Proxy.Kind.FRONTEND ? "backend" : "frontend";
        var because = " because " + draft.title() + " has no " + lacking + " capability.";
        if (REFUSED.contains(name))
            throw misplaced(at, "'" + name + "' not allowed" + because + " It belongs in " + places(directive) + ".");
        var ignored = LOG_FORMATS.contains(name)
                ? draft.title() + " : '" + name + "' directive is ignored in backends."
                : ignored(name) + because + instead(name);
        var message = ignored + " It belongs in " + places(directive) + ".";
        if (SILENT.contains(name)) {
            out.notice(Code.WRONG_SECTION, at, message);
            return false;
        }
        out.add(Severity.WARNING, Code.WRONG_SECTION, at, message, "");
        return false;
    }

    /** HAProxy's words, which are not the same for all. */
    private static String ignored(String name) {
        if (name.equals("max-keep-alive-queue") || name.equals("rate-limit sessions")) return name + " will be ignored";
        for (var family : FAMILIES) if (name.startsWith(family + " ")) return "'" + family + "' ignored";
        var shown = name.startsWith("option ") ? name.substring("option ".length()) : name;
        return "'" + shown + "' ignored";
    }

    private static Mistake misplaced(Position at, String message) {
        return new Mistake(Code.WRONG_SECTION, at, message, "");
    }

    private static String instead(String name) {
        return switch (name) {
            case "maxconn" -> " Maybe you want 'fullconn' instead ?";
            case "fullconn" -> " Maybe you want 'maxconn' instead ?";
            default -> "";
        };
    }

    static String places(Directive<?> directive) {
        return directive.sections().stream().sorted().map(Section::word).collect(Collectors.joining(", "));
    }

    private static Section section(Proxy.Kind kind) {
        return Section.valueOf(kind.name().toUpperCase(Locale.ROOT));
    }
}
