package headway.language.sample;

import headway.base.units.Address;
import headway.http.Head;
import org.jspecify.annotations.Nullable;

/**
 * What expressions, conditions and actions see of a running stream. The stream implements it; all calls come on its loop.
 */
public interface Scope {
    /** The request's head with all edits made so far; null as long as there is none (TCP, or not yet complete). */
    @Nullable
    Head request();

    /** The response's head with all edits; null as long as there is none. */
    @Nullable
    Head response();

    /** The client's address as rules see it; null when it is none that the kernel knows. */
    @Nullable
    Address source();

    /** The address the client connected to. */
    @Nullable
    Address destination();

    /**
     * The request goes through this proxy to elsewhere ({@code option http-use-proxy-header}, and a target that is neither a path nor an asterisk): authentication is
     * the proxy's own then, with 407 and Proxy-Authorization (RFC 9110 11.7).
     */
    boolean isProxied();

    /** True for the first request of a client connection ({@code http_first_req}). */
    boolean isFirstRequest();

    Text frontend();

    /** The proxy whose rules are running or have been chosen; null before one is. */
    @Nullable
    Text backend();

    /** Null before one is chosen. */
    @Nullable
    Text server();

    /** Counts the streams of the process. */
    long streamId();

    /** Memory that lives as long as the stream. */
    Scratch scratch();

    /** The variables of that scope; those of REQUEST and RESPONSE are cleared by the stream when that part of it ends. */
    Variables variables(VariableScope scope);

    /** The loop's monotonic time. */
    long nanos();

    /** The loop's milliseconds since 1970. */
    long wallMillis();

    /** Where the bytes lie that are kept: of HTTP the body so far, of TCP all that has come. */
    int contentAt(Direction direction);

    int contentLength(Direction direction);

    /** The connection is read as messages of HTTP, whose heads are no content. */
    default boolean readsMessages() {
        return false;
    }

    /** Nothing will be added to it: the body is complete, the sender has closed, or there is no room. */
    boolean contentEnded(Direction direction);

    /**
     * False while {@code tcp-request content} rules may still wait for data (inspect-delay). Then a condition that lacks data makes the rule set wait
     * at that rule; otherwise it counts as "no".
     */
    boolean isFinal();

    /**
     * Asks that the body be kept until there are {@code atLeast} bytes of it (0: all), it is complete, there is no more room, or the time has come; the
     * rule set is then entered again at the same rule.
     *
     * @return true when one of these holds already: there is nothing to wait for
     */
    boolean waitForBody(Direction direction, long atLeast, long untilNanos);

    /** What actions change of the stream beside its messages. */
    Handling handling();

    /** A number that is known of the stream; {@link Figure#ABSENT} when there is none. */
    default long figure(Figure figure) {
        return Figure.ABSENT;
    }

    /**
     * Reads a text that is known of the stream.
     *
     * @return false when there is none
     */
    default boolean label(Label label, Sample out) {
        return false;
    }

    /** The address of an end of one of its connections, whatever rules have set; null when there is none that the kernel knows. */
    default @Nullable Address address(Endpoint end) {
        return null;
    }

    /**
     * Reads how the parts under one side of the stream stand, as {@code name=value} with blanks between them: for those who look for mistakes.
     *
     * @param layers the sum of 16 (socket), 8 (connection), 4 (transport), 2 (the protocol's connection) and 1 (its stream); 0 for all
     * @return false when there is no connection on that side
     */
    default boolean layers(Direction from, int layers, Sample out) {
        return false;
    }

    /** Whether the address is one of this machine's; it costs some system calls. */
    default boolean isLocal(Address address) {
        return false;
    }

    /** Brings facts up to date that change all the time and are not counted until somebody asks, such as bytes; a format with aliases does so before it is written. */
    default void refresh() {}
}
