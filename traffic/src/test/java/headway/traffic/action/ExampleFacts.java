package headway.traffic.action;

import headway.base.units.Address;
import headway.language.sample.Addresses;
import headway.language.sample.Endpoint;
import headway.language.sample.Figure;
import headway.language.sample.Label;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an example says of its stream, by the names of figures, labels and ends in lower case: {@code be-id=3}, {@code server=10.0.0.1}. */
final class ExampleFacts {
    private final long[] figures = new long[Figure.values().length];
    private final Map<Label, Text> labels = new EnumMap<>(Label.class);
    private final Map<Endpoint, Address> ends = new EnumMap<>(Endpoint.class);

    ExampleFacts(Map<String, String> facts) {
        Arrays.fill(figures, Figure.ABSENT);
        for (var fact : facts.entrySet()) {
            for (var figure : Figure.values())
                if (fact.getKey().equals(name(figure))) figures[figure.ordinal()] = Long.parseLong(fact.getValue());
            for (var label : Label.values())
                if (fact.getKey().equals(name(label))) labels.put(label, Text.of(fact.getValue()));
            for (var end : Endpoint.values())
                if (fact.getKey().equals("at-" + name(end))) ends.put(end, address(fact.getValue()));
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code 10.0.0.1:80}. */
    private static Address address(String text) {
        var colon = text.lastIndexOf(':');
        var host = Addresses.v4(text.substring(0, colon));
        var bytes = new byte[] {(byte) (host >> 24), (byte) (host >> 16), (byte) (host >> 8), (byte) host};
        return new Address.Inet(bytes, Integer.parseInt(text.substring(colon + 1)));
    }

    long figure(Figure figure) {
        return figures[figure.ordinal()];
    }

    boolean label(Label label, Sample out) {
        var text = labels.get(label);
        return text != null && out.text(text);
    }

    @Nullable
    Address end(Endpoint end) {
        return ends.get(end);
    }

    void label(Label label, String text) {
        labels.putIfAbsent(label, Text.of(text));
    }
}
