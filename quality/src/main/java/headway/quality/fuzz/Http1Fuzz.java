package headway.quality.fuzz;

import headway.http.Method;
import headway.wire.h1.H1Settings;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the reader of HTTP/1 promises for any bytes: the same result however they are cut; a message ends where it says, with or without bytes behind it; nothing
 * beyond the bytes is written; a refusal has a name; and what is written on is understood by the next one as it was here.
 */
final class Http1Fuzz implements Fuzzer {
    private final Http1Input input = Http1Input.load();
    private final Http1Run run = new Http1Run();

    @Override
    public String name() {
        return "http1";
    }

    @Override
    public void round(RandomGenerator random) {
        var bytes = input.next(random);
        var unsafe = random.nextInt(6) == 0;
        var settings = new H1Settings(random.nextInt(9) == 0 ? 5 : 101, 16384, unsafe, unsafe, false, false, null);
        var response = bytes.length > 0 && bytes[0] == 'H' && bytes[bytes.length > 3 ? 3 : 0] == 'P';
        var kind = new Http1Run.Kind(
                settings, response, random.nextInt(8) == 0 ? Method.CONNECT : Method.GET, random.nextInt(4) == 0);
        check(kind, bytes, random);
    }

    private void check(Http1Run.Kind kind, byte[] bytes, RandomGenerator random) {
        var whole = run.read(kind, bytes, bytes.length);
        same(bytes, "in pieces", whole, run.read(kind, bytes, cuts(bytes.length, random)));
        if (whole.refusal() != null || whole.length() == 0) return;
        var end = whole.length();
        if (end > bytes.length) throw new AssertionError("longer than the bytes: " + Http1Input.written(bytes));
        var alone = Arrays.copyOf(bytes, end);
        same(bytes, "alone", whole, run.read(kind, alone, end));
        var short1 = run.read(kind, Arrays.copyOf(bytes, end - 1), end - 1);
        if (short1.length() != 0 || short1.refusal() != null)
            throw new AssertionError("complete one byte early: " + Http1Input.written(bytes));
        if (!kind.settings().unsafeRequests() && !whole.hasAuthority()) readAgain(kind, bytes, whole);
    }

    private void readAgain(Http1Run.Kind kind, byte[] bytes, Http1Run.Result whole) {
        var written = Http1Input.bytes(whole.written());
        var again = run.read(kind, written, written.length);
        if (!again.written().equals(whole.written()) || !again.framing().equals(whole.framing())) {
            throw new AssertionError(
                    "the next one understands " + again + "\nfrom " + whole + "\nof " + Http1Input.written(bytes));
        }
    }

    private static void same(byte[] bytes, String how, Http1Run.Result whole, Http1Run.Result other) {
        if (!whole.equals(other))
            throw new AssertionError(
                    how + ": " + other + "\nbut whole: " + whole + "\nof " + Http1Input.written(bytes));
    }

    private static int[] cuts(int length, RandomGenerator random) {
        if (random.nextInt(10) == 0) return IntStream.rangeClosed(1, length).toArray();
        var cuts = IntStream.range(0, random.nextInt(5)).map(_ -> random.nextInt(length + 1));
        return IntStream.concat(cuts, IntStream.of(length)).sorted().toArray();
    }
}
