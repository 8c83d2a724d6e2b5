package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.base.diagnostic.Position;
import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.model.LogForward.Host;
import headway.language.model.LogRing;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.LogForm;
import headway.language.model.LogTarget.Range;
import headway.language.model.LogTarget.Sampling;
import headway.language.model.LogTarget.Sink;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message on its way into a ring, from a stream or from elsewhere, makes no object. */
class OutputsAllocateNothingTest {
    private static final int RUNS = 10_000;

    private final LogClock clock = new LogClock(ZoneOffset.UTC);
    private final MessageRing ring = new MessageRing(
            new LogRing(Position.NOWHERE, "r", "r", LogForm.RFC5424, 1024, 1 << 16, null, 0, 0, List.of()));
    private final SyslogHeader header = new SyslogHeader(LogForm.RFC5424, 16, "lb1", "shop", 123);
    private final RingOutlet outlet = new RingOutlet(ring, 1024, header, clock);
    private final Sampler sampler = new Sampler(new Sampling(List.of(new Range(1, 2)), 3));
    private final LogTarget target =
            new LogTarget(Position.NOWHERE, new Sink.Ring("r"), 1024, null, 16, 7, 0, null, null);

    @Test
    void ofAStream() {
        var output = new LogOutput(target, header, outlet, sampler);
        var message = new LogMessage(clock);
        message.text("GET /a", new LineWriter());
        message.level = 6;
        assertAllocatesNothing(() -> {
            clock.tick();
            output.send(message);
        });
    }

    @Test
    void ofAnotherProgram() {
        var text = "<34>Oct 11 22:14:15 host su[12]: hello".getBytes(StandardCharsets.ISO_8859_1);
        var in = Buffers.constant(text);
        var at = Buffers.reserve(LogRelay.ROOM + 1);
        var output = new RelayOutput(target, new RelayHeader(LogForm.RFC5424, 16, Host.KEEP), outlet, sampler);
        var message = new ReceivedMessage();
        var writer = new LineWriter();
        assertAllocatesNothing(() -> {
            clock.tick();
            message.parse(in, text.length);
            output.send(message, writer, at, clock, () -> null);
        });
        assertThat(Slab.text(message.textAt(), message.textLength())).isEqualTo("hello");
    }

    private static void assertAllocatesNothing(Runnable run) {
        for (var i = 0; i < 2 * RUNS; i++) run.run();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        for (var i = 0; i < RUNS; i++) run.run();
        var bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes / RUNS).as("bytes a message").isZero();
    }
}
