package headway.language.pattern;

import headway.language.sample.Addresses;
import headway.language.sample.Sample;

/** What the values of a map are, or that its keys are asked for. */
public enum MapOutput {
    STR,
    INT {
        @Override
        boolean accepts(String value) {
            return value.matches("[-+]?\\d{1,18}");
        }
    },
    IP {
        @Override
        boolean accepts(String value) {
            return Addresses.v4(value) >= 0 || Addresses.v6(value, new Sample());
        }
    },
    KEY;

    boolean accepts(String value) {
        return true;
    }
}
