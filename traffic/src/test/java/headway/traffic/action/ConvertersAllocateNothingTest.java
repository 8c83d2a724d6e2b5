package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.language.format.Format;
import headway.language.format.FormatParser;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Converters run for every request; all but those that the design page names make no object. */
final class ConvertersAllocateNothingTest {
    private static final List<String> EXPRESSIONS = List.of(
            "str(abc),wt6(1)",
            "str(abc),xxh32",
            "str(abc),xxh64",
            "str(abc),xxh3",
            "str(a/b),json(utf8s)",
            "var(txn.j),json_query($.a[1].b)",
            "int(784111777),utime(%Y-%m-%d %A %j)",
            "int(784111777196),ms_ltime(%H:%M:%S.%3N %z)",
            "int(784111777),http_date",
            "str('Sun, 06 Nov 1994 08:49:37 GMT'),date",
            "str(mail.example.com),reverse_dom",
            "str(en-GB),language(de;en)",
            "str(for=127.0.0.1;proto=http),rfc7239_is_valid",
            "ipv6(::1),rfc7239_nn",
            "str(be/s1),srv_is_up",
            "bin(0a0412020807),protobuf(1.2.1,int32)",
            "bin(102700044d51545404c6003c0003636964000477746f70000477706179000475736572000470617373),mqtt_field_value(connect,username)",
            "str(a.eyJhIjoxfQ.c),jwt_payload_query($.a)",
            "int(5),set-var(txn.n,ifnotset)",
            "str(abc),capture-req(0),debug",
            "ipv6(::1),debug(x,stderr)");

    @TestFactory
    Stream<DynamicTest> theyMakeNoObject() {
        return EXPRESSIONS.stream()
                .map(e ->
                        DynamicTest.dynamicTest(e, () -> assertThat(bytesOf(e)).isZero()));
    }

    private static long bytesOf(String expression) throws BindException {
        var rules = new Rules();
        var format = new FormatParser(rules.binding(Place.HTTP_REQUEST)).parse("%[" + expression + "]");
        var scope = new ExampleScope("txn.j={\"a\":[0,{\"b\":7}]}", rules.names);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        run(format, scope, 20_000);
        var before = threads.getCurrentThreadAllocatedBytes();
        run(format, scope, 10_000);
        return (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
    }

    private static void run(Format format, ExampleScope scope, int times) {
        var out = new Sample();
        for (var i = 0; i < times; i++) {
            var mark = scope.scratch().mark();
            format.write(scope, out);
            scope.scratch().reset(mark);
        }
    }
}
