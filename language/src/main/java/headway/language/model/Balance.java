package headway.language.model;

import headway.language.syntax.Line;

/** {@code balance}. */
public sealed interface Balance {
    record RoundRobin() implements Balance {}

    record StaticRoundRobin() implements Balance {}

    record LeastConnections() implements Balance {}

    record First() implements Balance {}

    record Source() implements Balance {}

    /**
     * @param draws how many servers are drawn; the least loaded of them is taken
     */
    record Random(int draws) implements Balance {}

    /**
     * {@code uri}.
     *
     * @param length how many characters of it count; 0 for all
     * @param depth how many slashes it may have; 0 for any number
     * @param whole with the query
     * @param pathOnly from the first slash of the path on, without scheme and authority
     */
    record Uri(int length, int depth, boolean whole, boolean pathOnly) implements Balance {}

    /**
     * {@code url_param}.
     *
     * @param waitsForBody {@code check_post}: the body of a POST is waited for, and looked through when the query has no such parameter
     */
    record UrlParameter(String name, boolean waitsForBody) implements Balance {}

    /**
     * {@code hdr(name)}.
     *
     * @param domainOnly {@code use_domain_only}: of a host name only the label before the last one counts
     */
    record Header(String name, boolean domainOnly) implements Balance {}

    /** {@code rdp-cookie(name)}. */
    record RdpCookie(String name) implements Balance {}

    /**
     * {@code hash}.
     *
     * @param line where it stands
     * @param word which word of the line is the expression
     */
    record Hash(Line line, int word) implements Balance {}

    /** Of logs: the same server as long as it is up. */
    record Sticky() implements Balance {}

    /**
     * Of logs: by what is made of the message.
     *
     * @param converters as written, separated by commas
     */
    record LogHash(LogProfile.Written converters) implements Balance {}

    /** It takes its key from a request of HTTP, and so is of no use to a {@code mode tcp} proxy. */
    default boolean needsHttp() {
        return switch (this) {
            case Uri _, UrlParameter _, Header _ -> true;
            case RoundRobin _, StaticRoundRobin _, LeastConnections _, First _ -> false;
            case Source _, Random _, RdpCookie _, Hash _ -> false;
            case Sticky _, LogHash _ -> false;
        };
    }
}
