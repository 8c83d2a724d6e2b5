package headway.wire.engine.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.Engines;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors that the process was given, which all wait when they are full: what is written to them does not. */
class OutputTest {
    private static final int F_SETFL = 4;
    private static final int O_WRONLY = 1;
    private static final int SOCK_STREAM = 1;

    private final EpollEngine engine = new EpollEngine();
    private final Kernel kernel = new Kernel();

    @BeforeEach
    void onlyWithEpoll() {
        assumeTrue(Engines.pick(true).name().equals("epoll"), "no epoll here");
    }

    @Test
    void outputToAPipeNobodyReadsIsDroppedAndDoesNotWait() {
        var pipe = new Pipes(kernel, 1, 0).take();
        assertThat(pipe).isNotNull();
        kernel.call(Numbers.FCNTL, pipe.in(), F_SETFL, O_WRONLY);
        var size = 1 << 16;
        var at = Buffers.reserve(size);
        try (var output = engine.output(pipe.in())) {
            var written = 0;
            while (output.send(at, size)) written += size;
            assertThat(written).isEqualTo(pipe.capacity());
            assertThat(output.dropped()).isEqualTo(1);
        }
        kernel.call(Numbers.CLOSE, pipe.in());
        kernel.call(Numbers.CLOSE, pipe.out());
    }

    /** What is read at last are whole lines, and others who share the terminal wait as before. */
    @Test
    void outputToATerminalNobodyReadsIsDroppedAndDoesNotWait() throws InterruptedException {
        var pty = new Pty(kernel);
        assumeTrue(pty.isThere(), "no terminals here");
        var line = "x".repeat(99) + "\n";
        var at = Buffers.constant(line.getBytes(StandardCharsets.US_ASCII));
        try (var output = engine.output(pty.end())) {
            var taken = 0;
            // The kernel moves what was written on by itself, which makes room once more.
            for (var refused = 0; refused < 5; Thread.sleep(5)) {
                if (output.send(at, line.length())) {
                    taken++;
                    refused = 0;
                } else {
                    refused++;
                }
            }
            assertThat(taken).isPositive();
            assertThat(output.dropped()).isGreaterThanOrEqualTo(5);
            assertThat(pty.isWaiting()).isTrue();

            var read = pty.read();
            assertThat(output.send(at, line.length())).isTrue();
            read += pty.read();
            assertThat(read.replace("\r", "")).isEqualTo(line.repeat(taken + 1));
        }
        pty.close();
    }

    /** As systemd gives one for standard output. What the last line lacks comes before the next. */
    @Test
    void outputToASocketNobodyReadsIsDroppedAndDoesNotWait(@TempDir Path folder) throws Exception {
        var path = folder.resolve("journal");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            var sockets = new Sockets(kernel);
            var fd = sockets.socket(SocketAddresses.AF_UNIX, SOCK_STREAM);
            kernel.call(Numbers.FCNTL, fd, F_SETFL, 0);
            assertThat(sockets.connect(fd, new Address.Unix(path.toString()))).isZero();
            var size = 1 << 16;
            var at = Buffers.reserve(size);
            try (var output = engine.output(fd);
                    var reader = server.accept()) {
                reader.configureBlocking(false);
                var lines = 0;
                while (output.send(at, size)) lines++;
                assertThat(output.dropped()).isEqualTo(1);
                var expected = ByteBuffer.allocate(lines * size + 1);
                while (reader.read(expected) > 0) {}
                assertThat(output.send(at, 1)).isTrue();
                while (reader.read(expected) > 0) {}
                assertThat(expected.hasRemaining()).isFalse();
                assertThat(reader.read(ByteBuffer.allocate(1))).isZero();
            }
            sockets.close(fd);
        }
    }

    /** As with {@code >>}: what others append in between stays. */
    @Test
    void outputToAFileIsWritten(@TempDir Path folder) throws Exception {
        var file = Files.createFile(folder.resolve("log"));
        var path = (file + "\0").getBytes(StandardCharsets.UTF_8);
        var name = Slab.ADDRESS + Buffers.constant(path);
        var fd = (int) kernel.call(Numbers.OPENAT, -100, name, O_WRONLY | 0x400, 0); // AT_FDCWD, O_APPEND
        var at = Buffers.constant("one\n".getBytes(StandardCharsets.US_ASCII));
        try (var output = engine.output(fd)) {
            assertThat(output.send(at, 4)).isTrue();
            Files.writeString(file, "two\n", StandardOpenOption.APPEND);
            assertThat(output.send(at, 4)).isTrue();
        }
        assertThat(file).hasContent("one\ntwo\none\n");
        kernel.call(Numbers.CLOSE, fd);
    }
}
