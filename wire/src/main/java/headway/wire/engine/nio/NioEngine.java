package headway.wire.engine.nio;

import headway.base.units.Address;
import headway.wire.engine.DatagramSender;
import headway.wire.engine.Engine;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.Listener;
import headway.wire.engine.Loop;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** The engine for any system with Java: no splice, no inherited descriptors, no abstract sockets, only the socket options that Java knows. */
public final class NioEngine implements Engine {
    @Override
    public String name() {
        return "nio";
    }

    @Override
    public Loop loop(int index, EngineSettings settings, Consumer<Throwable> bugHook) {
        return new NioLoop(index, settings, bugHook);
    }

    @Override
    public Listener listen(ListenSpec spec) throws ListenException {
        try {
            return switch (spec.address()) {
                case Address.Inet inet -> listenInet(inet, spec);
                case Address.Unix unix -> listenUnix(unix, spec);
                case Address.Abstract _ -> throw new ListenException("the portable engine has no abstract sockets");
                case Address.Descriptor descriptor ->
                    throw new ListenException("the portable engine cannot take over descriptor " + descriptor.number());
            };
        } catch (IOException e) {
            throw new ListenException("cannot bind socket (" + e.getMessage() + ")");
        }
    }

    private static Listener listenInet(Address.Inet inet, ListenSpec spec) throws IOException {
        var channel =
                ServerSocketChannel.open(inet.isV6() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            NioOptions.apply(channel, spec.options());
            channel.bind(NioAddresses.of(inet), spec.backlog());
            return new NioListener(channel, NioAddresses.from(channel.getLocalAddress()), spec.options());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The socket is made beside its path and moved there, so that there is no moment without a listener. */
    private static Listener listenUnix(Address.Unix unix, ListenSpec spec) throws IOException {
        var path = Path.of(unix.path());
        var beside = Path.of(unix.path() + "." + ProcessHandle.current().pid() + ".tmp");
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            Files.deleteIfExists(beside);
            channel.bind(NioAddresses.of(new Address.Unix(beside.toString())), spec.backlog());
            if (spec.mode() >= 0) Files.setAttribute(beside, "unix:mode", spec.mode());
            if (spec.uid() >= 0) Files.setAttribute(beside, "unix:uid", spec.uid());
            if (spec.gid() >= 0) Files.setAttribute(beside, "unix:gid", spec.gid());
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
            return new NioListener(channel, unix, spec.options());
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    @Override
    public Listener datagramSocket(ListenSpec spec) throws ListenException {
        if (!(spec.address() instanceof Address.Inet inet))
            throw new ListenException("the portable engine receives datagrams by UDP only");
        try {
            var channel =
                    DatagramChannel.open(inet.isV6() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            NioOptions.apply(channel, spec.options());
            channel.bind(NioAddresses.of(inet));
            return new NioReceiver(channel, NioAddresses.from(channel.getLocalAddress()));
        } catch (IOException e) {
            throw new ListenException("cannot bind socket (" + e.getMessage() + ")");
        }
    }

    @Override
    public DatagramSender datagrams(Address to, int sendBuffer) throws ListenException {
        return NioDatagrams.to(to, sendBuffer);
    }

    @Override
    public DatagramSender output(int descriptor) throws ListenException {
        return NioOutput.of(descriptor);
    }
}
