package headway.traffic.balance;

import headway.language.sample.Sample;

/** A key that is some text of the request, hashed by the function of {@code hash-type}. */
abstract class TextKey implements Key {
    private final KeyHash function;

    TextKey(KeyHash function) {
        this.function = function;
    }

    @Override
    public final long hash(Choice choice) {
        var key = choice.key;
        return find(choice, key) ? function.of(key.at, key.length) : NONE;
    }

    /** Puts the text into {@code key}; false when there is none, which sends the session to the server whose turn it is. */
    abstract boolean find(Choice choice, Sample key);
}
