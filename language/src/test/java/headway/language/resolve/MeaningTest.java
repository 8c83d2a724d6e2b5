package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Position;
import headway.base.units.Address;
import headway.language.model.BackSide;
import headway.language.model.Balance;
import headway.language.model.ErrorReply;
import headway.language.model.LogFormat;
import headway.language.model.LogForward;
import headway.language.model.LogProfile;
import headway.language.model.LogTarget;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.model.RetryOn;
import headway.language.model.ServerAddress;
import headway.language.model.ServerLine;
import headway.language.model.Timeouts;
import headway.language.syntax.FileOrder;
import headway.language.syntax.RelativePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What configurations mean: the model that comes of them. */
class MeaningTest {
    private static final long SECOND = 1_000_000_000L;

    /** As watched of HAProxy 2.6.12; other words know variables only within double quotes. */
    @Test
    void variablesCountInAddressesWithoutQuotes() {
        var configuration = Loads.of(
                "global",
                "        setenv HERE 127.0.0.1",
                "        setenv PORT 8081",
                "        log $HERE:514 local0",
                "listen a",
                "        bind ${HERE}:9090,127.0.0.2:9${NOPE}092",
                "        timeout client 1s",
                "        timeout server 1s",
                "        timeout connect 1s",
                "        server node1 '${HERE}:$PORT'");
        var proxy = configuration.proxies().getFirst();
        assertThat(proxy.front().binds())
                .flatExtracting(bind -> bind.addresses())
                .extracting(Address::toString)
                .containsExactly("127.0.0.1:9090", "127.0.0.2:9092");
        var server = (ServerAddress.Literal) proxy.back().servers().getFirst().address();
        assertThat(server.address()).hasToString("127.0.0.1:8081");
        assertThat(configuration.global().logging().targets()).hasSize(1);
    }

    @Test
    void theFileOfTheMainJobMeansWhatItSays() {
        var proxy = Loads.of(
                        "listen nodes_proxy",
                        "        mode tcp",
                        "        bind :9090",
                        "        balance roundrobin",
                        "        timeout client 40s",
                        "        timeout server 40s",
                        "        timeout connect 5s",
                        "        retries 1",
                        "        retry-on conn-failure",
                        "        option redispatch 1",
                        "        server node1 127.0.0.1:8081",
                        "        server node2 127.0.0.1:8082",
                        "        server node3 127.0.0.1:8083")
                .proxies()
                .getFirst();
        assertThat(proxy.kind()).isEqualTo(Proxy.Kind.LISTEN);
        assertThat(proxy.mode()).isEqualTo(Mode.TCP);
        assertThat(proxy.modePosition().line()).isEqualTo(2);
        assertThat(proxy.timeouts().client()).isEqualTo(40 * SECOND);
        assertThat(proxy.timeouts().queue()).isEqualTo(Timeouts.UNSET);
        assertThat(proxy.back().balance()).isEqualTo(new Balance.RoundRobin());
        assertThat(proxy.back().connectionRetries()).isEqualTo(1);
        assertThat(proxy.back().retryOn()).containsExactly(RetryOn.CONNECTION_FAILURE);
        assertThat(proxy.back().redispatch()).isEqualTo(1);
        assertThat(proxy.back().servers()).extracting("name").containsExactly("node1", "node2", "node3");
        assertThat(proxy.back().servers()).extracting("id").containsExactly(1, 2, 3);
        assertThat(proxy.front().binds().getFirst().addresses().getFirst())
                .isInstanceOfSatisfying(
                        Address.Inet.class, a -> assertThat(a.port()).isEqualTo(9090));
    }

    @Test
    void aProxyInheritsFromTheLastDefaultsOrTheOneItNames() {
        var configuration = Loads.of(
                "defaults one",
                "mode http",
                "timeout connect 1s",
                "timeout server 1s",
                "default-server maxconn 7",
                "defaults two from one",
                "timeout server 2s",
                "defaults three",
                "timeout server 3s",
                "timeout connect 3s",
                "backend a",
                "server s 127.0.0.1:1",
                "backend b from two",
                "server s 127.0.0.1:1 maxconn 9",
                "server t 127.0.0.1:1");
        var a = configuration.backend("a").orElseThrow();
        var b = configuration.backend("b").orElseThrow();
        assertThat(a.timeouts().server()).isEqualTo(3 * SECOND);
        assertThat(a.mode()).isEqualTo(Mode.TCP);
        assertThat(b.timeouts().server()).isEqualTo(2 * SECOND);
        assertThat(b.timeouts().connect()).isEqualTo(SECOND);
        assertThat(b.mode()).isEqualTo(Mode.HTTP);
        assertThat(b.modePosition().line()).isEqualTo(2);
        assertThat(b.back().servers())
                .extracting(s -> s.limits().maxConnections())
                .containsExactly(9, 7);
    }

