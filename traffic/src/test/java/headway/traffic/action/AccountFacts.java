package headway.traffic.action;

import headway.base.units.Address;
import headway.language.sample.BindException;
import headway.language.sample.Direction;
import headway.language.sample.Text;
import headway.language.sample.VariableNames;
import headway.traffic.account.Account;
import headway.traffic.account.LogOrigin;

/** Accounts made of facts: {@code name=value} with blanks between; a name is a field of the account, or one of those below. Points in time are in milliseconds. */
final class AccountFacts {
    private static final long MILLI = 1_000_000;

    private AccountFacts() {}

    static ExampleScope scope(String facts) throws BindException {
        var scope = new ExampleScope("", new VariableNames());
        var account = scope.account();
        account.isHttp = true;
        for (var fact : facts.split(" ")) {
            var equals = fact.indexOf('=');
            if (equals > 0) set(scope, account, fact.substring(0, equals), fact.substring(equals + 1));
        }
        return scope;
    }

    private static void set(ExampleScope scope, Account account, String name, String value) {
        switch (name) {
            case "accepted" -> {
                account.acceptedMillis = Long.parseLong(value);
                account.acceptedNanos = account.idleSinceNanos = MILLI;
            }
            case "request" -> {
                account.requestMillis = Long.parseLong(value);
                account.requestStartNanos = account.requestEndNanos = 2 * MILLI;
            }
            case "src" -> scope.handling.source = address(value);
            case "dst" -> scope.handling.destination = address(value);
            case "server" -> named(account, value);
            case "from" -> account.serverSource = address(value);
            case "line" -> {
                account.requestLineAt = text(value.replace('_', ' ')).at();
                account.requestLineLength = value.length();
            }
            case "uniqueId" -> {
                account.uniqueIdAt = text(value).at();
                account.uniqueIdLength = value.length();
            }
            case "cookie" -> {
                account.requestCookieAt = text(value).at();
                account.requestCookieLength = value.length();
            }
            case "setcookie" -> {
                account.responseCookieAt = text(value).at();
                account.responseCookieLength = value.length();
            }
            case "capture" -> capture(scope, account, value.split(",", -1));
            case "origin" -> account.origin = LogOrigin.valueOf(value);
            default -> field(account, name, value);
        }
    }

    private static void named(Account account, String value) {
        if (value.indexOf(':') > 0) account.serverAddress = address(value);
        else account.server = value;
    }

    private static void capture(ExampleScope scope, Account account, String[] texts) {
        account.requestEndNanos = MILLI;
        for (var i = 0; i < texts.length; i++)
            if (!texts[i].isEmpty())
                scope.handling
                        .captures()
                        .write(Direction.REQUEST, i, text(texts[i]).at(), texts[i].length());
    }

    private static Text text(String value) {
        return Text.of(value);
    }

    private static Address address(String value) {
        var colon = value.indexOf(':');
        var bytes = new byte[4];
        var parts = value.substring(0, colon).split("\\.");
        for (var i = 0; i < 4; i++) bytes[i] = (byte) Integer.parseInt(parts[i]);
        return new Address.Inet(bytes, Integer.parseInt(value.substring(colon + 1)));
    }

    private static void field(Account account, String name, String value) {
        try {
            var field = Account.class.getField(name);
            var type = field.getType();
            if (type == long.class)
                field.setLong(account, Long.parseLong(value) * (name.endsWith("Nanos") ? MILLI : 1));
            else if (type == int.class) field.setInt(account, Integer.parseInt(value));
            else if (type == char.class) field.setChar(account, value.charAt(0));
            else if (type == boolean.class) field.setBoolean(account, Boolean.parseBoolean(value));
            else field.set(account, value);
            if (name.equals("requestStartNanos")) account.requestMillis = 1;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }
}
