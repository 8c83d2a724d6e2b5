package headway.quality.fuzz;

import java.util.random.RandomGenerator;

/** Makes one input a round and says what is wrong with what a parser makes of it. */
interface Fuzzer {
    /** As the command line calls it. */
    String name();

    /**
     * One input, made of nothing but the numbers given.
     *
     * @throws AssertionError with the input, when a promise of the parser is broken; any other exception counts as well
     */
    void round(RandomGenerator random);
}
