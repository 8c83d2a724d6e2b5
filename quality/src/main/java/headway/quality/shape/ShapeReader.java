package headway.quality.shape;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Walks one file's tree and notes its types, fields and methods; the second argument of a visit is the class around it. */
final class ShapeReader extends TreeScanner<@Nullable Void, String> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> types = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private boolean listsData;

    ShapeReader(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    List<String> types() {
        return List.copyOf(types);
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }

    List<Method> methods() {
        return List.copyOf(methods);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
        var name = type.getSimpleName().toString();
        if (!name.isEmpty()) types.add(name);
        var isInterface = type.getKind() == Tree.Kind.INTERFACE;
        for (var member : type.getMembers()) {
            if (member instanceof VariableTree field) fields.add(field(name, field, isInterface));
        }
        var outerListsData = listsData;
        listsData = type.getKind() == Tree.Kind.RECORD || type.getKind() == Tree.Kind.ENUM;
        super.visitClass(type, name);
        listsData = outerListsData;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String type) {
        // The compiler adds a constructor that stands nowhere in the text.
        if (positions.getEndPosition(unit, method) > 0) methods.add(method(method, type));
        return super.visitMethod(method, type);
    }

    private Field field(String type, VariableTree field, boolean isInterface) {
        var flags = field.getModifiers().getFlags();
        return new Field(
                type + "." + field.getName(),
                lineOf(positions.getStartPosition(unit, field)),
                String.valueOf(field.getType()),
                isInterface || flags.contains(Modifier.STATIC),
                isInterface || flags.contains(Modifier.FINAL),
                field.getInitializer() == null ? "" : field.getInitializer().toString());
    }

    private Method method(MethodTree method, String type) {
        var first = lineOf(signatureStart(method));
        var last = lineOf(positions.getEndPosition(unit, method));
        var body = method.getBody();
        var isTable = body != null
                && body.getStatements().stream()
                        .allMatch(s -> s instanceof ExpressionStatementTree || s instanceof ReturnTree);
        var isConstructor = method.getName().contentEquals("<init>");
        return new Method(
                isConstructor ? type : method.getName().toString(),
                first,
                last - first + 1,
                isConstructor && listsData ? 0 : method.getParameters().size(),
                body == null ? 0 : new NestingReader().depthOf(body),
                isTable,
                has(method.getModifiers(), "Override"),
                has(method.getModifiers(), "Test"));
    }

    /** Behind the annotations. */
    private long signatureStart(MethodTree method) {
        var modifiers = method.getModifiers();
        var start = positions.getStartPosition(unit, method);
        for (var annotation : modifiers.getAnnotations()) {
            start = Math.max(start, positions.getEndPosition(unit, annotation) + 1);
        }
        return start;
    }

    private static boolean has(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .anyMatch(a -> a.getAnnotationType().toString().equals(annotation));
    }

    private int lineOf(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }
}
