package headway.language.sample;

/** What expressions see that are evaluated when the configuration is read: no stream, and the variables of the process. */
public final class ConfigurationScope extends StreamlessScope {
    private final Variables process;

    public ConfigurationScope(Variables process) {
        super("");
        this.process = process;
    }

    @Override
    public Variables variables(VariableScope scope) {
        return scope == VariableScope.PROCESS ? process : NoVariables.NONE;
    }
}
