package headway.app;

import headway.operate.log.Console;
import headway.operate.process.Signals;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the program begins, and the only place where it ends the process. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Before anything else: from here on SIGINT and SIGTERM end the process as they end HAProxy.
        Signals.restore("INT", "TERM");
        var err = stream(FileDescriptor.err);
        var out = stream(FileDescriptor.out);
        var launcher = System.getProperty("headway.launcher", "haproxy");
        var console = Console.ofProcess(err, ProcessHandle.current().pid(), VersionText.VERSION, launcher);
        var code = new Program(console, out, err, launcher).run(arguments);
        out.flush();
        err.flush();
        // No shutdown hooks: there is nothing that they would have to do.
        Runtime.getRuntime().halt(code);
    }

    /** A character is a byte, as everywhere in HAProxy's texts; and names of files come through as they are. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