    @Test
    void anInheritedOptionIsTakenBackByNo() {
        var configuration = Loads.of(
                "defaults",
                "mode http",
                "option abortonclose",
                "option nolinger",
                "backend a",
                "no option abortonclose",
                "backend b");
        var a = configuration.backend("a").orElseThrow();
        assertThat(a.has(ProxyOption.ABORT_ON_CLOSE)).isFalse();
        assertThat(a.abortsOnClose(true)).isFalse();
        assertThat(a.has(ProxyOption.NO_LINGER)).isTrue();
        assertThat(configuration.backend("b").orElseThrow().abortsOnClose(true)).isTrue();
    }

    @Test
    void abortOnCloseHoldsForHttpUnlessItIsRefused() {
        var backend = Loads.of("backend a").backend("a").orElseThrow();
        assertThat(backend.abortsOnClose(true)).isTrue();
        assertThat(backend.abortsOnClose(false)).isFalse();
    }

    @Test
    void numbersThatNobodyChoseSkipThoseThatAreTakenAndCountThem() {
        var configuration = Loads.of("backend a", "backend b", "id 1", "backend c", "id 3", "backend d");
        assertThat(configuration.proxies()).extracting("id").containsExactly(2, 1, 3, 5);
    }

    @Test
    void globalSectionsAddUpAndVariablesCountFromTheirLineOn() {
        var global = Loads.of(
                        "global",
                        "nbthread 2",
                        "setenv A 300",
                        "global",
                        ".if streq(\"$A\",300) && feature(THREAD)",
                        "maxconn \"$A\"",
                        ".else",
                        "maxconn 1",
                        ".endif")
                .global();
        assertThat(global.process().threads()).isEqualTo(2);
        assertThat(global.process().maxConnections()).isEqualTo(300);
        assertThat(global.environment()).containsEntry("A", "300");
    }

    @Test
    void aRangeOfPortsIsWrittenOut() {
        var bind = Loads.of("listen a", "bind 127.0.0.1:80-82,[::1]:90 name b", "timeout client 1s")
                .proxies()
                .getFirst()
                .front()
                .binds()
                .getFirst();
        assertThat(bind.addresses()).extracting(a -> ((Address.Inet) a).port()).containsExactly(80, 81, 82, 90);
        assertThat(((Address.Inet) bind.addresses().get(3)).isV6()).isTrue();
    }

    @Test
    void anAddressOfAServerMayLackItsPortOrCountFromTheClients() {
        var servers = Loads.of(
                        "backend a",
                        "server a 127.0.0.1",
                        "server b 127.0.0.1:+10",
                        "server c localhost:80",
                        "server d two.example:1")
                .proxies()
                .getFirst()
                .back()
                .servers();
        assertThat(servers.get(0).address())
                .isInstanceOfSatisfying(
                        ServerAddress.Literal.class,
                        l -> assertThat(l.ports()).isEqualTo(ServerAddress.Ports.CLIENTS_PLUS_OFFSET));
        assertThat(servers.get(1).address())
                .isInstanceOfSatisfying(
                        ServerAddress.Literal.class, l -> assertThat(l.offset()).isEqualTo(10));
        assertThat(servers.get(2).address())
                .isInstanceOfSatisfying(
                        ServerAddress.HostName.class, n -> assertThat(n.found()).isNotNull());
    }

