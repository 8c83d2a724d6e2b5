package headway.operate.log;

import headway.base.memory.Buffers;
import headway.language.sample.Captures;
import headway.language.sample.Handling;
import headway.language.sample.Scratch;
import headway.traffic.account.Account;
import headway.traffic.account.StreamFacts;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** An account with a stream around it that has nothing but the account. */
final class Facts {
    private final Buffers buffers = new Buffers();
    private final Captures captures = new Captures(buffers);
    private final Scratch scratch = new Scratch(buffers);
    private @Nullable Account account;

    static Account account() {
        var facts = new Facts();
        var account = new Account(facts.scope());
        facts.account = account;
        account.next();
        return account;
    }

    private StreamFacts scope() {
        return (StreamFacts) Proxy.newProxyInstance(
                Facts.class.getClassLoader(),
                new Class<?>[] {StreamFacts.class},
                (_, method, _) -> answer(method.getName()));
    }

    private @Nullable Object answer(String method) {
        var known = account;
        if (known == null) throw new IllegalStateException("no account yet");
        return switch (method) {
            case "account" -> known;
            case "source" -> known.client;
            case "destination" -> known.frontendAddress;
            case "scratch" -> scratch;
            case "handling" -> handling();
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Handling handling() {
        return (Handling) Proxy.newProxyInstance(
                Facts.class.getClassLoader(), new Class<?>[] {Handling.class}, (_, _, _) -> captures);
    }
}
