package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.INTERNAL;

import headway.http.Head;
import headway.language.sample.BindException;
import headway.language.sample.FetchEntry;
import headway.language.sample.Figure;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Signature;
import java.util.List;

/** For developers: a message as the blocks that HAProxy keeps it in. Of a response once there is one, else of the request. */
final class HtxFetches {
    private static final String GIVEN = "POST /a HTTP/1.1\nhost: h.x\nbody=xyz";
    /** Numbers of blocks that depend on the message. */
    private static final int LAST = -1;

    static final List<FetchEntry> TABLE = List.of(
            fetch("internal.strm.is_htx", BOOL, INTERNAL)
                    .summary("True when the stream is HTTP.")
                    .example("internal.strm.is_htx", "is-http=1", "1")
                    .binds((scope, out) -> out.bool(scope.figure(Figure.IS_HTTP) == 1)),
            fetch("internal.htx.nbblks", SINT, INTERNAL)
                    .summary("How many blocks the message has.")
                    .example("internal.htx.nbblks", GIVEN, "4")
                    .binds(number(HtxBlocks::count)),
            fetch("internal.htx.data", SINT, INTERNAL)
                    .summary("How many bytes the blocks have together.")
                    .example("internal.htx.data", GIVEN, "45")
                    .binds(number(HtxBlocks::data)),
            fetch("internal.htx.used", SINT, INTERNAL)
                    .summary("How many bytes the blocks have together with what HAProxy keeps of each.")
                    .example("internal.htx.used", GIVEN, "77")
                    .binds(number(HtxBlocks::used)),
            fetch("internal.htx.size", SINT, INTERNAL)
                    .summary("How many bytes of a buffer there are for blocks.")
                    .example("internal.htx.size", "buffer-size=16384", "16336")
                    .binds(number((scope, _) -> size(scope))),
            fetch("internal.htx.free", SINT, INTERNAL)
                    .summary("How many bytes of a buffer no block uses.")
                    .example("internal.htx.free", GIVEN + "\nbuffer-size=16384", "16259")
                    .binds(number((scope, head) -> size(scope) - HtxBlocks.used(scope, head))),
            fetch("internal.htx.free_data", SINT, INTERNAL)
                    .summary("How many bytes another block could have.")
                    .example("internal.htx.free_data", GIVEN + "\nbuffer-size=16384", "16251")
                    .binds(number((scope, head) -> HtxBlocks.freeForData(size(scope) - HtxBlocks.used(scope, head)))),
            fetch("internal.htx.has_eom", BOOL, INTERNAL)
                    .summary("True when the end of the message is there.")
                    .example("internal.htx.has_eom", GIVEN, "1")
                    .example("internal.htx.has_eom", "part=xyz", "0")
                    .binds((scope, out) -> HtxBlocks.head(scope) == null
                            ? out.notYet()
                            : out.bool(scope.contentEnded(HtxBlocks.direction(scope)))),
            fetch("internal.htx_blk.type", STR, INTERNAL)
                    .summary("The kind of a block, by its number, or head, tail or first.")
                    .example("internal.htx_blk.type(1)", GIVEN, "HTX_BLK_HDR")
                    .example("internal.htx_blk.type(tail)", GIVEN, "HTX_BLK_DATA")
                    .example("internal.htx_blk.type(9)", GIVEN, "HTX_BLK_UNUSED")
                    .binds(
                            string("idx"),
                            block((scope, head, index, out) -> out.text(HtxBlocks.type(scope, head, index)))),
            fetch("internal.htx_blk.size", SINT, INTERNAL)
                    .summary("How many bytes a block has.")
                    .example("internal.htx_blk.size(head)", GIVEN, "34")
                    .binds(
                            string("idx"),
                            block((scope, head, index, out) -> out.integer(HtxBlocks.size(scope, head, index)))),
            fetch("internal.htx_blk.start_line", STR, INTERNAL)
                    .summary("The start line, if that is what the block holds.")
                    .example("internal.htx_blk.start_line(0)", GIVEN, "POST /a HTTP/1.1")
                    .example("internal.htx_blk.start_line(0)", "HTTP/1.1 404 Not Found", "HTTP/1.1 404 Not Found")
                    .binds(
                            string("idx"),
                            block((scope, head, index, out) ->
                                    index == 0 ? HtxBlocks.startLine(scope, head, out) : out.text(0, 0))),
            fetch("internal.htx_blk.hdrname", STR, INTERNAL)
                    .summary("The name of the field that the block holds.")
                    .example("internal.htx_blk.hdrname(1)", GIVEN, "host")
                    .binds(
                            string("idx"),
                            block((_, head, index, out) -> isField(head, index)
                                    ? out.text(head.nameAt(index - 1), head.nameLength(index - 1))
                                    : out.text(0, 0))),
            fetch("internal.htx_blk.hdrval", STR, INTERNAL)
                    .summary("The value of the field that the block holds.")
                    .example("internal.htx_blk.hdrval(1)", GIVEN, "h.x")
                    .binds(
                            string("idx"),
                            block((_, head, index, out) -> isField(head, index)
                                    ? out.text(head.valueAt(index - 1), head.valueLength(index - 1))
                                    : out.text(0, 0))),
            fetch("internal.htx_blk.data", BIN, INTERNAL)
                    .summary("The bytes of the body that the block holds.")
                    .example("internal.htx_blk.data(tail)", GIVEN, "xyz")
                    .example("internal.htx_blk.data(0)", GIVEN, "")
                    .binds(
                            string("idx"),
                            block((scope, head, index, out) -> index == head.fields() + 2
                                    ? out.binary(
                                            scope.contentAt(HtxBlocks.direction(scope)),
                                            scope.contentLength(HtxBlocks.direction(scope)))
                                    : out.binary(0, 0))));

    private HtxFetches() {}

    /** A number about a message. */
    @FunctionalInterface
    private interface Number {
        long of(Scope scope, Head head);
    }

    /** Something about one of its blocks. */
    @FunctionalInterface
    private interface Block {
        boolean read(Scope scope, Head head, int index, Sample out);
    }

    private static Reader number(Number number) {
        return (scope, out) -> {
            var head = HtxBlocks.head(scope);
            return head == null ? out.notYet() : out.integer(number.of(scope, head));
        };
    }

    private static Signature.One<String, Reader> block(Block block) {
        return word -> {
            var number = number(word);
            return (scope, out) -> {
                var head = HtxBlocks.head(scope);
                if (head == null) return out.notYet();
                return block.read(scope, head, number == LAST ? HtxBlocks.count(scope, head) - 1 : number, out);
            };
        };
    }

    private static int number(String word) throws BindException {
        if (word.equals("head") || word.equals("first")) return 0;
        if (word.equals("tail")) return LAST;
        if (word.matches("\\d{1,9}")) return Integer.parseInt(word);
        throw new BindException("a block is a number, 'head', 'tail' or 'first'");
    }

    private static long size(Scope scope) {
        return HtxBlocks.capacity(scope.figure(Figure.BUFFER_SIZE));
    }

    private static boolean isField(Head head, int index) {
        return index > 0 && index <= head.fields();
    }
}
