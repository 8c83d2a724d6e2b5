package headway.language.sample;

/** How long a variable lives, by the prefix of its name: configuration manual 2.8. */
public enum VariableScope {
    PROCESS("proc"),
    SESSION("sess"),
    TRANSACTION("txn"),
    REQUEST("req"),
    RESPONSE("res"),
    /** Of a health check; streams have none. */
    CHECK("check");

    private final String prefix;

    VariableScope(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }
}
