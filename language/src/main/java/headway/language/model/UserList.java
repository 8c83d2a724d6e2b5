package headway.language.model;

import headway.base.diagnostic.Position;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A section {@code userlist}: who may say which password, and to which groups they belong.
 *
 * @param users by their names
 * @param groups all that are declared, also those without members
 */
public record UserList(Position position, String name, Map<String, User> users, Set<String> groups) {
    public UserList {
        users = Map.copyOf(users);
        groups = Set.copyOf(groups);
    }

    /**
     * A user.
     *
     * @param password as it is said, or what crypt(3) made of it; null when the user has none and so is never let in
     * @param isPlain {@code insecure-password}
     */
    public record User(String name, @Nullable String password, boolean isPlain, Set<String> groups) {
        public User {
            groups = Set.copyOf(groups);
        }
    }
}
