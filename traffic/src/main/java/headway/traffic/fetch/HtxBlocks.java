package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.sample.Direction;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import org.jspecify.annotations.Nullable;

/**
 * A message in the form in which HAProxy keeps it (HTX): a block for the start line, one for each field, one for the end of the head, one for the part of the body
 * that is there. Nothing is kept so here; the blocks are those that HAProxy would have.
 */
final class HtxBlocks {
    static final Text UNUSED = Text.of("HTX_BLK_UNUSED");
    private static final Text REQUEST_LINE = Text.of("HTX_BLK_REQ_SL");
    private static final Text RESPONSE_LINE = Text.of("HTX_BLK_RES_SL");
    private static final Text FIELD = Text.of("HTX_BLK_HDR");
    private static final Text END_OF_HEAD = Text.of("HTX_BLK_EOH");
    private static final Text DATA = Text.of("HTX_BLK_DATA");

    /** What HAProxy keeps beside the texts of a start line, for each block, and for each message. */
    private static final int START_LINE = 20;

    private static final int BLOCK = 8;
    private static final int MESSAGE = 48;

    private HtxBlocks() {}

    static Direction direction(Scope scope) {
        return scope.response() == null ? Direction.REQUEST : Direction.RESPONSE;
    }

    static @Nullable Head head(Scope scope) {
        var response = scope.response();
        return response == null ? scope.request() : response;
    }

    static int count(Scope scope, Head head) {
        return head.fields() + 2 + (scope.contentLength(direction(scope)) > 0 ? 1 : 0);
    }

    static Text type(Scope scope, Head head, int index) {
        if (index < 0 || index >= count(scope, head)) return UNUSED;
        if (index == 0) return scope.response() == null ? REQUEST_LINE : RESPONSE_LINE;
        if (index <= head.fields()) return FIELD;
        return index == head.fields() + 1 ? END_OF_HEAD : DATA;
    }

    static int size(Scope scope, Head head, int index) {
        if (index < 0 || index >= count(scope, head)) return 0;
        if (index == 0) return START_LINE + lineLength(scope, head) - 2;
        if (index <= head.fields()) return head.nameLength(index - 1) + head.valueLength(index - 1);
        return index == head.fields() + 1 ? 1 : scope.contentLength(direction(scope));
    }

    static long data(Scope scope, Head head) {
        var sum = 0L;
        for (var i = 0; i < count(scope, head); i++) sum += size(scope, head, i);
        return sum;
    }

    static long used(Scope scope, Head head) {
        return data(scope, head) + (long) BLOCK * count(scope, head);
    }

    /** What a buffer has room for, less what HAProxy needs of it for itself. */
    static long capacity(long bufferSize) {
        return bufferSize - MESSAGE;
    }

    static long freeForData(long free) {
        return Math.max(0, free - BLOCK);
    }

    private static int lineLength(Scope scope, Head head) {
        return 2 + 8 + (scope.response() == null ? head.methodLength() + head.targetLength() : 3 + head.reasonLength());
    }

    static boolean startLine(Scope scope, Head head, Sample out) {
        var length = lineLength(scope, head);
        var at = scope.scratch().take(length);
        if (scope.response() == null) {
            var to = word(head.methodAt(), head.methodLength(), at);
            version(head, word(head.targetAt(), head.targetLength(), to));
        } else {
            version(head, at);
            Slab.putByte(at + 8, (byte) ' ');
            for (int i = 11, rest = head.status(); i > 8; i--, rest /= 10)
                Slab.putByte(at + i, (byte) ('0' + rest % 10));
            Slab.putByte(at + 12, (byte) ' ');
            Slab.copy(head.reasonAt(), at + 13, head.reasonLength());
        }
        return out.text(at, length);
    }

    private static int word(int from, int length, int to) {
        Slab.copy(from, to, length);
        Slab.putByte(to + length, (byte) ' ');
        return to + length + 1;
    }

    private static void version(Head head, int at) {
        Slab.copy(VERSION.at(), at, VERSION.length());
        Slab.putByte(at + 5, (byte) ('0' + head.version() / 10));
        Slab.putByte(at + 7, (byte) ('0' + head.version() % 10));
    }

    private static final Text VERSION = Text.of("HTTP/0.0");
}
