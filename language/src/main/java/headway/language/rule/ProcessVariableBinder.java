package headway.language.rule;

import headway.base.diagnostic.Diagnostics;
import headway.language.format.FormatParser;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.ConfigurationScope;
import headway.language.sample.ExpressionParser;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Variables;
import headway.language.sample.Words;
import headway.language.syntax.Line;
import java.util.List;

/** Gives variables of the process the values that {@code set-var} and {@code set-var-fmt} lines of {@code global} say, in their order. */
public final class ProcessVariableBinder {
    private final Binding binding;
    private final Diagnostics diagnostics;

    /**
     * @param binding for {@link headway.language.sample.Place#CONFIGURATION}
     */
    public ProcessVariableBinder(Binding binding, Diagnostics diagnostics) {
        this.binding = binding;
        this.diagnostics = diagnostics;
    }

    public void set(List<Line> lines, Variables variables) {
        var scope = new ConfigurationScope(variables);
        for (var line : lines) {
            try {
                set(line, variables, scope);
            } catch (BindException e) {
                diagnostics.alert(e.at(line.position()), e.text(), e.proposal());
            }
            scope.scratch().release();
        }
    }

    private void set(Line line, Variables variables, ConfigurationScope scope) throws BindException {
        var words = new Words(line, 1);
        var name = words.take();
        var ref = VariableRef.of(name, binding.variables());
        var value = new Sample();
        value.begin();
        if (line.word(0).equals("set-var-fmt")) {
            try {
                if (!new FormatParser(binding).parse(words.take()).write(scope, value)) return;
            } catch (BindException e) {
                throw e.placed(line, 2);
            }
        } else {
            var parser = new ExpressionParser(binding);
            var expression = parser.parse(words);
            if (!expression.source().isIn(binding)) {
                throw new BindException("fetch method 'set-var(" + name + ")' extracts information from '"
                        + expression.source().words() + "', none of which is available here");
            }
            if (!expression.read(scope, value)) return;
        }
        variables.write(ref.slot(), value);
    }
}
