package headway.language.model;

import headway.base.units.Address;

/** A word of {@code init-addr}: the ways in which a server gets its address at start, tried in turn. */
public sealed interface InitialAddress {
    /** The one in the state file. */
    record Last() implements InitialAddress {}

    /** The system's look-up. */
    record Libc() implements InitialAddress {}

    /** None: the server stays down. */
    record None() implements InitialAddress {}

    /** This one; its port is the server's. */
    record Fixed(Address.Inet address) implements InitialAddress {}
}