    @Test
    void errorFilesOfASectionStandWhereTheirLineStands() {
        var replies = Loads.of(
                        "http-errors site",
                        "errorfile 403 /dev/null",
                        "errorfile 404 /dev/null",
                        "defaults",
                        "errorfiles late 500",
                        "backend a",
                        "errorloc 404 /x",
                        "errorfiles site 404",
                        "errorfile 403 /etc/hostname",
                        "http-errors late",
                        "errorfile 500 /dev/null",
                        "errorfile 502 /dev/null")
                .backend("a")
                .orElseThrow()
                .http()
                .replies();
        assertThat(replies).extracting(ErrorReply::status).containsExactly(500, 404, 404, 403);
        assertThat(replies.get(1)).isInstanceOf(ErrorReply.Redirect.class);
        assertThat(replies.get(2)).isInstanceOf(ErrorReply.File.class);
    }

    @Test
    void relativeNamesOfFilesFollowDefaultPathFromItsLineOn() {
        var paths = Loads.of(
                        "backend a", "global", "default-path config", "backend b", "global", "default-path origin /etc")
                .paths();
        assertThat(paths.folder(new Position("t.cfg", 1, 0))).isEqualTo(Path.of(""));
        assertThat(paths.folder(new Position("t.cfg", 4, 0))).isEqualTo(Path.of(""));
        assertThat(paths.folder(new Position("t.cfg", 6, 0))).isEqualTo(Path.of("/etc"));

        var order = new FileOrder();
        var two = new RelativePaths(order);
        order.begin("a/x.cfg");
        two.change(new Position("a/x.cfg", 2, 0), RelativePaths.Base.CONFIG, Path.of(""));
        order.begin("b/y.cfg");
        two.change(new Position("b/y.cfg", 5, 0), RelativePaths.Base.PARENT, Path.of(""));
        assertThat(two.resolve(new Position("a/x.cfg", 1, 0), "m")).isEqualTo(Path.of("m"));
        assertThat(two.resolve(new Position("a/x.cfg", 9, 0), "m")).isEqualTo(Path.of("a/m"));
        assertThat(two.resolve(new Position("b/y.cfg", 4, 0), "m")).isEqualTo(Path.of("b/m"));
        assertThat(two.resolve(new Position("b/y.cfg", 5, 0), "m")).isEqualTo(Path.of("b/../m"));
        assertThat(two.resolve(new Position("b/y.cfg", 5, 0), "/m")).isEqualTo(Path.of("/m"));
    }

