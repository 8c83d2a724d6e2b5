package headway.language.resolve;

import headway.base.catalog.Catalog;
import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.text.Nearest;
import headway.language.draft.ErrorsDraft;
import headway.language.draft.GlobalDraft;
import headway.language.draft.ProxyDraft;
import headway.language.draft.UserListDraft;
import headway.language.known.KnownNames;
import headway.language.model.ErrorGroup;
import headway.language.model.Proxy;
import headway.language.model.UserList;
import headway.language.syntax.Line;
import headway.language.syntax.LineReader;
import headway.language.syntax.Mistake;
import headway.language.table.Directive;
import headway.language.table.Messages;
import headway.language.table.Names;
import headway.language.table.Reading;
import headway.language.table.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the lines of all files, opens a draft for each section and lets the tables write to it. */
final class SectionReader implements LineReader.Taker {
    /** Which section the lines belong to. */
    sealed interface Open {
        /** None: the beginning of a file. */
        record Nothing() implements Open {}

        record Global() implements Open {}

        record OfProxy(ProxyDraft draft) implements Open {}

        /** One with a table of its own. */
        record Of<D>(String kind, String name, Catalog<Directive<D>> catalog, D draft) implements Open {}

        /** One that could not be opened; its lines are passed over. */
        record Skipped(String name) implements Open {}
    }

    private final Reading reading;
    private final Dispatcher dispatcher;
    private final Inheritance inheritance = new Inheritance();
    private final DefaultsList defaults = new DefaultsList();
    private final List<ProxyDraft> proxies = new ArrayList<>();
    private final Map<String, ErrorsDraft> errors = new LinkedHashMap<>();
    private final Map<String, UserListDraft> userLists = new LinkedHashMap<>();
    private final ProxyNames names = new ProxyNames();
    private final LogDrafts logs = new LogDrafts();
    private final GlobalDraft global = new GlobalDraft();
    private Open open = new Open.Nothing();

    SectionReader(Reading reading) {
        this.reading = reading;
        dispatcher = new Dispatcher(reading);
    }

    GlobalDraft global() {
        return global;
    }

    List<ProxyDraft> proxies() {
        return proxies;
    }

    DefaultsList defaults() {
        return defaults;
    }

    /** The {@code http-errors} sections by their names. */
    Map<String, ErrorGroup> errors() {
        var done = new LinkedHashMap<String, ErrorGroup>();
        errors.forEach((name, draft) -> done.put(name, draft.done()));
        return done;
    }

    /** The {@code userlist} sections by their names. */
    Map<String, UserList> userLists() {
        var done = new LinkedHashMap<String, UserList>();
        userLists.forEach((name, draft) -> done.put(name, draft.done(reading.out())));
        return done;
    }

    LogDrafts logs() {
        return logs;
    }

    /** A section ends with its file. */
    void endOfFile() {
        open = new Open.Nothing();
    }

    @Override
    public String section() {
        return switch (open) {
            case Open.Nothing() -> "";
            case Open.Global() -> "global";
            case Open.OfProxy(var draft) -> draft.name.isEmpty() ? draft.kind.word() : draft.name;
            case Open.Of<?> of -> of.name;
            case Open.Skipped(var name) -> name;
        };
    }

    @Override
    public void take(Line line) {
        try {
            if (!opens(line)) keyword(line);
        } catch (Mistake mistake) {
            reading.out().add(Severity.ALERT, mistake.code(), mistake.at(), mistake.getMessage(), mistake.proposal());
        }
    }

    private boolean opens(Line line) throws Mistake {
        var word = line.word(0);
        var kind = Arrays.stream(Proxy.Kind.values())
                .filter(k -> k.word().equals(word))
                .findFirst();
        if (kind.isPresent()) openProxy(line, kind.get());
        else if (word.equals("global")) openGlobal(line);
        else if (word.equals(Section.HTTP_ERRORS.word())) openErrors(line);
        else if (word.equals(Section.USERLIST.word())) openUserList(line);
        else if (opensLogs(line)) return true;
        else if (isOther(word)) skip(line);
        else return false;
        return true;
    }

