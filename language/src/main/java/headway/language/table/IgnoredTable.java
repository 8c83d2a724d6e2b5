package headway.language.table;

import headway.language.draft.GlobalDraft;
import java.util.List;

/** {@code global} words that are accepted and change nothing here; whoever writes one is told why. */
final class IgnoredTable {
    private static final String SYSTEM = "the system places the threads of a JVM";
    private static final String ENGINE = "it tunes an engine that this program does not have";
    private static final String MEMORY = "the JVM manages this memory";
    private static final String TLS = "there is no TLS yet, and a line that asks for it is refused";
    private static final String PROCESS = "this program starts no other program";

    static final List<Directive<GlobalDraft>> TABLE = List.of(
            ignored("cpu-map", SYSTEM, "cpu-map 1 0"),
            ignored("cpu-set", SYSTEM, "cpu-set reset"),
            ignored("cpu-policy", SYSTEM, "cpu-policy none"),
            ignored("cpu-affinity", SYSTEM, "cpu-affinity auto"),
            negatable("numa-cpu-mapping", SYSTEM),
            ignored("thread-group", "all loops form one group", "thread-group 1 1-2"),
            ignored("max-threads-per-group", "all loops form one group", "max-threads-per-group 2"),
            ignored("tune.renice.runtime", SYSTEM, "tune.renice.runtime 1"),
            ignored("tune.renice.startup", SYSTEM, "tune.renice.startup 1"),
            ignored("tune.runqueue-depth", ENGINE, "tune.runqueue-depth 40"),
            ignored("tune.ring.queues", "a ring has one queue of writers", "tune.ring.queues 8"),
            ignored("tune.sched.low-latency", ENGINE, "tune.sched.low-latency on"),
            entry("tune.fd.edge-triggered", ENGINE)
                    .experimental()
                    .example("expose-experimental-directives\ntune.fd.edge-triggered on")
                    .takes(Forms.onOff(), (global, on) -> {}),
            entry("tune.fd.tables", ENGINE)
                    .experimental()
                    .example("expose-experimental-directives\ntune.fd.tables per-thread-group")
                    .ignores("{ shared | per-thread-group }"),
            ignored(
                    "tune.listener.multi-queue",
                    "connections are handed to the least loaded loop",
                    "tune.listener.multi-queue on"),
            ignored("tune.events.max-events-at-once", ENGINE, "tune.events.max-events-at-once 100"),
            ignored("tune.epoll.mask-events", ENGINE, "tune.epoll.mask-events err"),
            ignored("tune.recv_enough", ENGINE, "tune.recv_enough 10000"),
            ignored(
                    "tune.takeover-other-tg-connections",
                    "all loops form one group",
                    "tune.takeover-other-tg-connections none"),
            ignored("tune.streams-elasticity", ENGINE, "tune.streams-elasticity 100"),
            negatable("busy-polling", ENGINE),
            ignored("nokqueue", "kqueue is not used", "nokqueue"),
            ignored("noevports", "event ports are not used", "noevports"),
            ignored("no-memory-trimming", MEMORY, "no-memory-trimming"),
            ignored("tune.memory.hot-size", MEMORY, "tune.memory.hot-size 512k"),
            ignored("tune.buffers.reserve", MEMORY, "tune.buffers.reserve 2"),
            ignored("prealloc-fd", MEMORY, "prealloc-fd"),
            ignored("profiling.memory", "use JDK Flight Recorder", "profiling.memory on"),
            ignored("profiling.tasks", "use JDK Flight Recorder", "profiling.tasks on"),
            negatable("set-dumpable", "the JVM writes its own reports"),
            negatable("insecure-fork-wanted", PROCESS),
            negatable("insecure-setuid-wanted", PROCESS),
            ignored("ca-base", TLS, "ca-base /etc/ssl/certs"),
            ignored("crt-base", TLS, "crt-base /etc/ssl/private"),
            ignored("key-base", TLS, "key-base /etc/ssl/private"),
            ignored("ssl-server-verify", TLS, "ssl-server-verify required"),
            ignored("ssl-default-bind-options", TLS, "ssl-default-bind-options ssl-min-ver TLSv1.2"),
            ignored("ssl-default-bind-ciphers", TLS, "ssl-default-bind-ciphers HIGH"),
            ignored("ssl-default-bind-ciphersuites", TLS, "ssl-default-bind-ciphersuites TLS_AES_128_GCM_SHA256"),
            ignored("ssl-default-bind-curves", TLS, "ssl-default-bind-curves X25519"),
            ignored("ssl-default-server-options", TLS, "ssl-default-server-options ssl-min-ver TLSv1.2"),
            ignored("ssl-default-server-ciphers", TLS, "ssl-default-server-ciphers HIGH"),
            ignored("ssl-default-server-ciphersuites", TLS, "ssl-default-server-ciphersuites TLS_AES_128_GCM_SHA256"),
            ignored("tune.ssl.default-dh-param", TLS, "tune.ssl.default-dh-param 2048"),
            ignored("nbproc", "there is one process", "nbproc 1"),
            entry("tune.pattern.cache-size", "every lookup of a pattern is indexed, so there is nothing to remember")
                    .example("tune.pattern.cache-size 10000")
                    .takes(Forms.integer(0, Integer.MAX_VALUE), (global, n) -> {}),
            Entry.<GlobalDraft>entry(
                            "expose-experimental-directives",
                            "From this line on words may be used that HAProxy calls experimental; without it they are"
                                    + " refused.")
                    .in(Section.ONLY_GLOBAL)
                    .example("expose-experimental-directives")
                    .reads("", (global, words) -> {
                        words.end();
                        words.reading().experiments().expose(words.position());
                    }),
            Entry.<GlobalDraft>entry(
                            "expose-deprecated-directives",
                            "Words that HAProxy calls deprecated are accepted without a warning.")
                    .in(Section.ONLY_GLOBAL)
                    .example("expose-deprecated-directives")
                    .sets(global -> {}));

    private IgnoredTable() {}

    private static Directive<GlobalDraft> ignored(String name, String why, String example) {
        return entry(name, why).example(example).ignores("...");
    }

    private static Directive<GlobalDraft> negatable(String name, String why) {
        return entry(name, why).example(name, "no " + name).no(global -> {}).ignores("");
    }

    private static Entry<GlobalDraft> entry(String name, String why) {
        return Entry.<GlobalDraft>entry(name, "Accepted without effect: " + why + ".")
                .in(Section.ONLY_GLOBAL)
                .noEffect(why);
    }
}
