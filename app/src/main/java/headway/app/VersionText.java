package headway.app;

import headway.language.predicate.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What {@code -v} and its kin print, in HAProxy's shape, since tools read it. */
final class VersionText {
    /** Headway's own; it stands behind the version of HAProxy whose language it speaks. */
    private static final String OWN = "headway0.1.0";

    /** {@code 3.5.0-headway0.1.0}. */
    static final String VERSION = Facts.VERSION + "-" + OWN;

    static final String DATE = "2026/11/23";

    /** Features that HAProxy's builds are asked for, to be listed with a minus until they are there. */
    private static final Set<String> ASKED = Set.of(
            "CRYPT_H",
            "EPOLL",
            "GETADDRINFO",
            "KQUEUE",
            "LINUX_CAP",
            "LINUX_SPLICE",
            "LINUX_TPROXY",
            "LUA",
            "NETFILTER",
            "NS",
            "OPENSSL",
            "OT",
            "PCRE",
            "PCRE2",
            "POLL",
            "PRCTL",
            "PROMEX",
            "QUIC",
            "RT",
            "SLZ",
            "SSL",
            "SYSTEMD",
            "TFO",
            "THREAD",
            "TPROXY",
            "ZLIB");

    private VersionText() {}

    /** {@code 3.5.0}. */
    static String shortVersion() {
        return Facts.VERSION;
    }

    /** {@code 3.5}. */
    static String branch() {
        return Facts.VERSION.substring(0, Facts.VERSION.lastIndexOf('.'));
    }

    static String head() {
        return """
                HAProxy version %s %s - Headway, compatible with HAProxy %s
                Status: development branch - not safe for use in production.
                Known bugs: none recorded
                Running on: %s
                """.formatted(VERSION, DATE, branch(), system());
    }

    static String all() {
        var facts = Facts.all();
        return head()
                + """
                Build options :
                  TARGET  = %s
                  CC      = javac
                  OPTIONS = Java %s (%s)

                Feature list : %s

                Default settings :
                  bufsize = 16384, maxrewrite = 1024, maxpollevents = 200

                Built with multi-threading support (default=%d).
                Built without OpenSSL support.
                Built without Lua support.
                Built without compression support.

                Available polling systems :
                      epoll : pref=300,  test result %s
                        nio : pref=100,  test result OK
                Total: 2 (%d usable), will use %s.

                Available multiplexer protocols :
                (protocols marked as <default> cannot be specified using 'proto' keyword)
                  <default> : mode=HTTP  side=FE|BE  mux=H1    flags=
                  <default> : mode=TCP   side=FE|BE  mux=PASS  flags=

                Available services : none
                Available filters : none

                """.formatted(
                                property("os.name").toLowerCase(Locale.ROOT),
                                property("java.version"),
                                property("java.vm.vendor"),
                                features(facts),
                                Runtime.getRuntime().availableProcessors(),
                                isLinux() ? "OK" : "FAILED",
                                isLinux() ? 2 : 1,
                                isLinux() ? "epoll" : "nio");
    }

    private static String features(Facts facts) {
        var names = new TreeSet<>(ASKED);
        names.addAll(facts.features());
        var text = new StringBuilder();
        for (var name : names)
            text.append(facts.features().contains(name) ? "+" : "-")
                    .append(name)
                    .append(' ');
        return text.toString().stripTrailing();
    }

    static boolean isLinux() {
        return property("os.name").equals("Linux");
    }

    /** As {@code uname -srvm} says it. */
    private static String system() {
        var build = "";
        try {
            build = " " + Files.readString(Path.of("/proc/sys/kernel/version")).strip();
        } catch (IOException e) {
            // Not Linux: name and release will do.
        }
        var machine = property("os.arch").equals("amd64") ? "x86_64" : property("os.arch");
        return property("os.name") + " " + property("os.version") + build + " " + machine;
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
