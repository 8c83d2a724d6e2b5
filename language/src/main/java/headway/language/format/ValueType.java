package headway.language.format;

import headway.language.sample.AliasEntry;
import headway.language.sample.Expression;
import headway.language.sample.SampleType;

/** As what an item is encoded: {@code %(name:type)}. */
enum ValueType {
    TEXT,
    NUMBER,
    BOOL;

    static ValueType of(AliasEntry alias) {
        return alias.kind() == AliasEntry.Kind.NUMBER ? NUMBER : TEXT;
    }

    static ValueType of(Expression expression) {
        if (expression.type() == SampleType.SINT) return NUMBER;
        return expression.type() == SampleType.BOOL ? BOOL : TEXT;
    }
}
