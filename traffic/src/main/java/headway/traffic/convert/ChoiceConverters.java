package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.Parameters.variable;
import static headway.language.sample.SampleType.ANY;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;

/** Values that choose between others, are compared with variables, or are put into them. */
final class ChoiceConverters {
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
                    .binds(variable(), ref -> (scope, value) -> compare(scope, value, ref)),
            converter("set-var", ANY, ANY)
                    .summary("Puts the value into a variable and passes it on.")
                    .example("str(a),set-var(txn.v),concat(,txn.v)", "", "aa")
                    .binds(variable(), ref -> (scope, value) -> {
                        scope.variables(ref.scope()).write(ref.slot(), value);
                        return true;
                    }),
            converter("unset-var", ANY, ANY)
                    .summary("Unsets a variable and passes the value on.")
                    .example("str(a),unset-var(txn.v),concat(,txn.v)", "txn.v=b", "a")
                    .binds(variable(), ref -> (scope, _) -> {
                        scope.variables(ref.scope()).unset(ref.slot());
                        return true;
                    }));

    private ChoiceConverters() {}

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
        return a.length - b.length;
    }
}
