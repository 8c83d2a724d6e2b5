package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Opens and adopts listening sockets. One thread at a time. */
final class Listening {
    private static final int AT_FDCWD = -100;
    private static final int F_SETFD = 2;
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int O_NONBLOCK = 0x800;
    private static final int LONGEST = 4096;

    private final Sockets sockets;
    private final Kernel kernel;
    private final int pathAt = Buffers.reserve(LONGEST);

    Listening(Sockets sockets) {
        this.sockets = sockets;
        kernel = sockets.kernel;
    }

    int open(ListenSpec spec) throws ListenException {
        var family = SocketAddresses.family(spec.address());
        var fd = must(sockets.socket(family, Sockets.SOCK_STREAM, spec.options()), "cannot create a listening socket");
        try {
            prepare(fd, family, spec);
            if (spec.address() instanceof Address.Unix unix) bindPath(fd, unix, spec);
            else must(sockets.bind(fd, spec.address()), "cannot bind socket");
            must(sockets.listen(fd, spec.backlog()), "cannot listen to socket");
            return fd;
        } catch (ListenException e) {
            sockets.close(fd);
            throw e;
        }
    }

    /** A bound socket for datagrams. */
    int openDatagrams(ListenSpec spec) throws ListenException {
        var family = SocketAddresses.family(spec.address());
        var fd = must(sockets.socket(family, Sockets.SOCK_DATAGRAM, spec.options()), "cannot create a datagram socket");
        try {
            must(sockets.apply(fd, family, spec.options()), "cannot set socket options");
            if (spec.address() instanceof Address.Unix(var path)) Files.deleteIfExists(Path.of(path));
            must(sockets.bind(fd, spec.address()), "cannot bind socket");
            if (spec.address() instanceof Address.Unix(var path)) permit(path, spec);
            return fd;
        } catch (ListenException e) {
            sockets.close(fd);
            throw e;
        } catch (IOException e) {
            sockets.close(fd);
            throw new ListenException("cannot bind UNIX socket (" + e.getMessage() + ")");
        }
    }

    /** Options of the listening socket are inherited by its clients, so that accepting needs one call only. */
    private void prepare(int fd, int family, ListenSpec spec) throws ListenException {
        if (Sockets.isInet(family)) {
            sockets.reuseAddress(fd);
            sockets.noDelay(fd);
        }
        must(sockets.apply(fd, family, spec.options()), "cannot set socket options");
    }

    /** The control of congestion, which the clients inherit; what came of it, in words. */
    String control(int fd, Address address, ListenSpec spec) {
        var name = spec.options().congestion();
        if (name == null || !Sockets.isInet(SocketAddresses.family(address)) || sockets.congestion(fd, name)) return "";
        return "cannot control congestion by '" + name + "', the system's default stays";
    }

    /** As HAProxy does: the socket is made beside its path and moved there, so that there is no moment without a listener. */
    private void bindPath(int fd, Address.Unix unix, ListenSpec spec) throws ListenException {
        var beside = Path.of(unix.path() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.deleteIfExists(beside);
            bindBeside(fd, beside, Path.of(unix.path()), spec);
        } catch (IOException e) {
            throw new ListenException("cannot bind UNIX socket (" + e.getMessage() + ")");
        }
    }

    private void bindBeside(int fd, Path beside, Path path, ListenSpec spec) throws ListenException, IOException {
        try {
            must(sockets.bind(fd, new Address.Unix(beside.toString())), "cannot bind UNIX socket");
            permit(beside.toString(), spec);
            must(sockets.listen(fd, spec.backlog()), "cannot listen to socket");
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void permit(String path, ListenSpec spec) throws ListenException {
        Slab.put(pathAt, (path + "\0").getBytes(StandardCharsets.UTF_8));
        var address = Slab.ADDRESS + pathAt;
        if (spec.mode() >= 0) {
            must(kernel.call(Numbers.FCHMODAT, AT_FDCWD, address, spec.mode()), "cannot change UNIX socket mode");
        }
        if (spec.uid() >= 0 || spec.gid() >= 0) {
            must(
                    kernel.call(Numbers.FCHOWNAT, AT_FDCWD, address, spec.uid(), spec.gid(), 0, 0),
                    "cannot change UNIX socket ownership");
        }
    }

    /** Takes over a listening socket that the process was started with or was passed; returns where it listens. */
    Address adopt(int fd, ListenSpec spec) throws ListenException {
        if (!sockets.isListening(fd)) throw new ListenException("descriptor " + fd + " is not a listening socket");
        kernel.call(Numbers.FCNTL, fd, F_SETFD, 1);
        var flags = kernel.call(Numbers.FCNTL, fd, F_GETFL, 0);
        kernel.call(Numbers.FCNTL, fd, F_SETFL, flags | O_NONBLOCK);
        var address = address(fd, spec);
        prepare(fd, SocketAddresses.family(address), spec);
        return address;
    }

    Address address(int fd, ListenSpec spec) throws ListenException {
        if (spec.address() instanceof Address.Unix unix) return unix;
        var address = sockets.local(fd);
        if (address == null) throw new ListenException("socket of an unknown family");
        return address;
    }

    void close(int fd) {
        sockets.close(fd);
    }

    private static int must(long result, String what) throws ListenException {
        if (result < 0) throw new ListenException(what + " (" + Errno.words((int) result) + ")");
        return (int) result;
    }
}
