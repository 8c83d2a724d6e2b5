package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.CONSTANT;
import static headway.language.sample.Source.INTERNAL;
import static headway.traffic.fetch.FigureFetch.number;
import static headway.traffic.fetch.FigureFetch.truth;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Clock;
import headway.language.sample.FetchEntry;
import headway.language.sample.Figure;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The process, its threads and the machine it runs on. */
final class ProcessFetches {
    private static final int UUID_LENGTH = 36;
    private static final Text HOST_NAME = Text.of(hostName());

    static final List<FetchEntry> TABLE = List.of(
            fetch("hostname", STR, CONSTANT)
                    .summary("The name of the machine, as it was at start.")
                    .example("hostname,length,bool", "", "1")
                    .binds((_, out) -> out.text(HOST_NAME)),
            fetch("proc", SINT, CONSTANT)
                    .summary("The number of the process, which is always 1.")
                    .example("proc", "", "1")
                    .binds((_, out) -> out.integer(1)),
            number("thread", INTERNAL, Figure.THREAD, "The number of the thread, from 0."),
            fetch("tgroup", SINT, CONSTANT)
                    .summary("The number of the thread's group, from 0; here there is one group.")
                    .example("tgroup", "", "0")
                    .binds((_, out) -> out.integer(0)),
            number(
                            "cpu_usage_thr",
                            INTERNAL,
                            Figure.LOOP_USAGE,
                            "How much of the last moments the thread has worked instead of waiting, in percent.")
                    .by(Clock.TURNS),
            number(
                            "cpu_usage_grp",
                            INTERNAL,
                            Figure.PROCESS_USAGE,
                            "The same of all threads of the group on the average; here there is one group.")
                    .by(Clock.TURNS),
            number(
                            "cpu_usage_proc",
                            INTERNAL,
                            Figure.PROCESS_USAGE,
                            "How much of the last moments the threads have worked, on the average, in percent.")
                    .by(Clock.TURNS),
            truth("stopping", INTERNAL, Figure.IS_STOPPING, "True while the process is about to end."),
            number("uptime", INTERNAL, Figure.UPTIME_SECONDS, "For how many seconds the process has run."),
            fetch("quic_enabled", BOOL, CONSTANT)
                    .summary("True when QUIC is there.")
                    .example("quic_enabled", "", "0")
                    .binds((_, out) -> out.bool(false)),
            fetch("uuid", STR, CONSTANT)
                    .summary("A unique identifier (RFC 9562) of version 4, or 7 which begins with the time.")
                    .example("uuid,length", "", "36")
                    .example("uuid(7),bytes(0,13)", "now=1420070400123", "014aa2ca-b07b")
                    .binds(orElse(integer("version"), 4L), ProcessFetches::uuid));

    private ProcessFetches() {}

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return javaHostName();
        }
    }

    private static String javaHostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }

    private static Reader uuid(long version) throws BindException {
        if (version == 4)
            return (scope, out) -> write(scope, ThreadLocalRandom.current().nextLong(), 4, out);
        if (version == 7) {
            return (scope, out) -> write(
                    scope,
                    scope.wallMillis() << 16 | ThreadLocalRandom.current().nextInt(1 << 16),
                    7,
                    out);
        }
        throw new BindException("Unsupported UUID version: '" + version + "'");
    }

    /** RFC 9562 4: the version stands in bits 48 to 51, the variant 10 in bits 64 and 65. */
    private static boolean write(Scope scope, long first, long version, Sample out) {
        var high = first & 0xffff_ffff_ffff_0fffL | version << 12;
        var low = ThreadLocalRandom.current().nextLong() >>> 2 | 1L << 63;
        var at = scope.scratch().take(UUID_LENGTH);
        var to = at;
        for (var digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) Slab.putByte(to++, (byte) '-');
            var value = (int) ((digit < 16 ? high : low) >>> 60 - digit % 16 * 4) & 15;
            Slab.putByte(to++, (byte) (value < 10 ? '0' + value : 'a' + value - 10));
        }
        return out.text(at, UUID_LENGTH);
    }
}
