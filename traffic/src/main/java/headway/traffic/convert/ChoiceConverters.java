package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.Parameters.variable;
import static headway.language.sample.SampleType.ANY;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Signature;
import java.util.ArrayList;
import java.util.List;

/** Values that choose between others, are compared with variables, or are put into them. */
final class ChoiceConverters {
    private static final Parameter<VariableRef> SET = variable();
    private static final Parameter<String> CONDITION = orElse(string("cond"), "");

    static final List<ConverterEntry> TABLE = List.of(
            converter("iif", BOOL, STR)
                    .summary("The first text when the value is true, the second one when it is false.")
                    .example("int(2),iif(yes,no)", "", "yes")
                    .example("bool(0),iif(yes,no)", "", "no")
                    .binds(
                            text("true"),
                            text("false"),
                            (yes, no) -> (_, value) -> value.text(value.integer != 0 ? yes : no)),
            converter("strcmp", STR, SINT)
                    .summary("Compares with a variable: 0 when equal, else negative or positive.")
                    .example("str(a),strcmp(txn.v)", "txn.v=a", "0")
                    .example("str(a),strcmp(txn.v)", "txn.v=abc", "-1")
                    .binds(Operands.variable(), ref -> (scope, value) -> compare(scope, value, ref)),
            converter("set-var", ANY, ANY)
                    .summary(
                            "Puts the value into a variable and passes it on, if all of up to four conditions hold; otherwise there is no value.")
                    .example("str(a),set-var(txn.v),concat(,txn.v)", "", "aa")
                    .example("str(a),set-var(txn.v,ifset),concat(,txn.v)", "txn.v=b", "aa")
                    .example("int(5),set-var(txn.n),add(1),set-var(txn.n,iflt,ifset),concat(:,txn.n)", "", "6:6")
                    .binds(List.of(SET, CONDITION, CONDITION, CONDITION, CONDITION), ChoiceConverters::setter),
            converter("unset-var", ANY, ANY)
                    .summary("Unsets a variable and passes the value on.")
                    .example("str(a),unset-var(txn.v),concat(,txn.v)", "txn.v=b", "a")
                    .binds(variable(), ref -> (scope, _) -> {
                        scope.variables(ref.scope()).unset(ref.slot());
                        return true;
                    }));

    private ChoiceConverters() {}

    private static Converter setter(Signature.Values values) throws BindException {
        var ref = values.next(SET);
        var words = new ArrayList<String>();
        for (var i = 0; i < SetConditions.MOST; i++) words.add(values.next(CONDITION));
        var conditions = SetConditions.of(words);
        // As watched: a value that is not put into the variable is not passed on either.
        return (scope, value) -> conditions.set(scope, ref, value);
    }

    private static boolean compare(Scope scope, Sample value, VariableRef ref) {
        var other = scope.scratch().borrow();
        var there = Operands.readText(scope, ref, other);
        if (there) value.integer(compare(value, other));
        scope.scratch().giveBack();
        return there;
    }

    private static int compare(Sample a, Sample b) {
        for (var i = 0; i < Math.min(a.length, b.length); i++) {
            var difference = (Slab.byteAt(a.at + i) & 255) - (Slab.byteAt(b.at + i) & 255);
            if (difference != 0) return difference;
        }
        // As watched, how much longer makes no difference.
        return Integer.signum(a.length - b.length);
    }
}
