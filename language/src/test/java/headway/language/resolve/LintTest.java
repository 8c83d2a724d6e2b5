package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic;
import headway.base.diagnostic.Diagnostic.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each lint speaks of the line it is about, and is silent about one that is nearly the same and right. */
class LintTest {
    private static final String TIMES =
            "defaults\nmode http\ntimeout client 1s\ntimeout server 1s\ntimeout connect 1s\n";
    private static final String FRONT = TIMES + "frontend f\nbind :1\ndefault_backend b\n";
    private static final String BACK = "backend b\nserver s 127.0.0.1:1\n";

    /**
     * @param guilty with one line more or other than {@code innocent}
     * @param told what it gets: severity, line and message
     */
    record Case(Code code, String guilty, String innocent, String told) {
        @Override
        public String toString() {
            return code.word() + ": " + told;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        Code.UNREACHABLE_RULE,
                        FRONT + "http-request deny\nhttp-request allow if TRUE\nhttp-request deny\n" + BACK,
                        FRONT + "http-request deny if HTTP\nhttp-request allow if HTTP\nhttp-request deny\n" + BACK,
                        "WARNING 10 previous 'http-request' action is final and has no condition attached, further entries are NOOP."),
                new Case(
                        Code.UNREACHABLE_RULE,
                        FRONT + "http-request reject\nhttp-request allow\nhttp-request set-path /\n" + BACK,
                        FRONT + "http-request set-path /\nhttp-request reject\n" + BACK,
                        "NOTICE 10 this 'http-request' rule is never reached: 'http-request reject' [t.cfg:9] has no condition and ends the rule set."
                                + "|WARNING 11 previous 'http-request' action is final and has no condition attached, further entries are NOOP."),
                new Case(
                        Code.UNREACHABLE_RULE,
                        FRONT + "tcp-request content accept\ntcp-request content reject if TRUE\n" + BACK,
                        FRONT + "tcp-request connection accept\ntcp-request content reject if TRUE\n" + BACK,
                        "NOTICE 10 this 'tcp-request content' rule is never reached: 'tcp-request content accept' [t.cfg:9] has no condition and ends the rule set."),
                new Case(
                        Code.UNREACHABLE_RULE,
                        TIMES.replace("defaults", "defaults d")
                                + "http-request allow\nfrontend f from d\nbind :1\nhttp-request deny\n",
                        TIMES.replace("defaults", "defaults d") + "http-request allow\nfrontend f from d\nbind :1\n",
                        "NOTICE 9 this 'http-request' rule is never reached: 'http-request allow' [t.cfg:6] has no condition and ends the rule set."),
                new Case(
                        Code.UNUSED_ACL,
                        FRONT + "acl a path /a\nhttp-request deny if b\nacl b path /b\n" + BACK + "acl c path /a\n",
                        FRONT + "acl a path /a\nhttp-request deny if !a or b\nacl b path /b\n" + BACK,
                        "NOTICE 9:5 acl 'a' is not used in frontend 'f': no condition names it.|NOTICE 14:5 acl 'c' is not used in backend 'b': no condition names it."),
                new Case(
                        Code.UNUSED_BACKEND,
                        FRONT + BACK + "backend c\nserver s 127.0.0.1:2\nbackend d\ndisabled\n",
                        FRONT + "http-request deny if { nbsrv(c) 0 }\n" + BACK + "backend c\nserver s 127.0.0.1:2\n",
                        "NOTICE 11 backend 'c' is never reached: no 'use_backend' and no 'default_backend' of a frontend names it."),
                new Case(
                        Code.UNUSED_BACKEND,
                        FRONT + BACK + "backend c\nserver s 127.0.0.1:2\n",
                        FRONT + "use_backend %[path]\n" + BACK + "backend c\nserver s 127.0.0.1:2\n",
                        "NOTICE 11 backend 'c' is never reached: no 'use_backend' and no 'default_backend' of a frontend names it."),
                new Case(
                        Code.SHADOWED_CHOICE,
                        FRONT + "use_backend b\nuse_backend b if TRUE\nuse_backend b\n" + BACK,
                        FRONT
                                + "use_backend b if METH_GET\nuse_backend b if FALSE\nuse_backend %[path]\nuse_backend b if HTTP\n"
                                + BACK,
                        "NOTICE 10 this 'use_backend' is never reached: 'use_backend b' [t.cfg:9] stands before it and has no condition."),
                new Case(
                        Code.SHADOWED_CHOICE,
                        FRONT + "use_backend b if HTTP\nuse_backend b if HTTP\nuse_backend b\n" + BACK,
                        FRONT + "use_backend b if HTTP\nuse_backend b unless HTTP\n" + BACK,
                        "NOTICE 10 this 'use_backend' is never reached: 'use_backend b if HTTP' [t.cfg:9] stands before it and has the same condition."
                                + "|NOTICE 8 'default_backend' is never reached: 'use_backend b' [t.cfg:11] stands before it and has no condition."),
                new Case(
                        Code.SHADOWED_CHOICE,
                        FRONT + "use_backend b if TRUE\n" + BACK,
                        FRONT + "acl TRUE path /\nuse_backend b if TRUE\n" + BACK,
                        "NOTICE 8 'default_backend' is never reached: 'use_backend b if TRUE' [t.cfg:9] stands before it and has a condition that always holds."),
                new Case(
                        Code.UNREACHABLE_RULE,
                        FRONT + "http-request deny unless FALSE\nhttp-request set-path /\n" + BACK,
                        FRONT + "http-request deny if TRUE HTTP\nhttp-request set-path /\n" + BACK,
                        "NOTICE 10 this 'http-request' rule is never reached: 'http-request deny unless FALSE' [t.cfg:9] has a condition that always holds and ends the rule set."),
                new Case(
                        Code.UNUSED_ACL,
                        TIMES.replace("defaults", "defaults d") + "acl a path /a\nfrontend f from d\nbind :1\n",
                        TIMES.replace("defaults", "defaults d")
                                + "acl a path /a\nhttp-request deny if a\nfrontend f from d\nbind :1\n",
                        "NOTICE 6:5 acl 'a' is not used in defaults 'd': no condition names it."),
                new Case(
                        Code.REDISPATCH_WITHOUT_RETRY,
                        TIMES + "retries 0\noption redispatch\nbackend b\nbackend c\n",
                        TIMES + "retries 0\noption redispatch\nbackend b\nretries 2\n",
                        "NOTICE 7 'option redispatch' has no effect in defaults with 'retries 0': a connection that fails is not tried again."),
                new Case(
                        Code.SAME_ADDRESS,
                        FRONT + BACK + "server t 127.0.0.1:1 weight 2\n",
                        FRONT + BACK
                                + "server t 127.0.0.1:1 backup\nserver u 127.0.0.1:1 disabled\nserver v 127.0.0.1:1 source 127.0.0.2\nserver w 127.0.0.1:2\nbackend c\nserver s 127.0.0.1:1\nlisten l\nbind :2\nuse_backend c\n",
                        "NOTICE 11:10 servers 's' [t.cfg:10] and 't' of backend 'b' have the same address '127.0.0.1:1' and none of them is 'backup' or 'disabled': it gets twice its share, and when it fails both do."),
                new Case(
                        Code.FIELD_CASE,
                        FRONT
                                + "acl a req.hdr_names(:) -m sub :X-Foo: x-bar\nhttp-request deny if a or { req.hdrs -m beg Host:A host:A }\n"
                                + BACK,
                        FRONT
                                + "acl a req.hdr_names(:) -m sub -i X-Foo\nacl b req.hdr_names,upper -m sub X-FOO\nhttp-request deny if a or b or { req.hdrs -m beg host:A } or { path /A }\n"
                                + BACK,
                        "NOTICE 9:31 ':X-Foo:' never matches here: names of fields are in small letters, write ':x-foo:' or use '-i'."
                                + "|NOTICE 10:45 'Host' never matches here: names of fields are in small letters, write 'host' or use '-i'."),
                new Case(
                        Code.REDISPATCH_WITHOUT_RETRY,
                        FRONT + BACK + "retries 0\noption redispatch\n",
                        FRONT + BACK
                                + "retries 1\noption redispatch\nbackend c\nretries 0\nno option redispatch\nlisten l\nbind :2\nuse_backend c\n",
                        "NOTICE 12 'option redispatch' has no effect in backend 'b' with 'retries 0': a connection that fails is not tried again."),
                new Case(
                        Code.USELESS_TIMEOUT,
                        FRONT + "timeout tarpit 1s\n" + BACK + "timeout check 1s\ntimeout queue 1s\n",
                        FRONT + "timeout tarpit 1s\nhttp-request tarpit if HTTP\n" + BACK
                                + "timeout check 1s\ntimeout queue 1s\nserver t 127.0.0.1:2 check maxconn 1\n",
                        "NOTICE 9 'timeout tarpit' has no effect in frontend 'f': no rule of it has the action 'tarpit'."
                                + "|NOTICE 12 'timeout check' has no effect in backend 'b': no server has 'check'."
                                + "|NOTICE 13 'timeout queue' has no effect in backend 'b': no server has 'maxconn', so that nothing ever waits in a queue."),
                new Case(
                        Code.SUSPICIOUS,
                        FRONT + BACK + "server t 127.0.0.1:2 weight 0\nglobal\n",
                        "global\n" + FRONT + BACK + "server t 127.0.0.1:2 weight 1\n",
                        "DIAG 12 global section detected after a non-global one, the prevalence of their statements is unspecified"
                                + "|DIAG 11:8 'server b/t' : configured with weight of 0 will never be selected by load balancing algorithms"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLintSpeaksOfTheLine(Case lint) {
        var told = told(lint.guilty);
        assertThat(told).extracting(Diagnostic::code).containsOnly(lint.code);
        assertThat(told.stream().map(LintTest::words)).containsExactlyInAnyOrder(lint.told.split("\\|"));
    }

    @Test
    void aTimeoutThatTcpDoesNotHaveIsToldOnce() {
        assertThat(told("frontend f\nmode tcp\nbind :1\ntimeout client 1s\ntimeout tarpit 1s\n").stream()
                        .map(LintTest::words))
                .containsExactly(
                        "NOTICE 5 'timeout tarpit' has no effect in frontend 'f', which is in 'mode tcp'. Write 'mode http' or 'mode auto' if this is HTTP.");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theInnocentFileGetsNotAWord(Case lint) {
        assertThat(told(lint.innocent)).isEmpty();
    }

    private static List<Diagnostic> told(String text) {
        var out = Loads.diagnostics(text.split("\n"));
        assertThat(out.has(Severity.ALERT)).as(Loads.print(out)).isFalse();
        return out.all();
    }

    private static String words(Diagnostic told) {
        var at = told.position();
        return told.severity() + " " + at.line() + (at.column() == 0 ? "" : ":" + at.column()) + " " + told.message();
    }
}
