package headway.wire.engine;

import headway.base.units.Address;

/**
 * What to listen on.
 *
 * @param mode UNIX socket permissions, or -1
 * @param uid UNIX socket owner, or -1
 * @param gid UNIX socket group, or -1
 */
public record ListenSpec(Address address, int backlog, SocketOptions options, int mode, int uid, int gid) {}
