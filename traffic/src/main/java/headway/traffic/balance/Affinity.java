package headway.traffic.balance;

import headway.language.model.HashType;
import headway.traffic.server.Server;

/** {@code hash-preserve-affinity}: whether a full server that the hash means is waited for, or the next one is asked. */
enum Affinity {
    ALWAYS {
        @Override
        boolean keepsTo(Server server) {
            return true;
        }
    },
    MAX_CONNECTIONS {
        @Override
        boolean keepsTo(Server server) {
            return false;
        }
    },
    MAX_QUEUE {
        @Override
        boolean keepsTo(Server server) {
            return !server.isQueueFull();
        }
    };

    static Affinity of(HashType.Affinity affinity) {
        return switch (affinity) {
            case ALWAYS -> ALWAYS;
            case MAX_CONNECTIONS -> MAX_CONNECTIONS;
            case MAX_QUEUE -> MAX_QUEUE;
        };
    }

    /** The server is full. */
    abstract boolean keepsTo(Server server);

    /** Whoever means this server waits for it; with a full queue HAProxy answers 503 at once. */
    static Outcome await(Choice choice, Server server) {
        choice.server = server;
        return server.isQueueFull() ? Outcome.QUEUE_FULL : Outcome.SERVER_FULL;
    }

    /** HAProxy waits for the server before the one that was meant. */
    Outcome whenAllAreFull(Choice choice, Server before, Server[] servers) {
        var outcome = Balancer.fallBack(choice, servers);
        if (outcome != Outcome.ALL_FULL || !before.isReachable()) return outcome;
        return await(choice, before);
    }
}
