package headway.wire.engine.nio;

import headway.base.memory.Slab;
import headway.wire.engine.DatagramSender;
import headway.wire.engine.ListenException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Standard output or standard error. Java writes to them waiting, so a reader who stops holds the loop up. */
final class NioOutput extends DatagramSender {
    private final FileOutputStream stream;
    private final FileChannel channel;
    private final ByteBuffer view = Slab.MEMORY.asByteBuffer();

    private NioOutput(FileOutputStream stream) {
        this.stream = stream;
        channel = stream.getChannel();
    }

    static NioOutput of(int descriptor) throws ListenException {
        return switch (descriptor) {
            case 1 -> new NioOutput(new FileOutputStream(FileDescriptor.out));
            case 2 -> new NioOutput(new FileOutputStream(FileDescriptor.err));
            default -> throw new ListenException("the portable engine cannot write to descriptor " + descriptor);
        };
    }

    @Override
    protected boolean transmit(int at, int length) {
        try {
            return channel.isOpen()
                    && stream.getFD().valid()
                    && channel.write(view.limit(at + length).position(at)) == length;
        } catch (IOException e) {
            return false;
        }
    }

    /** The descriptor belongs to the process and stays open. */
    @Override
    public void close() {}
}
