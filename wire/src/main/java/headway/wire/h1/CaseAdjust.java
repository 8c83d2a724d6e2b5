package headway.wire.h1;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The spellings of {@code h1-case-adjust}: field names as some old programs insist on them. A small open table, so that a look-up makes no object. */
public final class CaseAdjust {
    private final int mask;
    private final int[] nameAt;
    private final int[] length;
    private final int[] spelledAt;

    /** @param spellings from names in lower case to the same names as they are to be written */
    public CaseAdjust(Map<String, String> spellings) {
        var size = Integer.highestOneBit(Math.max(4, spellings.size() * 4));
        mask = size - 1;
        nameAt = new int[size];
        length = new int[size];
        spelledAt = new int[size];
        spellings.forEach(this::put);
    }

    private void put(String name, String spelled) {
        var at = Buffers.constant(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1));
        var slot = hash(at, name.length());
        while (length[slot] != 0) slot = slot + 1 & mask;
        nameAt[slot] = at;
        length[slot] = name.length();
        spelledAt[slot] = Buffers.constant(spelled.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Where the bytes to write for this name lie: the name itself unless it is in the table. */
    int spelled(int at, int nameLength) {
        for (var slot = hash(at, nameLength); length[slot] != 0; slot = slot + 1 & mask) {
            if (length[slot] == nameLength && Slab.equal(nameAt[slot], at, nameLength)) return spelledAt[slot];
        }
        return at;
    }

    private int hash(int at, int nameLength) {
        var hash = nameLength;
        for (var p = at; p < at + nameLength; p++) hash = hash * 31 + Slab.byteAt(p);
        return (hash ^ hash >>> 15) & mask;
    }
}
