package headway.operate.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * The process's signals. The JVM is asked through {@code sun.misc.Signal}, the only way by which it tells Java code of a signal; by reflection, because the
 * compiler warns of that name and here warnings are errors.
 *
 * <p>SIGINT and SIGTERM get the kernel's own disposition back: it ends the process at once, and whoever waits for it sees the death by that signal, where the
 * JVM's shutdown would end in exit codes 130 and 143. SIGPIPE is ignored by the JVM itself. SIGQUIT stays the JVM's dump of all threads, on standard output.
 */
public final class Signals {
    private static final String CLASS = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private Signals() {}

    /** Lets the kernel do what it does by default. A signal that was ignored when the process began stays so. */
    public static void restore(String... names) {
        try {
            var standard = Class.forName(HANDLER).getField("SIG_DFL").get(null);
            for (var name : names) handle(name, standard);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(CLASS, e);
        }
    }

    /** Runs the action, on a thread of its own, whenever the signal comes; false when the JVM keeps this signal to itself. */
    public static boolean on(String name, Consumer<String> action) {
        try {
            var type = Class.forName(HANDLER);
            var handler =
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) action.accept(name);
                        return method.getReturnType() == int.class ? (Object) System.identityHashCode(proxy) : null;
                    });
            return handle(name, handler);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(CLASS, e);
        }
    }

    private static boolean handle(String name, Object handler) throws ReflectiveOperationException {
        var type = Class.forName(CLASS);
        try {
            var signal = type.getConstructor(String.class).newInstance(name);
            type.getMethod("handle", type, Class.forName(HANDLER)).invoke(null, signal, handler);
            return true;
        } catch (InvocationTargetException e) {
            // Not known here (as on Windows), or used by the JVM.
            if (e.getCause() instanceof IllegalArgumentException) return false;
            throw e;
        }
    }
}
