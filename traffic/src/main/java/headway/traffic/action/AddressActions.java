package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONNECTION;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONTENT;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_SESSION;
import static headway.language.rule.ActionEntry.action;

import headway.base.units.Address;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Actions that replace the addresses of a connection as everything after them sees these. Each makes an address object. */
final class AddressActions {
    private static final Stage[] STAGES = {
        TCP_REQUEST_CONNECTION, TCP_REQUEST_SESSION, TCP_REQUEST_CONTENT, HTTP_REQUEST
    };

    static final List<ActionEntry> TABLE = List.of(
            action("set-src", STAGES)
                    .summary("Replaces the client's address; the port stays. Without a value nothing changes.")
                    .syntax("<expr>")
                    .example(
                            "http-request set-src req.hdr(x-client)",
                            "src=10.0.0.1\nx-client: 192.0.2.7",
                            "HANDLING source=192.0.2.7:40000")
                    .example(
                            "tcp-request connection set-src src,ipmask(24)",
                            "src=10.0.0.1",
                            "HANDLING source=10.0.0.0:40000")
                    .example("http-request set-src req.hdr(x-client)", "src=10.0.0.1\nx-client: me", "HANDLING ")
                    .binds(line -> address(line, true)),
            action("set-src-port", STAGES)
                    .summary("Replaces the client's port; an address without ports becomes 0.0.0.0.")
                    .syntax("<expr>")
                    .example("http-request set-src-port int(4000)", "src=10.0.0.1", "HANDLING source=10.0.0.1:4000")
                    .example("http-request set-src-port int(4000)", "", "HANDLING source=0.0.0.0:4000")
                    .binds(line -> port(line, true)),
            action("set-dst", STAGES)
                    .summary(
                            "Replaces the address that the client connected to; a server at 0.0.0.0 is then reached there.")
                    .syntax("<expr>")
                    .example(
                            "http-request set-dst req.hdr(x-to)",
                            "dst=10.0.0.1\nx-to: 192.0.2.7",
                            "HANDLING destination=192.0.2.7:80")
                    .binds(line -> address(line, false)),
            action("set-dst-port", STAGES)
                    .summary("Replaces the port that the client connected to.")
                    .syntax("<expr>")
                    .example(
                            "http-request set-dst-port int(4000)", "dst=10.0.0.1", "HANDLING destination=10.0.0.1:4000")
                    .binds(line -> port(line, false)));

    private static final byte[] ANY = new byte[4];

    private AddressActions() {}

    private static Action address(ActionLine line, boolean isSource) throws BindException {
        var expression = line.expression(SampleType.ADDR);
        return (scope, _) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var value = scratch.borrow();
            if (expression.read(scope, value) && Casts.toAddress(scope, value)) {
                var port = present(scope, isSource) instanceof Address.Inet inet ? inet.port() : 0;
                put(scope, isSource, new Address.Inet(bytes(value), port));
            }
            scratch.giveBack();
            scratch.reset(mark);
            return Verdict.CONTINUE;
        };
    }

    private static Action port(ActionLine line, boolean isSource) throws BindException {
        var amount = Amount.of(line);
        return (scope, _) -> {
            var number = amount.read(scope);
            if (number == Amount.NONE) return Verdict.CONTINUE;
            var bytes = present(scope, isSource) instanceof Address.Inet inet ? inet.bytes() : ANY;
            put(scope, isSource, new Address.Inet(bytes, (int) number & 0xffff));
            return Verdict.CONTINUE;
        };
    }

    private static @Nullable Address present(Scope scope, boolean isSource) {
        return isSource ? scope.source() : scope.destination();
    }

    private static void put(Scope scope, boolean isSource, Address address) {
        if (isSource) scope.handling().source(address);
        else scope.handling().destination(address);
    }

    private static byte[] bytes(Sample value) {
        if (value.type == SampleType.IPV4) return number(new byte[4], 0, 4, value.integer);
        return number(number(new byte[16], 0, 8, value.high), 8, 8, value.low);
    }

    private static byte[] number(byte[] into, int from, int count, long number) {
        for (var i = 0; i < count; i++) into[from + i] = (byte) (number >>> 8 * (count - 1 - i));
        return into;
    }
}
