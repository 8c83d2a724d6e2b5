package headway.traffic.convert;

import headway.language.sample.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.TimeZone;

/** The machine's time zone. What holds at a time is remembered for as long as it holds, so that nothing is made for each question. */
final class LocalZone {
    private final ZoneRules rules;
    private final Text standard;
    private final Text daylight;
    private Span last = new Span(0, 0, 0, false);

    /** From a second since 1970 to before another one. */
    record Span(long from, long to, int offsetSeconds, boolean isDaylight) {
        boolean holds(long seconds) {
            return seconds >= from && seconds < to;
        }
    }

    LocalZone() {
        this(ZoneId.systemDefault());
    }

    LocalZone(ZoneId zone) {
        rules = zone.getRules();
        var names = TimeZone.getTimeZone(zone);
        standard = Text.of(names.getDisplayName(false, TimeZone.SHORT, Locale.ENGLISH));
        daylight = Text.of(names.getDisplayName(true, TimeZone.SHORT, Locale.ENGLISH));
    }

    /** What holds then. Loops may ask at once: each sees a whole span. */
    Span at(long seconds) {
        var span = last;
        if (!span.holds(seconds)) last = span = find(seconds);
        return span;
    }

    private Span find(long seconds) {
        var instant =
                Instant.ofEpochSecond(Math.clamp(seconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
        var before = rules.isFixedOffset() ? null : rules.previousTransition(instant.plusNanos(1));
        var after = rules.isFixedOffset() ? null : rules.nextTransition(instant);
        return new Span(
                before == null ? Long.MIN_VALUE : before.getInstant().getEpochSecond(),
                after == null ? Long.MAX_VALUE : after.getInstant().getEpochSecond(),
                rules.getOffset(instant).getTotalSeconds(),
                rules.isDaylightSavings(instant));
    }

    Text name(Span span) {
        return span.isDaylight ? daylight : standard;
    }
}