    /** Words such as {@code cache} open a section and are no keyword anywhere; {@code acme} is both, and a section where nothing is open. */
    private static boolean isOther(String word) {
        return KnownNames.SECTIONS.names().contains(word)
                && !KnownNames.PROXY.names().contains(word);
    }

    private void openGlobal(Line line) throws Mistake {
        open = new Open.Global();
        if (!proxies.isEmpty() || !defaults.all().isEmpty())
            reading.out()
                    .add(
                            Severity.DIAG,
                            Code.SUSPICIOUS,
                            line.position(),
                            "global section detected after a non-global one, the prevalence of their statements is unspecified",
                            "");
        if (line.count() > 1)
            throw new Mistake(line.at(1), "'global' cannot handle unexpected argument '" + line.word(1) + "'.");
    }

    private void openErrors(Line line) throws Mistake {
        open = new Open.Skipped(line.word(1));
        if (line.count() < 2) throw new Mistake(line.at(0), "missing name for http-errors section.");
        var name = line.word(1);
        for (var c : name.toCharArray())
            if (!Names.isAllowed(c))
                throw new Mistake(
                        line.at(1), "character '" + c + "' is not permitted in 'http-errors' name '" + name + "'.");
        var draft = new ErrorsDraft(line.position(), name);
        open = new Open.Of<>(line.word(0), name, reading.tables().errors(), draft);
        var twin = errors.putIfAbsent(name, draft);
        if (twin != null)
            throw new Mistake(
                    line.at(1),
                    "http-errors section '" + name + "' already exists (declared at " + twin.position + ").");
    }

    private void openUserList(Line line) throws Mistake {
        open = new Open.Skipped(line.word(1));
        if (line.count() < 2) throw new Mistake(line.at(0), "'userlist' expects <name> as arguments.");
        var name = line.word(1);
        for (var c : name.toCharArray())
            if (!Names.isAllowed(c))
                throw new Mistake(
                        line.at(1), "character '" + c + "' is not permitted in 'userlist' name '" + name + "'.");
        if (line.count() > 2)
            throw new Mistake(line.at(2), "'userlist' cannot handle unexpected argument '" + line.word(2) + "'.");
        var draft = new UserListDraft(line.position(), name);
        open = new Open.Of<>(line.word(0), name, reading.tables().userLists(), draft);
        if (userLists.putIfAbsent(name, draft) != null)
            reading.out().warning(line.at(1), "ignoring duplicated userlist '" + name + "'.");
    }

    private boolean opensLogs(Line line) throws Mistake {
        var before = open;
        open = new Open.Skipped(line.word(1));
        var opened = logs.open(line, reading.tables());
        open = opened == null ? before : opened;
        return opened != null;
    }

    private void skip(Line line) throws Mistake {
        open = new Open.Skipped(line.count() > 1 ? line.word(1) : line.word(0));
        throw new Mistake(
                Code.NOT_YET,
                line.at(0),
                Messages.notYet(KnownNames.SECTIONS, line.word(0)) + " The section is passed over.",
                "");
    }

    private void openProxy(Line line, Proxy.Kind kind) throws Mistake {
        open = new Open.Skipped(line.word(1));
        var isDefaults = kind == Proxy.Kind.DEFAULTS;
        var named = line.count() > 1 && !(isDefaults && line.word(1).equals("from"));
        if (!named && !isDefaults) throw new Mistake(line.at(0), "'" + kind.word() + "' expects an <id> argument");
        var name = named ? line.word(1) : "";
        checkName(line, kind, name);
        var from = from(line, kind, named ? 2 : 1);
        Mistake unknown = null;
        var base = isDefaults ? Optional.<ProxyDraft>empty() : defaults.last();
        if (from > 0) {
            var user = isDefaults ? "defaults '" + name + "'" : "proxy '" + name + "'";
            try {
                base = Optional.of(defaults.named(line.word(from), user, line.at(from)));
            } catch (Mistake mistake) {
                // The lines of the section are read all the same, for what is wrong in them.
                unknown = mistake;
            }
        }
        var draft = new ProxyDraft(line.position(), kind, name, base.orElse(null));
        open = new Open.OfProxy(draft);
        if (isDefaults) defaults.add(draft);
        else add(draft, line);
        if (unknown != null) throw unknown;
        if (base.isEmpty()) return;
        inheritance.check(base.get(), kind, line);
        if (!isDefaults && defaults.isAmbiguous(base.get(), from > 0)) tellAmbiguous(base.get(), line);
    }

