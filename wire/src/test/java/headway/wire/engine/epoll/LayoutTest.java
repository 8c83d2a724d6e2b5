package headway.wire.engine.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.base.memory.Slab;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares what this package believes of the kernel's structures, numbers and flags with what the C compilers of both processors say. */
class LayoutTest {
    private static final Map<String, Integer> OURS = new TreeMap<>();

    static {
        OURS.put("sizeof(struct epoll_event)", Epoll.SIZE);
        OURS.put("offsetof(struct epoll_event, data)", Epoll.DATA);
        OURS.put("sizeof(struct sockaddr_in)", SocketAddresses.SIZE_4);
        OURS.put("offsetof(struct sockaddr_in, sin_port)", SocketAddresses.PORT);
        OURS.put("offsetof(struct sockaddr_in, sin_addr)", SocketAddresses.BYTES_4);
        OURS.put("sizeof(struct sockaddr_in6)", SocketAddresses.SIZE_6);
        OURS.put("offsetof(struct sockaddr_in6, sin6_port)", SocketAddresses.PORT);
        OURS.put("offsetof(struct sockaddr_in6, sin6_addr)", SocketAddresses.BYTES_6);
        OURS.put("(sizeof(struct sockaddr_un) + 7) / 8 * 8", SocketAddresses.SIZE);
        OURS.put("offsetof(struct sockaddr_un, sun_path)", SocketAddresses.PATH);
        OURS.put("sizeof(((struct sockaddr_un *)0)->sun_path)", SocketAddresses.LONGEST_PATH);
        OURS.put("sizeof(struct msghdr)", Gather.HEADER_SIZE);
        OURS.put("offsetof(struct msghdr, msg_name)", Gather.NAME);
        OURS.put("offsetof(struct msghdr, msg_namelen)", Gather.NAME_LENGTH);
        OURS.put("offsetof(struct msghdr, msg_iov)", Gather.VECTORS);
        OURS.put("offsetof(struct msghdr, msg_iovlen)", Gather.VECTOR_COUNT);
        OURS.put("sizeof(struct mmsghdr)", MessageBatch.HEADER_SIZE);
        OURS.put("sizeof(struct iovec)", Gather.VECTOR_SIZE);
        OURS.put("AF_UNIX", SocketAddresses.AF_UNIX);
        OURS.put("AF_INET", SocketAddresses.AF_INET);
        OURS.put("AF_INET6", SocketAddresses.AF_INET6);
        OURS.put("SOCK_STREAM", Sockets.SOCK_STREAM);
        OURS.put("SOCK_DGRAM", Sockets.SOCK_DATAGRAM);
        OURS.put("SOCK_NONBLOCK | SOCK_CLOEXEC", Sockets.NONBLOCK_CLOEXEC);
        OURS.put("EPOLLIN", Epoll.IN);
        OURS.put("EPOLLOUT", Epoll.OUT);
        OURS.put("EPOLLERR", Epoll.ERR);
        OURS.put("EPOLLHUP", Epoll.HUP);
        OURS.put("EPOLLRDHUP", Epoll.RDHUP);
        OURS.put("(int)EPOLLEXCLUSIVE", Epoll.EXCLUSIVE);
        OURS.put("(int)EPOLLET", Epoll.EDGE);
        OURS.put("EPOLL_CTL_ADD", Epoll.ADD);
        OURS.put("EPOLL_CTL_DEL", Epoll.DEL);
        OURS.put("-EAGAIN", Errno.EAGAIN);
        OURS.put("-EINPROGRESS", Errno.EINPROGRESS);
        OURS.put("-ECONNREFUSED", Errno.ECONNREFUSED);
        OURS.put("-ENOTSUP", Errno.ENOTSUP);
        OURS.put("SYS_write", Numbers.WRITE);
        OURS.put("SYS_close", Numbers.CLOSE);
        OURS.put("SYS_ioctl", Numbers.IOCTL);
        OURS.put("SYS_socket", Numbers.SOCKET);
        OURS.put("SYS_connect", Numbers.CONNECT);
        OURS.put("SYS_sendto", Numbers.SENDTO);
        OURS.put("SYS_recvfrom", Numbers.RECVFROM);
        OURS.put("SYS_sendmsg", Numbers.SENDMSG);
        OURS.put("SYS_shutdown", Numbers.SHUTDOWN);
        OURS.put("SYS_bind", Numbers.BIND);
        OURS.put("SYS_listen", Numbers.LISTEN);
        OURS.put("SYS_getsockname", Numbers.GETSOCKNAME);
        OURS.put("SYS_setsockopt", Numbers.SETSOCKOPT);
        OURS.put("SYS_getsockopt", Numbers.GETSOCKOPT);
        OURS.put("SYS_fcntl", Numbers.FCNTL);
        OURS.put("SYS_epoll_ctl", Numbers.EPOLL_CTL);
        OURS.put("SYS_openat", Numbers.OPENAT);
        OURS.put("SYS_fchownat", Numbers.FCHOWNAT);
        OURS.put("SYS_fchmodat", Numbers.FCHMODAT);
        OURS.put("SYS_splice", Numbers.SPLICE);
        OURS.put("SYS_epoll_pwait", Numbers.EPOLL_PWAIT);
        OURS.put("SYS_accept4", Numbers.ACCEPT4);
        OURS.put("SYS_eventfd2", Numbers.EVENTFD2);
        OURS.put("SYS_epoll_create1", Numbers.EPOLL_CREATE1);
        OURS.put("SYS_pipe2", Numbers.PIPE2);
        OURS.put("SYS_sendmmsg", Numbers.SENDMMSG);
        OURS.put("SYS_setns", Numbers.SETNS);
        OURS.put("SYS_pwritev2", Numbers.PWRITEV2);
    }

