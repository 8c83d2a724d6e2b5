package headway.operate.log;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file of a ring: made anew at start, and what the last process left is kept beside it as {@code .bak}. */
record BackingFile(Path path) {
    /**
     * The file as memory.
     *
     * @throws IOException when it cannot be made
     */
    MemorySegment map(long size) throws IOException {
        keepLast();
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(path, options, attributes())) {
            channel.truncate(0);
            return channel.map(MapMode.READ_WRITE, 0, size, Arena.global());
        }
    }

    /** A folder that cannot be written to has no {@code .bak}: HAProxy takes no offence either. */
    private void keepLast() {
        try {
            if (Files.exists(path) && Files.size(path) > 0)
                Files.move(path, Path.of(path + ".bak"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // The file is written over then.
        }
    }

    private static FileAttribute<?>[] attributes() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
