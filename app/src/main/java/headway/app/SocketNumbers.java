package headway.app;

import headway.language.model.Bind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The numbers of a frontend's listening sockets: what {@code id} says, else, as in HAProxy, the next that is free; each socket, also one with an id, uses up a number. */
final class SocketNumbers {
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> given = new HashSet<>();
    private int next = 1;

    SocketNumbers(List<Bind> binds) {
        for (var bind : binds) if (bind.id() > 0) taken.add(bind.id());
    }

    int next(Bind bind) {
        // Of the shards of a line the first has its number.
        if (bind.id() > 0 && given.add(bind.id())) {
            next++;
            return bind.id();
        }
        while (!taken.add(next)) next++;
        return next++;
    }
}
