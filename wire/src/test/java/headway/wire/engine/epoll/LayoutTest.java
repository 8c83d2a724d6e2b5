package headway.wire.engine.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares what this package believes of the kernel's structures, numbers and flags with what the C compiler of this machine says. */
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
        var compiler = compiler();
        assumeTrue(compiler != null, "no C compiler here: layouts are not compared");
        var source = folder.resolve("layout.c");
        var program = folder.resolve("layout").toString();
        Files.writeString(source, source());
        run(List.of(compiler, "-o", program, source.toString()));
        var theirs = run(List.of(program))
                .lines()
                .collect(Collectors.toMap(line -> line.split("\t")[0], line -> Integer.valueOf(line.split("\t")[1])));
        assertThat(theirs).isEqualTo(OURS);
    }

    private static String source() {
        var prints = OURS.keySet().stream()
                .map(name -> "  printf(\"%s\\t%d\\n\", \"" + name + "\", (int)(" + name + "));\n")
                .collect(Collectors.joining());
        return """
                #define _GNU_SOURCE
                #include <errno.h>
                #include <netinet/in.h>
                #include <stddef.h>
                #include <stdio.h>
                #include <sys/epoll.h>
                #include <sys/socket.h>
                #include <sys/syscall.h>
                #include <sys/uio.h>
                #include <sys/un.h>
                int main(void) {
                """ + prints + "  return 0;\n}\n";
    }

    private static String compiler() {
        for (var name : List.of("cc", "gcc", "clang")) {
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
