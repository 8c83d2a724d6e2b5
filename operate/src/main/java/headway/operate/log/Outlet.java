package headway.operate.log;

import headway.base.memory.Slab;
import headway.wire.engine.DatagramSender;

/** Where the messages of a {@code log} line go; of one loop, or of those threads that are no loops. */
interface Outlet {
    /** How long a message may be, with its header. */
    int longest();

    /** How much of the text is taken before the header is put before it. */
    int longestText();

    /**
     * Takes the message; one byte behind it may be overwritten.
     *
     * @param textAt where its text begins, behind the header
     * @return false when it was lost and the process is to count it
     */
    boolean send(int at, int length, int textAt);

    /** Messages that were lost, of those that the process counts. */
    long dropped();

    void close();

    /** A socket or a descriptor: each message ends with a line feed. */
    record Datagrams(DatagramSender sender, int longest) implements Outlet {
        @Override
        public int longestText() {
            return longest;
        }

        @Override
        public boolean send(int at, int length, int textAt) {
            var end = at + length;
            var saved = Slab.byteAt(end);
            Slab.putByte(end, (byte) '\n');
            var done = sender.send(at, length + 1);
            Slab.putByte(end, saved);
            return done;
        }

        @Override
        public long dropped() {
            return sender.dropped();
        }

        @Override
        public void close() {
            sender.close();
        }
    }
}
