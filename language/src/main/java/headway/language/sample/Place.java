package headway.language.sample;

/** Where an expression or condition stands, which decides what it can look at; with the words by which HAProxy's warnings name it. */
public enum Place {
    TCP_CONNECTION("tcp-request connection rule"),
    TCP_SESSION("tcp-request session rule"),
    TCP_CONTENT("tcp-request content rule"),
    HTTP_REQUEST("http-request header rule"),
    USE_BACKEND("use-backend rule"),
    USE_SERVER("use-server rule"),
    TCP_RESPONSE("tcp-response content rule"),
    HTTP_RESPONSE("http-response header rule"),
    HTTP_AFTER_RESPONSE("http-after-response header rule"),
    LOG("logs"),
    /** An answer of the proxy itself ({@code http-error}): whatever there is of the stream by then. */
    ERROR_PAGE("http-error"),
    /** What is evaluated once, when the configuration is read. */
    CONFIGURATION("configuration");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
