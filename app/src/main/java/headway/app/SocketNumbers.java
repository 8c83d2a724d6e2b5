package headway.app;

import headway.language.model.Bind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The numbers of a frontend's listening sockets: what {@code id} says, else, as in HAProxy, its place among them or the next that is free. */
final class SocketNumbers {
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> given = new HashSet<>();
    private int place;

    SocketNumbers(List<Bind> binds) {
        for (var bind : binds) if (bind.id() > 0) taken.add(bind.id());
    }

    int next(Bind bind) {
        place++;
        // Of the shards of a line the first has its number.
        if (bind.id() > 0 && given.add(bind.id())) return bind.id();
        var free = place;
        while (!taken.add(free)) free++;
        return free;
    }
}
