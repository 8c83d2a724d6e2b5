package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.SocketOptions;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that lets a listener run out of descriptors, and prints what its acceptor is told. */
final class ShortOfDescriptors implements Acceptor {
    private static final int PRLIMIT64 = System.getProperty("os.arch").equals("aarch64") ? 261 : 302;
    private static final int RLIMIT_NOFILE = 7;

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Kernel kernel = new Kernel();
    private final int limitsAt = Buffers.reserve(16);

    public static void main(String[] words) throws Exception {
        new ShortOfDescriptors().run();
        System.exit(0);
    }

    private void run() throws Exception {
        var engine = new EpollEngine();
        var any = new Address.Inet(new byte[] {127, 0, 0, 1}, 0);
        var listener = engine.listen(new ListenSpec(any, 16, SocketOptions.NONE, -1, -1, -1));
        var there = new InetSocketAddress("127.0.0.1", ((Address.Inet) listener.address()).port());
        var loop = engine.loop(0, new EngineSettings(16384, 64, 200, true, 64));
        loop.start();
        loop.send(() -> loop.accept(listener, this));
        new Socket("127.0.0.1", there.getPort()).close();
        System.out.println(next());
        // The loop has finished that turn: the classes of accepting are there.
        var turned = new CountDownLatch(1);
        loop.send(turned::countDown);
        turned.await();
        Errno.failure(Errno.EMFILE);

        var socket = new Socket();
        socket.bind(null);
        kernel.call(PRLIMIT64, 0, RLIMIT_NOFILE, 0, Slab.ADDRESS + limitsAt);
        var soft = Slab.longAt(limitsAt);
        limit(3);
        socket.connect(there);
        var first = next();
        limit(soft);
        System.out.println(first);
        var last = next();
        while (last.startsWith("exhausted")) last = next();
        System.out.println(last + " again");
    }

    private void limit(long descriptors) {
        Slab.putLong(limitsAt, descriptors);
        kernel.call(PRLIMIT64, 0, RLIMIT_NOFILE, Slab.ADDRESS + limitsAt, 0);
    }

    private String next() throws InterruptedException {
        var next = told.poll(10, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    @Override
    public ConnectionHandler accepted(Connection connection) {
        told.add("accepted");
        return null;
    }

    @Override
    public void exhausted(NetworkFailure failure) {
        told.add("exhausted " + failure);
    }

    @Override
    public boolean hasRoom() {
        return true;
    }
}
