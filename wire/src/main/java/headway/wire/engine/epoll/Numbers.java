package headway.wire.engine.epoll;

/** The numbers of the system calls, which differ between the two processors. */
final class Numbers {
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

    static final int WRITE = ARM ? 64 : 1;
    static final int CLOSE = ARM ? 57 : 3;
    static final int IOCTL = ARM ? 29 : 16;
    static final int SOCKET = ARM ? 198 : 41;
    static final int CONNECT = ARM ? 203 : 42;
    static final int SENDTO = ARM ? 206 : 44;
    static final int RECVFROM = ARM ? 207 : 45;
    static final int SENDMSG = ARM ? 211 : 46;
    static final int SHUTDOWN = ARM ? 210 : 48;
    static final int BIND = ARM ? 200 : 49;
    static final int LISTEN = ARM ? 201 : 50;
    static final int GETSOCKNAME = ARM ? 204 : 51;
    static final int SETSOCKOPT = ARM ? 208 : 54;
    static final int GETSOCKOPT = ARM ? 209 : 55;
    static final int FCNTL = ARM ? 25 : 72;
    static final int EPOLL_CTL = ARM ? 21 : 233;
    static final int OPENAT = ARM ? 56 : 257;
    static final int FCHOWNAT = ARM ? 54 : 260;
    static final int FCHMODAT = ARM ? 53 : 268;
    static final int SPLICE = ARM ? 76 : 275;
    static final int EPOLL_PWAIT = ARM ? 22 : 281;
    static final int ACCEPT4 = ARM ? 242 : 288;
    static final int EVENTFD2 = ARM ? 19 : 290;
    static final int EPOLL_CREATE1 = ARM ? 20 : 291;
    static final int PIPE2 = ARM ? 59 : 293;
    static final int SENDMMSG = ARM ? 269 : 307;
    static final int SETNS = ARM ? 268 : 308;
    static final int PWRITEV2 = ARM ? 287 : 328;

    private Numbers() {}
}
