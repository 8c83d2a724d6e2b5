package headway.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which TCP ports a process listens on, from {@code /proc}: the descriptors it holds against the sockets that listen. */
public final class ListeningPorts {
    private static final String LISTEN = "0A";

    private ListeningPorts() {}

    /** The ports this very process listens on; empty when it has gone. */
    public static Set<Integer> of(long pid) {
        try {
            Map<String, Integer> listening = new HashMap<>();
            readTable(Path.of("/proc", Long.toString(pid), "net/tcp"), listening);
            readTable(Path.of("/proc", Long.toString(pid), "net/tcp6"), listening);
            Set<Integer> ports = new HashSet<>();
            for (String inode : socketInodes(pid)) {
                Integer port = listening.get(inode);
                if (port != null) {
                    ports.add(port);
                }
            }
            return ports;
        } catch (IOException | UncheckedIOException _) {
            return Set.of(); // the process ended while it was looked at
        }
    }

    private static void readTable(Path table, Map<String, Integer> portOfInode) throws IOException {
        if (!Files.exists(table)) {
            return;
        }
        for (String line : Files.readAllLines(table)) {
            String[] words = line.strip().split("\\s+");
            if (words.length > 9 && words[3].equals(LISTEN)) {
                portOfInode.put(words[9], Integer.parseInt(words[1].substring(words[1].indexOf(':') + 1), 16));
            }
        }
    }

    private static Set<String> socketInodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return inodes;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException _) {
            return ""; // closed in the meantime
        }
    }
}
