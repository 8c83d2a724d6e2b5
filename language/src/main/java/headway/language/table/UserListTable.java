package headway.language.table;

import headway.base.crypt.Crypt;
import headway.language.draft.UserListDraft;
import headway.language.draft.UserListDraft.UserDraft;
import headway.language.syntax.Mistake;
import java.util.Arrays;
import java.util.List;

/** Sections {@code userlist}: configuration manual 12.2. */
final class UserListTable {
    static final List<Directive<UserListDraft>> TABLE = List.of(
            Entry.<UserListDraft>entry(
                            "user",
                            "A user with a password, as crypt(3) has made it (MD5, SHA-256, SHA-512, bcrypt) or as it is said.")
                    .in(Section.ONLY_USER_LISTS)
                    .example(
                            "user ann insecure-password secret",
                            "user bob password $5$salt$Gcm6FsVtF/Qa77ZKD.iwsJlCVPY0XSMgLJL0Hnww/c1",
                            "user joe password $2b$05$abcdefghijklmnopqrstuu8.veTXNDPV2eEsdpKNczMw2otgh5LnK",
                            "group staff\nuser eve insecure-password x groups staff")
                    .reads(
                            "<name> [ password <hash> | insecure-password <password> ] [ groups <group>,... ]",
                            UserListTable::user),
            Entry.<UserListDraft>entry("group", "A group with its members; users may also name it themselves.")
                    .in(Section.ONLY_USER_LISTS)
                    .example("user ann insecure-password a\ngroup staff users ann", "group nobody")
                    .reads("<name> [ users <user>,... ]", UserListTable::group));

    private UserListTable() {}

    private static void user(UserListDraft list, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'user' expects <name> as arguments.");
        var name = words.next();
        if (list.users.containsKey(name)) {
            words.reading()
                    .out()
                    .warning(words.at(), "ignoring duplicated user '" + name + "' in userlist '" + list.name + "'.");
            words.rest();
            return;
        }
        var user = new UserDraft(words.position());
        while (words.has()) {
            if (words.takes("password")) password(user, words, false);
            else if (words.takes("insecure-password")) password(user, words, true);
            else if (words.takes("groups")) user.groups = names(words);
            else {
                words.next();
                throw words.mistake("'user' only supports 'password', 'insecure-password' and 'groups' options.");
            }
        }
        list.users.put(name, user);
    }

    private static void password(UserDraft user, Arguments words, boolean isPlain) throws Mistake {
        var option = isPlain ? "insecure-password" : "password";
        if (!words.has()) throw words.mistake("'" + option + "' expects a password as an argument.");
        var password = words.next();
        user.password = password;
        user.isPlain = isPlain;
        if (!isPlain && !Crypt.isKnown(password))
            words.reading()
                    .out()
                    .notice(
                            words.at(),
                            "this password is in a form that is not known here, so nobody has it: known are those that begin with $1$, $5$ or $6$, and $2a$, $2b$ or $2y$ with a cost of 04 to 31, a salt and a hash");
    }

    private static List<String> names(Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'" + words.line().word(0) + "' expects a list of names here.");
        return Arrays.stream(words.next().split(","))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static void group(UserListDraft list, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'group' expects <name> as arguments.");
        var name = words.next();
        if (list.groups.containsKey(name)) {
            words.reading()
                    .out()
                    .warning(words.at(), "ignoring duplicated group '" + name + "' in userlist '" + list.name + "'.");
            words.rest();
            return;
        }
        var members = List.<String>of();
        while (words.has()) {
            if (words.takes("users")) {
                members = names(words);
                continue;
            }
            words.next();
            throw words.mistake("'group' only supports 'users' option.");
        }
        list.group(name, members, words.position());
    }
}
