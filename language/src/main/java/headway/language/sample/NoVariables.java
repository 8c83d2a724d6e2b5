package headway.language.sample;

/** The variables of a scope that there is not where rules run, as that of health checks in streams. */
public final class NoVariables implements Variables {
    public static final NoVariables NONE = new NoVariables();

    private NoVariables() {}

    @Override
    public boolean read(int slot, Scope scope, Sample out) {
        return false;
    }

    @Override
    public boolean write(int slot, Sample value) {
        return false;
    }

    @Override
    public void unset(int slot) {}
}
