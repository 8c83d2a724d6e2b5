package headway.quality.shape;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Finds how deep control flow is nested in one method. */
final class NestingReader extends TreeScanner<@Nullable Void, Integer> {
    private int deepest;

    int depthOf(BlockTree body) {
        scan(body, 0);
        return deepest;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, Integer depth) {
        if (!isControl(tree)) return super.scan(tree, depth);
        deepest = Math.max(deepest, depth + 1);
        return super.scan(tree, depth + 1);
    }

    @Override
    public @Nullable Void visitIf(IfTree branch, Integer depth) {
        scan(branch.getCondition(), depth);
        scan(branch.getThenStatement(), depth);
        // "else if" reads as the next of a row, not as a step inwards.
        var otherwise = branch.getElseStatement();
        scan(otherwise, otherwise instanceof IfTree ? depth - 1 : depth);
        return null;
    }

    /** A class inside a method is a story of its own. */
    @Override
    public @Nullable Void visitClass(ClassTree type, Integer depth) {
        return null;
    }

    private static boolean isControl(@Nullable Tree tree) {
        return tree instanceof IfTree
                || tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree
                || tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree
                || tree instanceof SwitchTree
                || tree instanceof SwitchExpressionTree
                || tree instanceof SynchronizedTree
                || tree instanceof TryTree;
    }
}
