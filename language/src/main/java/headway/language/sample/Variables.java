package headway.language.sample;

/** The variables of one scope, by the slot numbers that {@link VariableNames} gave to their names at load. */
public interface Variables {
    /**
     * Reads a variable.
     *
     * @return false when it is not set
     */
    boolean read(int slot, Scope scope, Sample out);

    /**
     * Sets a variable; a text is copied.
     *
     * @return false when there is no memory for it
     */
    boolean write(int slot, Sample value);

    void unset(int slot);
}
