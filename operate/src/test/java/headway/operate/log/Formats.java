package headway.operate.log;

import headway.base.diagnostic.Diagnostics;
import headway.language.format.FormatKind;
import headway.language.format.FormatParser;
import headway.language.format.LineFormat;
import headway.language.model.CaptureSlots;
import headway.language.model.LogFormat.Form;
import headway.language.model.Mode;
import headway.language.pattern.PatternStore;
import headway.language.sample.Attached;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Declarations;
import headway.language.sample.Declared;
import headway.language.sample.Place;
import headway.language.sample.VariableNames;
import headway.traffic.action.Actions;
import java.nio.file.Path;

/** Bound formats. */
final class Formats {
    private Formats() {}

    static StreamLine line(Form form) {
        if (form == Form.CONNECT) return new ConnectLine(Mode.AUTO);
        if (form == Form.JSON) return JsonLine.of(CaptureSlots.NONE);
        var format = line(form.text());
        return (account, out) -> format.write(account.scope, out);
    }

    static LineFormat line(String text) {
        var binding = new Binding(
                Actions.language().vocabulary(),
                new VariableNames(),
                new Diagnostics(),
                Path.of("."),
                Place.LOG,
                true,
                true,
                Declared.nowhere(
                        Attached.NOTHING.with(PatternStore.class, new PatternStore()), Declarations.nothing()));
        try {
            return new FormatParser(binding, FormatKind.LOG).parseLine(text);
        } catch (BindException e) {
            throw new AssertionError(e.text(), e);
        }
    }
}
