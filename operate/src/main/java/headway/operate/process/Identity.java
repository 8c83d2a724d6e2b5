package headway.operate.process;

import headway.operate.system.Libc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who the process becomes once it listens: {@code chroot}, {@code group} or {@code gid}, {@code user} or {@code uid}, in this order, for each takes away the
 * right to do the ones before it.
 *
 * <p>glibc applies {@code setuid} and {@code setgid} to every thread; the JVM's are among them. After {@code chroot} the JVM still reads its classes from the
 * files it has open.
 *
 * @param user a number, or -1
 * @param group a number, or -1
 * @param root a folder, or null
 */
public record Identity(int user, int group, @Nullable String root) {
    /**
     * @param user a name or a number, null for none
     * @param group likewise
     * @throws IdentityException when the system does not know a name
     */
    public static Identity of(@Nullable String user, @Nullable String group, @Nullable String root)
            throws IdentityException {
        return new Identity(
                number("user", user, Path.of("/etc/passwd")), number("group", group, Path.of("/etc/group")), root);
    }

    private static int number(String kind, @Nullable String name, Path database) throws IdentityException {
        if (name == null) return -1;
        var number = number(name, database);
        if (number < 0) throw new IdentityException("cannot find " + kind + " id for '" + name + "'");
        return number;
    }

    /**
     * Changes over; nothing was changed after the step that failed.
     *
     * @throws IdentityException with what could not be done
     */
    public void assume(Libc libc) throws IdentityException {
        if (root != null && (libc.callWithText("chroot", root) < 0 || libc.callWithText("chdir", "/") < 0))
            throw new IdentityException("Cannot chroot(" + root + ").");
        if (group >= 0) {
            // Groups beside the main one are root's; without the right to drop them there are none to drop.
            libc.call("setgroups", 0, 0);
            if (libc.call("setgid", group) < 0) throw new IdentityException("Cannot set gid " + group + ".");
        }
        if (user >= 0 && libc.call("setuid", user) < 0) throw new IdentityException("Cannot set uid " + user + ".");
    }

    /**
     * The number that belongs to a name, or to a number written out.
     *
     * @param database {@code /etc/passwd} or {@code /etc/group}
     * @return -1 when there is none
     */
    static int number(String name, Path database) {
        if (!name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9')) return Integer.parseInt(name);
        try (var lines = Files.lines(database)) {
            return lines.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 2 && fields[0].equals(name))
                    .map(fields -> Integer.parseInt(fields[2]))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }
}