    @Test
    void layoutsAndNumbersAreTheCompilers(@TempDir Path folder) throws Exception {
        var compiler = find(List.of("cc", "gcc", "clang"));
        assumeTrue(compiler != null, "no C compiler here: layouts are not compared");
        check(compiler, OURS, folder);
    }

    /** The values of the other processor are those that this class has in a JVM that is told to be on it; nothing of it is called there. */
    @Test
    void thoseOfTheOtherProcessorAreItsCompilers(@TempDir Path folder) throws Exception {
        var compiler = find(List.of("aarch64-linux-gnu-gcc"));
        assumeTrue(
                compiler != null,
                "no compiler for aarch64 here (apt install gcc-aarch64-linux-gnu libc6-dev-arm64-cross)");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var printed = run(List.of(java, "-Dos.arch=aarch64", "-cp", classPath(), LayoutTest.class.getName()));
        var theirs = printed.lines()
                .filter(line -> line.indexOf('\t') > 0)
                .collect(Collectors.toMap(line -> line.split("\t")[0], line -> Integer.valueOf(line.split("\t")[1])));
        assertThat(theirs.keySet()).isEqualTo(OURS.keySet());
        assertThat(theirs).isNotEqualTo(OURS);
        check(compiler, theirs, folder);
    }

    @Test
    void aWrongValueIsFound(@TempDir Path folder) {
        var compiler = find(List.of("cc", "gcc", "clang"));
        assumeTrue(compiler != null, "no C compiler here: layouts are not compared");
        assertThatThrownBy(() -> check(compiler, Map.of("SYS_write", Numbers.WRITE + 1), folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SYS_write");
    }

    /** Prints what the package believes, on the processor that {@code os.arch} names. */
    public static void main(String[] arguments) {
        OURS.forEach((name, value) -> System.out.println(name + "\t" + value));
    }

    private static String classPath() {
        return Stream.of(LayoutTest.class, Numbers.class, Slab.class)
                .map(each -> Path.of(URI.create(each.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void check(String compiler, Map<String, Integer> values, Path folder)
            throws IOException, InterruptedException {
        var source = folder.resolve("layout.c");
        Files.writeString(source, source(values));
        run(List.of(compiler, "-fsyntax-only", source.toString()));
    }

    private static String source(Map<String, Integer> values) {
        var checks = values.entrySet().stream()
                .map(each -> "_Static_assert((int)(%1$s) == %2$d, \"%1$s is not %2$d\");\n"
                        .formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        return """
                #define _GNU_SOURCE
                #include <errno.h>
                #include <netinet/in.h>
                #include <stddef.h>
                #include <sys/epoll.h>
                #include <sys/socket.h>
                #include <sys/syscall.h>
                #include <sys/uio.h>
                #include <sys/un.h>
                """ + checks;
    }

    private static @Nullable String find(List<String> names) {
        for (var name : names) {
            for (var folder : System.getenv("PATH").split(":")) {
                if (Files.isExecutable(Path.of(folder, name))) return name;
            }
        }
        return null;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
