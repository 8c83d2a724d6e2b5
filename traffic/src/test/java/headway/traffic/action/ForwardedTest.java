package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Position;
import headway.base.memory.Slab;
import headway.language.rule.Forwarded;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import headway.language.sample.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code option forwarded}: the values that the manual and RFC 7239 show. */
class ForwardedTest {
    private final Rules rules = new Rules();

    private Forwarded forwarded(String parameters) throws BindException {
        var words = parameters.isEmpty() ? new String[0] : parameters.split(" ");
        return Forwarded.parse(Words.of(Position.NOWHERE, words), rules.binding(Place.HTTP_REQUEST));
    }

    private String value(String parameters) throws BindException {
        var scope = new ExampleScope("GET / HTTP/1.1\nhost: haproxy.org:80", rules.names);
        var value = new Sample();
        return forwarded(parameters).write(scope, value) ? Slab.text(value.at, value.length) : "(none)";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "host|host=\"haproxy.org:80\"",
                "host-expr str(host.com) by-expr str(_haproxy) for-expr ipv6(::1) for_port-expr int(10)|host=\"host.com\";by=_haproxy;for=\"[::1]:10\"",
                "for-expr str(000000002B1F4D63)|for=_000000002B1F4D63",
                "for-expr str(_x) for_port-expr str(p-1)|for=\"_x:_p-1\"",
                "for-expr ipv4(127.0.0.1)|for=127.0.0.1",
                "for-expr str(127.0.0.1) proto|proto=http;for=127.0.0.1",
                "for-expr str(::1)|for=\"[::1]\"",
                "for-expr str(a*b)|for=unknown",
                "by-expr req.hdr(x-none)|by=unknown",
                "by-expr int(7) by_port-expr int(70000)|by=_7",
                "host-expr req.hdr(x-none)|(none)",
                "by_port-expr int(1) for_port-expr int(2)|(none)"
            })
    void aValueIsWrittenAsTheRfcHasIt(String parameters, String expected) throws BindException {
        assertThat(value(parameters)).isEqualTo(expected);
    }

    @Test
    void withoutParametersItIsTheProtocolAndTheClient() throws BindException {
        assertThat(value("")).isEqualTo(value("for proto")).startsWith("proto=http;for=");
        // Of a client on a UNIX socket there is no address.
        assertThat(value("by by_port for for_port")).isEqualTo("by=unknown;for=unknown");
    }

    @Test
    void whatIsNoParameterIsRefused() {
        assertThat(refusal("foo")).contains("unknown parameter 'foo'");
        assertThat(refusal("host-expr")).contains("'host-expr' expects an expression");
        assertThat(refusal("for-expr nonsense")).contains("unknown fetch method 'nonsense'");
    }

    private String refusal(String parameters) {
        try {
            forwarded(parameters);
            return "(accepted)";
        } catch (BindException e) {
            return e.text();
        }
    }
}
