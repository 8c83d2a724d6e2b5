package headway.operate.process;

import java.util.List;

/** The configuration is right, and yet it cannot run here: an address is taken, a right is lacking. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> alerts;

    /**
     * @param alerts a line each, as the console prints them
     */
    public StartException(List<String> alerts) {
        super(String.join("\n", alerts));
        this.alerts = List.copyOf(alerts);
    }

    public List<String> alerts() {
        return alerts;
    }
}
