package headway.language.predicate;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.language.syntax.Environment;
import headway.language.syntax.Line;
import headway.language.syntax.LineReader;
import headway.language.syntax.Mistake;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Stands between the reader and whoever takes the lines, acts on those that begin with a dot, and lets pass what their conditions let pass. */
public final class ConditionalBlocks implements LineReader.Taker {
    private static final List<String> WORDS =
            List.of(".if", ".elif", ".else", ".endif", ".diag", ".notice", ".warning", ".alert");
    /** As watched: the hundredth within each other is refused by this number. */
    private static final int DEEPEST = 100;

    /** What has become of an {@code .if} so far. */
    private enum State {
        /** These lines count. */
        TAKING,
        /** None has counted yet, one may. */
        LOOKING,
        /** None counts any more. */
        DONE
    }

    private static final class Block {
        final Position opened;
        State state;
        boolean inElse;

        Block(Position opened, State state) {
            this.opened = opened;
            this.state = state;
        }
    }

    private final Facts facts;
    private final Environment environment;
    private final Diagnostics out;
    private final LineReader.Taker next;
    private final Deque<Block> blocks = new ArrayDeque<>();
    /** How many are open below the deepest that is allowed: counted, so that each finds its end. */
    private int beyond;

    private boolean isTooDeepTold;

    public ConditionalBlocks(Facts facts, Environment environment, Diagnostics out, LineReader.Taker next) {
        this.facts = facts;
        this.environment = environment;
        this.out = out;
        this.next = next;
    }

    @Override
    public String section() {
        return next.section();
    }

    /** To be called at the end of each file: a block does not reach into the next. */
    public void endOfFile() {
        if (!isTooDeepTold)
            for (var block : blocks)
                out.add(Severity.ALERT, Code.CONDITION, block.opened, "non-terminated '.if' block.", "");
        blocks.clear();
        beyond = 0;
        isTooDeepTold = false;
    }

    @Override
    public void take(Line line) {
        if (!line.word(0).startsWith(".")) {
            if (isTaking()) next.take(line);
            return;
        }
        try {
            directive(line);
        } catch (Mistake mistake) {
            out.add(Severity.ALERT, Code.CONDITION, mistake.at(), mistake.getMessage(), mistake.proposal());
        }
    }

    private boolean isTaking() {
        var block = blocks.peek();
        return beyond == 0 && (block == null || block.state == State.TAKING);
    }

    private void directive(Line line) throws Mistake {
        if (beyond > 0 && !line.word(0).equals(".if")) {
            if (line.word(0).equals(".endif")) beyond--;
            return;
        }
        switch (line.word(0)) {
            case ".if" -> open(line);
            case ".elif" -> otherwiseIf(line);
            case ".else" -> otherwise(line);
            case ".endif" -> {
                noArgument(line, 1);
                inner(line);
                blocks.pop();
            }
            case ".diag" -> say(line, Severity.DIAG);
            case ".notice" -> say(line, Severity.NOTICE);
            case ".warning" -> say(line, Severity.WARNING);
            case ".alert" -> say(line, Severity.ALERT);
            default ->
                throw new Mistake(
                        line.at(0),
                        "unknown directive '" + line.word(0) + "'",
                        Nearest.to(line.word(0), WORDS).orElse(""));
        }
    }

    private void open(Line line) throws Mistake {
        if (blocks.size() == DEEPEST - 1) {
            tooDeep(line);
            return;
        }
        var outer = isTaking();
        var block = new Block(line.position(), State.DONE);
        blocks.push(block);
        if (outer) block.state = holds(line) ? State.TAKING : State.LOOKING;
    }

    private void tooDeep(Line line) throws Mistake {
        beyond++;
        if (isTooDeepTold) return;
        isTooDeepTold = true;
        throw new Mistake(line.at(0), "too many nested '.if', max is " + DEEPEST + ".");
    }

    private void otherwiseIf(Line line) throws Mistake {
        var block = inner(line);
        if (block.inElse) throw new Mistake(line.at(0), "'.elif' after '.else' is not permitted.");
        var looking = block.state == State.LOOKING;
        block.state = State.DONE;
        if (looking) block.state = holds(line) ? State.TAKING : State.LOOKING;
    }

    private void otherwise(Line line) throws Mistake {
        noArgument(line, 1);
        var block = inner(line);
        if (block.inElse) throw new Mistake(line.at(0), "'.else' after '.else' is not permitted.");
        block.inElse = true;
        block.state = block.state == State.LOOKING ? State.TAKING : State.DONE;
    }

    private Block inner(Line line) throws Mistake {
        var block = blocks.peek();
        if (block != null) return block;
        throw new Mistake(line.at(0), "lone '" + line.word(0) + "' with no matching '.if'.");
    }

    private boolean holds(Line line) throws Mistake {
        try {
            return Conditional.holds(line.from(1), facts, environment);
        } catch (ConditionException e) {
            // HAProxy has the colon too: the line follows, with a mark in that place.
            var message = e.getMessage() + " in '" + line.word(0) + "' at position " + e.column() + ":";
            throw new Mistake(line.at(1, e.column() - 1), message);
        }
    }

    private void say(Line line, Severity severity) throws Mistake {
        if (!isTaking()) return;
        if (line.count() > 2)
            throw new Mistake(
                    line.at(2),
                    "Unexpected argument '" + line.word(2) + "' for '" + line.word(0)
                            + "'. Use quotes if the message should contain spaces.");
        out.add(severity, Code.MESSAGE, line.position(), "'" + line.word(1) + "'.", "");
    }

    private static void noArgument(Line line, int index) throws Mistake {
        if (line.count() <= index) return;
        throw new Mistake(line.at(index), "Unexpected argument '" + line.word(index) + "' for '" + line.word(0) + "'.");
    }
}