    private void tellAmbiguous(ProxyDraft base, Line line) {
        reading.out()
                .warning(
                        line.at(0),
                        "defaults section '" + base.name + "' (declared at " + base.position
                                + ") is inherited from by name and by proxies without 'from', for being the last one: a new section behind it"
                                + " would change these. Use 'from' everywhere, or add a last section that nobody names.");
    }

    private static void checkName(Line line, Proxy.Kind kind, String name) throws Mistake {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (Names.isAllowed(c)) continue;
            var what = kind == Proxy.Kind.DEFAULTS ? "'defaults' section name" : "proxy name";
            throw new Mistake(line.at(1), "character '" + c + "' is not permitted in " + what + " '" + name + "'.");
        }
    }

    /** Which word names the section that it inherits from; 0 when none does. */
    private static int from(Line line, Proxy.Kind kind, int from) throws Mistake {
        if (line.count() <= from) return 0;
        if (!line.word(from).equals("from"))
            throw new Mistake(
                    line.at(from),
                    "'" + kind.word() + "' cannot handle unexpected argument '" + line.word(from)
                            + "', only 'from' is allowed.");
        if (line.count() == from + 1)
            throw new Mistake(line.at(from), "'from' expects the name of a defaults section.");
        if (line.count() > from + 2)
            throw new Mistake(
                    line.at(from + 2),
                    "'" + kind.word() + "' cannot handle unexpected argument '" + line.word(from + 2) + "'.");
        return from + 1;
    }

    /** HAProxy lets a frontend and a backend share a name, and nothing else. */
    private void add(ProxyDraft draft, Line line) throws Mistake {
        var clashing = names.add(draft);
        proxies.add(draft);
        if (clashing.isEmpty()) return;
        var other = clashing.get();
        throw new Mistake(
                line.at(1),
                draft.title() + " has the same name as " + other.title() + " declared at " + other.position + ".");
    }

    private void keyword(Line line) throws Mistake {
        switch (open) {
            case Open.Skipped _ -> {}
            case Open.Nothing() -> throw outside(line);
            case Open.Global() -> {
                var prefix = Prefix.of(line);
                var match = KeywordMatch.longest(reading.tables().global(), line, prefix.words());
                dispatcher.dispatch(reading.tables().global(), "global", global, line, match);
            }
            case Open.OfProxy(var draft) -> ofProxy(line, draft);
            case Open.Of<?> of -> of(line, of);
        }
    }

    private <D> void of(Line line, Open.Of<D> of) throws Mistake {
        var match = KeywordMatch.longest(of.catalog, line, Prefix.of(line).words());
        dispatcher.dispatch(of.catalog, of.kind, of.draft, line, match);
    }

    private static Mistake outside(Line line) {
        var word = line.word(0);
        var near = Nearest.to(word, KnownNames.SECTIONS.names());
        return new Mistake(
                Code.UNKNOWN_KEYWORD, line.at(0), "unknown keyword '" + word + "' out of section", near.orElse(""));
    }

    private void ofProxy(Line line, ProxyDraft draft) throws Mistake {
        var prefix = Prefix.of(line);
        var catalog = reading.tables().proxy();
        var match = KeywordMatch.longest(catalog, line, prefix.words());
        if (match != null) {
            draft.lines.add(line);
            if (!Placement.isRight(match.directive(), draft, line.at(prefix.words()), reading.out())) return;
            draft.own.put(match.directive().name(), line.position());
        }
        dispatcher.dispatch(catalog, draft.kind.word(), draft, line, match);
    }
}
