package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.language.format.FormatParser;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps with what HAProxy 2.6.12 found in them. */
final class MapsTest {
    private static final List<String> LINES = List.of(
            "beg: /a one",
            "beg: /abc three",
            "beg: /ab two",
            "beg: /a again",
            "beg: /AB upper",
            "end: .com com",
            "end: .example.com ex",
            "end: www.example.com www",
            "sub: b B",
            "sub: abc ABC",
            "dir: /x/y xy",
            "dir: x X",
            "dom: .b.c. bc",
            "dom: b B",
            "ip: 10.0.0.0/8 ten",
            "ip: 10.1.0.0/16 tenone",
            "ip: 10.1.2.3 host",
            "ip: 10.0.0.0/8 dup",
            "ip: ::ffff:10.2.0.0/112 mapped",
            "ip: 2001:db8::/32 doc",
            "ip: 2001:db8:1::/48 doc1",
            "ip: 0.0.0.0/0 any4",
            "ip: 127.0.0.0/255.0.255.0 odd",
            "ip: 127.0.0.0/8 loop",
            "int: 1:5 low",
            "int: 3 three",
            "int: 10: ten",
            "int: -5 neg",
            "int: :0 zero",
            "reg: ^/r/([a-z]+)-([0-9]+)$ \\2/\\1/\\0/\\3/\\\\",
            "reg: ^/r2/(.*) x\\1",
            "reg: ^/(r3)/(?<n>.*) <\\2>",
            "num: /n1 5",
            "num: /n2 -7",
            "num: /n3 9999999999",
            "addr: /n1 1.2.3.4",
            "addr: /n2 ::1");

    private static String value(String expression) throws BindException {
        var rules = new Rules();
        for (var line : LINES) {
            var words = line.split(": ", 2);
            rules.lists("map virt@" + words[0] + " " + words[1]);
        }
        var format = new FormatParser(rules.binding(Place.HTTP_REQUEST)).parse("<%[" + expression + "]>");
        var out = new Sample();
        assertThat(format.write(new ExampleScope("", rules.names), out)).isTrue();
        return Slab.text(out.at + 1, out.length - 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
        str(/abcd),map_beg(virt@beg) three
        str(/abx),map_beg(virt@beg) two
        str(/ax),map_beg(virt@beg) one
        str(/AB),map_beg(virt@beg) upper
        str(/www.example.com),map_end(virt@end) com
        str(/abcd),map_sub(virt@sub) B
        str(/x/y),map_dir(virt@dir) xy
        str(/x/z),map_dir(virt@dir) X
        str(/a.b.c),map_dom(virt@dom) bc
        str(/b),map_dom(virt@dom) B
        ipv4(10.1.2.3),map_ip(virt@ip) host
        ipv4(10.1.2.4),map_ip(virt@ip) tenone
        ipv4(10.9.9.9),map_ip(virt@ip) ten
        ipv4(10.2.0.1),map_ip(virt@ip) ten
        ipv4(8.8.8.8),map_ip(virt@ip) any4
        ipv4(127.5.0.9),map_ip(virt@ip) loop
        ipv6(2001:db8::1),map_ip(virt@ip) doc
        ipv6(2001:db8:1::1),map_ip(virt@ip) doc1
        ipv6(::ffff:10.1.0.1),map_ip(virt@ip) tenone
        ipv6(2002:0a01:0203::),map_ip(virt@ip) host
        ipv6(::10.1.2.3),map_ip(virt@ip) host
        int(3),map_int(virt@int) low
        int(11),map_int(virt@int) ten
        int(-5),map_int(virt@int) neg
        int(-6),map_int(virt@int) neg
        int(0),map_int(virt@int) neg
        int(6),map_int(virt@int,none) none
        str(/r/ab-12),map_reg(virt@reg) \\2/\\1/\\0/\\3/\\\\
        str(/r/ab-12),map_regm(virt@reg) 12/ab//r/ab-12//\\
        str(/r2/q),map_regm(virt@reg) xq
        str(/r3/z),map_regm(virt@reg) <z>
        str(/r4),map_regm(virt@reg,none) none
        str(/n1),map_str_int(virt@num) 5
        str(/n2),map_str_int(virt@num) -7
        str(/n3),map_str_int(virt@num) 9999999999
        str(/n4),map_str_int(virt@num,77) 77
        str(/n1),map_str_ip(virt@addr) 1.2.3.4
        str(/n2),map_str_ip(virt@addr) ::1
        str(/n3),map_str_ip(virt@addr,9.9.9.9) 9.9.9.9
        """)
    void mapGivesWhatHaproxysGives(String expression, String expected) throws BindException {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void valueThatIsMissingMakesNoText() throws BindException {
        assertThat(value("str(/none),map(virt@beg)")).isEmpty();
        assertThat(value("str(/none),map_ip(virt@ip)")).isEmpty();
    }
}