    @Test
    void spellingsOfAFileAreTakenAndThoseOfLinesStay(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("case"), "# remark\n\n x-a  X-A \nhost HOST\n");
        var names = Loads.of("global", "h1-case-adjust host HoSt", "h1-case-adjust-file " + file)
                .global()
                .caseAdjustments();
        assertThat(names)
                .containsEntry("x-a", "X-A")
                .containsEntry("host", "HoSt")
                .hasSize(2);
        for (var wrong : List.of("a", "A a", "a b", "a A\na A"))
            assertThat(Loads.diagnostics("global", "h1-case-adjust-file " + Files.writeString(file, wrong))
                            .has(Severity.ALERT))
                    .as(wrong)
                    .isTrue();
    }

    @Test
    void threadsAreAsManyAsTheHardLimitLets() {
        assertThat(Loads.of("global", "nbthread 4", "thread-hard-limit 3")
                        .global()
                        .process()
                        .threads())
                .isEqualTo(3);
        assertThat(Loads.of("global", "nbthread 2", "thread-hard-limit 3")
                        .global()
                        .process()
                        .threads())
                .isEqualTo(2);
        assertThat(Loads.of("global", "thread-hard-limit 1").global().process().threads())
                .isEqualTo(1);
    }

    @Test
    void logGlobalTakesTheTargetsOfGlobal() {
        var proxy = Loads.of(
                        "global",
                        "log stderr len 4096 local0 debug",
                        "defaults",
                        "mode http",
                        "timeout client 1s",
                        "log global",
                        "option httplog",
                        "frontend a",
                        "bind :1",
                        "log 127.0.0.1:5514 local1 info err")
                .proxies()
                .getFirst();
        assertThat(proxy.logging().formats().line().form()).isEqualTo(LogFormat.Form.HTTP);
        assertThat(proxy.logging().targets()).hasSize(2);
        assertThat(proxy.logging().targets().getFirst().sink()).isEqualTo(new LogTarget.Sink.Descriptor(2));
        assertThat(proxy.logging().targets().get(1).level()).isEqualTo(6);
        assertThat(proxy.logging().targets().get(1).minimumLevel()).isEqualTo(3);
    }

    @Test
    void filesLikeThoseOfHaproxysTestsAreAcceptedWithoutAWarning() {
        var out = Loads.diagnostics(
                "global",
                "    .if feature(THREAD)",
                "        thread-groups 1",
                "    .endif",
                "    tune.idle-pool.shared off",
                "    stats socket \"fd@${STATS-9}\" level admin",
                "defaults",
                "    mode http",
                "    option abortonclose",
                "    option splice-request",
                "    timeout client  \"${TIMEOUT-5s}\"",
                "    timeout server  \"${TIMEOUT-5s}\"",
                "    timeout connect 100ms",
                "frontend fe",
                "    option httplog",
                "    option http-buffer-request",
                "    log 127.0.0.1:5514 local0 debug err",
                "    bind \"fd@${FE-7}\"",
                "    http-request wait-for-body time 100ms at-least 1000 if { path /b }",
                "    use_backend be if { path /c1 }",
                "listen sender",
                "    bind \"fd@${FES-8}\"",
                "    id 20",
                "    http-reuse aggressive",
                "    http-after-response set-header first %[http_first_req]",
                "    server srv 127.0.0.1:80 pool-max-conn 1",
                "backend be",
                "    http-response wait-for-body time 100ms if { status eq 200 }",
                "    server srv1 127.0.0.1:81 check maxconn 1");
        assertThat(out.all()).extracting("severity").containsOnly(Severity.NOTICE);
    }

    @Test
    void retriesAreThreeAndReuseIsSafeAndTheChoiceIsRandomUnlessSaid() {
        var back = Loads.of("backend a").proxies().getFirst().back();
        assertThat(back.connectionRetries()).isEqualTo(3);
        assertThat(back.httpReuse()).isEqualTo(BackSide.HttpReuse.SAFE);
        assertThat(back.balance()).isEqualTo(new Balance.Random(2));
        assertThat(back.servers()).isEqualTo(List.of());
    }

    @Test
    void aTemplateIsAsManyServersAlike() {
        var servers = Loads.of(
                        "backend a",
                        "    server-template s 2 127.0.0.1:81 weight 7 cookie c",
                        "    server-template t 5-6 127.0.0.1:82")
                .proxies()
                .getFirst()
                .back()
                .servers();
        assertThat(servers).extracting(ServerLine::name).containsExactly("s1", "s2", "t5", "t6");
        assertThat(servers).extracting(ServerLine::id).containsExactly(1, 2, 3, 4);
        assertThat(servers).extracting(ServerLine::weight).containsExactly(7, 7, 1, 1);
        assertThat(servers.get(1).identity().cookie()).isEqualTo("c");
    }

    @Test
    void sectionsAboutLogsMeanWhatTheirLinesSay() {
        var logs = Loads.of(
                        "ring r",
                        "format rfc5424",
                        "size 32764",
                        "maxlen 1200",
                        "timeout connect 5s",
                        "server s 127.0.0.1:6514 log-proto octet-count",
                        "log-profile p",
                        "log-tag own",
                        "on any sd x",
                        "on connect drop",
                        "log-forward f",
                        "dgram-bind 127.0.0.1:1514",
                        "option host keep",
                        "log ring@r sample 2-3:4 profile p local0")
                .logs();
        var ring = logs.rings().get("r");
        assertThat(ring).isNotNull();
        assertThat(ring.form()).isEqualTo(LogTarget.LogForm.RFC5424);
        assertThat(ring.maximumLength()).isEqualTo(1200);
        assertThat(ring.connectNanos()).isEqualTo(5_000_000_000L);
        assertThat(ring.servers().getFirst().logs().countsOctets()).isTrue();
        var profile = logs.profiles().get("p");
        assertThat(profile).isNotNull();
        assertThat(profile.at("connect")).isEqualTo(new LogProfile.Step(true, null, null));
        assertThat(profile.at("close")).isEqualTo(profile.at("accept")).isNotNull();
        var forward = logs.forwards().getFirst();
        assertThat(forward.host()).isEqualTo(LogForward.Host.KEEP);
        assertThat(forward.maxConnections()).isEqualTo(10);
        var target = forward.targets().getFirst();
        assertThat(target.profile()).isEqualTo("p");
        assertThat(target.sampling()).isEqualTo(new LogTarget.Sampling(List.of(new LogTarget.Range(2, 3)), 4));
    }
}
