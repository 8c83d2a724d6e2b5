package headway.language.draft;

import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.model.UserList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section {@code userlist}. */
public final class UserListDraft {
    public final Position position;
    public final String name;
    public final Map<String, UserDraft> users = new LinkedHashMap<>();
    /** The members that the {@code group} line names. */
    public final Map<String, List<String>> groups = new LinkedHashMap<>();

    private final Map<String, Position> groupLines = new LinkedHashMap<>();

    /** A user as its line says it. */
    public static final class UserDraft {
        private final Position position;
        public @Nullable String password;
        public boolean isPlain;
        public List<String> groups = List.of();

        public UserDraft(Position position) {
            this.position = position;
        }
    }

    public UserListDraft(Position position, String name) {
        this.position = position;
        this.name = name;
    }

    public void group(String group, List<String> members, Position at) {
        groups.put(group, members);
        groupLines.put(group, at);
    }

    /** The model; who or what is named and not there is an alert. */
    public UserList done(Diagnostics out) {
        var members = new LinkedHashMap<String, LinkedHashSet<String>>();
        users.forEach((user, draft) -> {
            var own = members.computeIfAbsent(user, _ -> new LinkedHashSet<>());
            for (var group : draft.groups) {
                if (groups.containsKey(group)) own.add(group);
                else
                    out.alert(
                            draft.position,
                            "userlist '" + name + "': no such group '" + group + "' specified in user '" + user + "'");
            }
        });
        groups.forEach((group, named) -> {
            for (var user : named) {
                var own = members.get(user);
                if (own != null) own.add(group);
                else
                    out.alert(
                            groupLines.getOrDefault(group, position),
                            "userlist '" + name + "': no such user '" + user + "' specified in group '" + group + "'");
            }
        });
        var done = new ArrayList<UserList.User>();
        users.forEach((user, draft) -> done.add(new UserList.User(
                user, draft.password, draft.isPlain, members.getOrDefault(user, new LinkedHashSet<>()))));
        var byName = new LinkedHashMap<String, UserList.User>();
        for (var user : done) byName.put(user.name(), user);
        return new UserList(position, name, byName, groups.keySet());
    }
}
