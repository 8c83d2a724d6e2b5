package headway.base.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.base.units.Duration.Unit;
import headway.base.units.SocketText.Place;
import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void aTimeWithoutUnitIsInTheUnitOfItsKeyword() {
        assertThat(Duration.parse("5", Unit.MILLISECOND)).isEqualTo(new Duration.Of(5_000_000L));
        assertThat(Duration.parse("5", Unit.SECOND)).isEqualTo(new Duration.Of(5_000_000_000L));
        assertThat(Duration.parse("0", Unit.MILLISECOND)).isEqualTo(new Duration.Of(0));
    }

    @Test
    void aTimeHasOneOfSixUnits() {
        assertThat(Duration.parse("2000us", Unit.SECOND)).isEqualTo(new Duration.Of(2_000_000L));
        assertThat(Duration.parse("1d", Unit.SECOND)).isEqualTo(new Duration.Of(86_400_000_000_000L));
        assertThat(Duration.parse("1x", Unit.SECOND)).isEqualTo(new Duration.Unexpected('x'));
        assertThat(Duration.parse("", Unit.SECOND)).isEqualTo(new Duration.Unexpected(' '));
    }

    @Test
    void aTimeIsAMillisecondAtLeastAnd24DaysAtMost() {
        assertThat(Duration.parse("999us", Unit.MILLISECOND)).isEqualTo(new Duration.Underflow());
        assertThat(Duration.parse("2147483647", Unit.MILLISECOND)).isInstanceOf(Duration.Of.class);
        assertThat(Duration.parse("2147483648", Unit.MILLISECOND)).isEqualTo(new Duration.Overflow());
        assertThat(Duration.parse("99999999999999999999d", Unit.MILLISECOND)).isEqualTo(new Duration.Overflow());
    }

    @Test
    void aSizeMayEndInALetter() {
        assertThat(Size.parse("10k")).hasValue(10240);
        assertThat(Size.parse("1G")).hasValue(1 << 30);
        assertThat(Size.parse("k")).isEmpty();
        assertThat(Size.parse("1.5m")).isEmpty();
    }

    @Test
    void anAddressIsPartedFromItsPortByTheLastColon() throws AddressException {
        assertThat(SocketText.parse(":::80").place()).isEqualTo(inet("::", 80));
        assertThat(SocketText.parse("[::1]:80").place()).isEqualTo(inet("::1", 80));
        assertThat(SocketText.parse("*:80").place()).isEqualTo(inet("*", 80));
        assertThat(SocketText.parse("a.example").place())
                .isEqualTo(new Place.Inet("a.example", SocketText.Family.ANY, new Ports.None()));
    }

    @Test
    void aPrefixNamesTheKindOfAddress() throws AddressException {
        assertThat(SocketText.parse("unix@a").place()).isEqualTo(new Place.Unix("a"));
        assertThat(SocketText.parse("/tmp/a").place()).isEqualTo(new Place.Unix("/tmp/a"));
        assertThat(SocketText.parse("abnsz@a").place()).isEqualTo(new Place.Abstract("a"));
        assertThat(((Place.Abstract) SocketText.parse("abns@a").place()).name()).hasSize(107);
        assertThat(SocketText.parse("fd@3").place()).isEqualTo(new Place.Descriptor(3));
        assertThat(SocketText.parse("udp@1.1.1.1:514").transport()).isEqualTo(SocketText.Transport.DATAGRAM);
        assertThatThrownBy(() -> SocketText.parse("fd@x"))
                .hasMessage("file descriptor 'x' is not a valid integer in 'fd@x'");
    }

    @Test
    void onlyFourNumbersMakeAnAddressOfVersion4() {
        assertThat(IpLiteral.parse("127.0.0.1")).isPresent();
        assertThat(IpLiteral.parse("127.1")).isEmpty();
        assertThat(IpLiteral.parse("1.2.3.256")).isEmpty();
        assertThat(IpLiteral.parse("::1")).isPresent();
        assertThat(IpLiteral.parse("::g")).isEmpty();
    }

    private static Place inet(String host, int port) {
        return new Place.Inet(host, SocketText.Family.ANY, new Ports.Range(port, port));
    }
}
