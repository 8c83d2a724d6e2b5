package headway.wire.engine.epoll;

import headway.base.units.Address;
import headway.wire.engine.DatagramSender;
import headway.wire.engine.Engine;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.Listener;
import headway.wire.engine.Loop;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The engine of Linux. */
public final class EpollEngine implements Engine {
    private final OpenOutputs outputs = new OpenOutputs();

    private final Listening listening = new Listening(new Sockets(new Kernel()));
    private final Set<Integer> adopted = new HashSet<>();

    @Override
    public String name() {
        return "epoll";
    }

    @Override
    public Loop loop(int index, EngineSettings settings, Consumer<Throwable> bugHook) {
        return new EpollLoop(index, settings, bugHook);
    }

    @Override
    public synchronized Listener listen(ListenSpec spec) throws ListenException {
        if (spec.address() instanceof Address.Descriptor descriptor) {
            if (!adopted.add(descriptor.number())) {
                throw new ListenException("descriptor " + descriptor.number() + " is listened on already");
            }
            var address = listening.adopt(descriptor.number(), spec);
            return new EpollListener(
                    this, descriptor.number(), address, listening.control(descriptor.number(), address, spec));
        }
        var fd = listening.open(spec);
        var address = listening.address(fd, spec);
        return new EpollListener(this, fd, address, listening.control(fd, address, spec));
    }

    @Override
    public synchronized Listener datagramSocket(ListenSpec spec) throws ListenException {
        var fd = listening.openDatagrams(spec);
        return new EpollListener(this, fd, listening.address(fd, spec), "");
    }

    synchronized void close(EpollListener listener) {
        listening.close(listener.fd);
    }

    @Override
    public DatagramSender datagrams(Address to, int sendBuffer) throws ListenException {
        return new EpollDatagrams(to, sendBuffer);
    }

    @Override
    public DatagramSender output(int descriptor) {
        return new EpollOutput(outputs, descriptor);
    }
}
