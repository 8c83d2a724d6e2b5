package headway.language.resolve;

import headway.language.model.ProxyOption;
import java.util.Arrays;

/** Options that HAProxy warns of in {@code mode tcp}, also where they are inherited, by the sections in which they have a meaning. */
enum HttpOption {
    ACCEPT_REQUEST("accept-unsafe-violations-in-http-request", ProxyOption.ACCEPT_UNSAFE_REQUEST, true, false),
    ACCEPT_RESPONSE("accept-unsafe-violations-in-http-response", ProxyOption.ACCEPT_UNSAFE_RESPONSE, false, true),
    BUFFER_REQUEST("http-buffer-request", ProxyOption.HTTP_BUFFER_REQUEST, true, true),
    IGNORE_PROBES("http-ignore-probes", ProxyOption.HTTP_IGNORE_PROBES, true, false),
    NO_DELAY("http-no-delay", ProxyOption.HTTP_NO_DELAY, true, true),
    PRETEND_KEEP_ALIVE("http-pretend-keepalive", ProxyOption.HTTP_PRETEND_KEEP_ALIVE, false, true),
    USE_PROXY_HEADER("http-use-proxy-header", ProxyOption.HTTP_USE_PROXY_HEADER, true, false),
    IDLE_CLOSE("idle-close-on-response", ProxyOption.IDLE_CLOSE_ON_RESPONSE, true, false),
    PREFER_LAST_SERVER("prefer-last-server", ProxyOption.PREFER_LAST_SERVER, false, true);

    final String keyword;
    final ProxyOption option;
    final boolean isOfFrontends;
    final boolean isOfBackends;

    HttpOption(String word, ProxyOption option, boolean isOfFrontends, boolean isOfBackends) {
        keyword = "option " + word;
        this.option = option;
        this.isOfFrontends = isOfFrontends;
        this.isOfBackends = isOfBackends;
    }

    static boolean warnsOf(String keyword) {
        return Arrays.stream(values()).anyMatch(option -> option.keyword.equals(keyword));
    }
}
