package headway.language.resolve;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.text.Nearest;
import headway.language.draft.ProxyDraft;
import headway.language.draft.RepliesDraft;
import headway.language.model.ErrorGroup;
import headway.language.model.ErrorReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The answers of a proxy in the order of its lines, with those that {@code errorfiles} takes from sections {@code http-errors}. */
final class Replies {
    private final Map<String, ErrorGroup> groups;
    private final Diagnostics out;

    Replies(Map<String, ErrorGroup> groups, Diagnostics out) {
        this.groups = groups;
        this.out = out;
    }

    List<ErrorReply> of(ProxyDraft draft) {
        var replies = new ArrayList<ErrorReply>();
        for (var line : draft.http.replies) {
            switch (line) {
                case RepliesDraft.One(var reply) -> replies.add(reply);
                case RepliesDraft.Imported imported -> replies.addAll(imported(draft, imported));
            }
        }
        return replies;
    }

    private List<ErrorReply> imported(ProxyDraft draft, RepliesDraft.Imported line) {
        var group = groups.get(line.group());
        if (group == null) {
            out.add(
                    Severity.ALERT,
                    Code.REFERENCE,
                    line.position(),
                    "proxy '" + draft.name + "': unknown http-errors section '" + line.group() + "'.",
                    Nearest.to(line.group(), groups.keySet()).orElse(""));
            return List.of();
        }
        if (line.statuses().isEmpty()) return new ArrayList<>(group.files().values());
        var files = new ArrayList<ErrorReply>();
        for (var status : new TreeSet<>(line.statuses())) {
            var file = group.files().get(status);
            if (file != null) files.add(file);
            else
                out.add(
                        Severity.WARNING,
                        Code.REFERENCE,
                        line.position(),
                        "proxy '" + draft.name + "' : status '" + status + "' not declared in http-errors section '"
                                + group.name() + "'.",
                        "");
        }
        return files;
    }
}
