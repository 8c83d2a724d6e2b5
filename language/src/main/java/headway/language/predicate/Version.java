package headway.language.predicate;

/** A version as HAProxy writes them, in numbers that compare: {@code 2.4-dev19} is before {@code 2.4}, what is left out counts as zero. */
record Version(long major, long minor, long patch, long step) implements Comparable<Version> {
    /** Of a release that is not counted in steps after the last tag. */
    private static final long RELEASED = Long.MAX_VALUE;

    static Version parse(String text) {
        var numbers = new long[3];
        var at = 0;
        for (var i = 0; i < numbers.length; i++) {
            var end = digits(text, at);
            numbers[i] = number(text, at, end);
            at = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
            if (at == end) break;
        }
        var dev = text.indexOf("-dev", Math.max(0, at - 1));
        var step = dev < 0 ? RELEASED : number(text, dev + 4, digits(text, dev + 4));
        return new Version(numbers[0], numbers[1], numbers[2], step);
    }

    private static int digits(String text, int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
        return end;
    }

    private static long number(String text, int from, int end) {
        return end == from ? 0 : Long.parseLong(text.substring(from, Math.min(end, from + 15)));
    }

    @Override
    public int compareTo(Version other) {
        if (major != other.major) return Long.compare(major, other.major);
        if (minor != other.minor) return Long.compare(minor, other.minor);
        if (patch != other.patch) return Long.compare(patch, other.patch);
        return Long.compare(step, other.step);
    }
}
