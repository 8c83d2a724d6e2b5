package headway.language.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The variables that a configuration sees: the process's, changed by {@code setenv} and its kin as the lines come. */
public final class Environment {
    /** The program's version and branch, as HAProxy tells them to a configuration. */
    private static final String STARTUP_VERSION = "HAPROXY_STARTUP_VERSION";

    private static final String BRANCH = "HAPROXY_BRANCH";

    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = new HashMap<>(variables);
    }

    /** With what a program of that version adds. */
    public static Environment of(Map<String, String> variables, String version) {
        var environment = new Environment(variables);
        environment.set(STARTUP_VERSION, version);
        var second = version.indexOf('.', version.indexOf('.') + 1);
        environment.set(BRANCH, second < 0 ? version : version.substring(0, second));
        return environment;
    }

    public @Nullable String get(String name) {
        return variables.get(name);
    }

    public boolean has(String name) {
        return variables.containsKey(name);
    }

    /**
     * A text with the values of its variables, {@code $NAME} and {@code ${NAME}}; those that are not set are empty. As watched, a brace need not be closed, and what
     * follows a name, such as a default, is text.
     */
    public String expanded(String text) {
        if (text.indexOf('$') < 0) return text;
        var expanded = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c != '$') {
                expanded.append(c);
                continue;
            }
            var inBraces = at < text.length() && text.charAt(at) == '{';
            if (inBraces) at++;
            var from = at;
            while (at < text.length() && isOfName(text.charAt(at))) at++;
            expanded.append(variables.getOrDefault(text.substring(from, at), ""));
            if (inBraces && at < text.length() && text.charAt(at) == '}') at++;
        }
        return expanded.toString();
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** {@code setenv}. */
    public void set(String name, String value) {
        variables.put(name, value);
    }

    /** {@code presetenv}: only when it has no value yet. */
    public void preset(String name, String value) {
        variables.putIfAbsent(name, value);
    }

    /** {@code unsetenv}. */
    public void unset(String name) {
        variables.remove(name);
    }

    /** {@code resetenv}: all but these. */
    public void keepOnly(Set<String> names) {
        variables.keySet().removeIf(name -> !names.contains(name));
    }

    public Map<String, String> all() {
        return new TreeMap<>(variables);
    }
}
