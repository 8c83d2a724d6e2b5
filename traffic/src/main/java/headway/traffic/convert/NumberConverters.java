package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;

import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** Numbers. What does not fit into 64 bits stays at the end of the range, as in HAProxy. */
final class NumberConverters {
    static final List<ConverterEntry> TABLE = List.of(
            operator("add", NumberConverters::add, "Adds a number or a variable.", "add(3)", "10"),
            operator("sub", NumberConverters::subtract, "Subtracts a number or a variable.", "sub(10)", "-3"),
            operator("mul", NumberConverters::multiply, "Multiplies by a number or a variable.", "mul(-3)", "-21"),
            operator(
                    "div",
                    NumberConverters::divide,
                    "Divides by a number or a variable; by 0 gives the largest number.",
                    "div(2)",
                    "3"),
            operator(
                    "mod",
                    (a, b) -> b == 0 ? 0 : a % b,
                    "The rest of a division; 0 for a division by 0.",
                    "mod(4)",
                    "3"),
            operator("and", (a, b) -> a & b, "Bitwise and.", "and(3)", "3"),
            operator("or", (a, b) -> a | b, "Bitwise or.", "or(8)", "15"),
            operator("xor", (a, b) -> a ^ b, "Bitwise exclusive or.", "xor(2)", "5"),
            converter("neg", SINT, SINT)
                    .summary("The number with the opposite sign.")
                    .example("int(7),neg", "", "-7")
                    .binds((_, value) ->
                            value.integer(value.integer == Long.MIN_VALUE ? Long.MAX_VALUE : -value.integer)),
            converter("cpl", SINT, SINT)
                    .summary("The number with all its bits turned.")
                    .example("int(7),cpl", "", "-8")
                    .binds((_, value) -> value.integer(~value.integer)),
            converter("odd", SINT, BOOL)
                    .summary("True when the number is odd.")
                    .example("int(7),odd", "", "1")
                    .binds((_, value) -> value.bool((value.integer & 1) != 0)),
            converter("even", SINT, BOOL)
                    .summary("True when the number is even.")
                    .example("int(7),even", "", "0")
                    .binds((_, value) -> value.bool((value.integer & 1) == 0)),
            converter("bool", SINT, BOOL)
                    .summary("True for all numbers but 0.")
                    .example("int(-2),bool", "", "1")
                    .binds((_, value) -> value.bool(value.integer != 0)),
            converter("not", SINT, BOOL)
                    .summary("True for 0 only.")
                    .example("int(0),not", "", "1")
                    .binds((_, value) -> value.bool(value.integer == 0)));

    private NumberConverters() {}

    private static ConverterEntry operator(
            String name, LongBinaryOperator operator, String summary, String use, String result) {
        return converter(name, SINT, SINT)
                .summary(summary)
                .example("int(7)," + use, "", result)
                .example(
                        "int(7)," + use.replaceFirst("\\(.*\\)", "(txn.v)"),
                        "txn.v=" + use.replaceAll(".*\\(|\\)", ""),
                        result)
                .binds(Operands.number(), number -> binary(operator, number));
    }

    private static Converter binary(LongBinaryOperator operator, Operands.Number number) {
        if (number.slot() < 0) {
            var right = number.value();
            return (_, value) -> value.integer(operator.applyAsLong(value.integer, right));
        }
        return (scope, value) -> withVariable(operator, number, scope, value);
    }

    private static boolean withVariable(
            LongBinaryOperator operator, Operands.Number number, Scope scope, Sample value) {
        var right = scope.scratch().borrow();
        var there = number.read(scope, right);
        if (there) value.integer(operator.applyAsLong(value.integer, right.integer));
        scope.scratch().giveBack();
        return there;
    }

    private static long add(long a, long b) {
        var sum = a + b;
        // Overflow: both have the sign that the sum has not.
        return ((a ^ sum) & (b ^ sum)) < 0 ? end(a < 0) : sum;
    }

    private static long subtract(long a, long b) {
        var difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? end(a < 0) : difference;
    }

    private static long multiply(long a, long b) {
        var high = Math.multiplyHigh(a, b);
        var low = a * b;
        return high == low >> 63 ? low : end((a ^ b) < 0);
    }

    private static long divide(long a, long b) {
        if (b == 0) return Long.MAX_VALUE;
        return a == Long.MIN_VALUE && b == -1 ? Long.MAX_VALUE : a / b;
    }

    private static long end(boolean negative) {
        return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
