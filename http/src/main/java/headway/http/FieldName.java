package headway.http;

import headway.base.memory.Buffers;
import java.nio.charset.StandardCharsets;

/** The field names that the program itself looks at; their ids are small numbers that a reader gives to each field of a head. 0 is any other name. */
public enum FieldName {
    HOST("host"),
    CONNECTION("connection"),
    CONTENT_LENGTH("content-length"),
    TRANSFER_ENCODING("transfer-encoding"),
    UPGRADE("upgrade"),
    EXPECT("expect"),
    TE("te"),
    TRAILER("trailer"),
    KEEP_ALIVE("keep-alive"),
    PROXY_CONNECTION("proxy-connection"),
    PROXY_AUTHENTICATE("proxy-authenticate"),
    PROXY_AUTHORIZATION("proxy-authorization"),
    WWW_AUTHENTICATE("www-authenticate"),
    AUTHORIZATION("authorization"),
    COOKIE("cookie"),
    SET_COOKIE("set-cookie"),
    X_FORWARDED_FOR("x-forwarded-for"),
    X_ORIGINAL_TO("x-original-to"),
    CONTENT_TYPE("content-type"),
    CONTENT_ENCODING("content-encoding"),
    ACCEPT_ENCODING("accept-encoding"),
    CACHE_CONTROL("cache-control"),
    LOCATION("location"),
    DATE("date"),
    SERVER("server"),
    USER_AGENT("user-agent"),
    REFERER("referer"),
    ACCEPT("accept"),
    VARY("vary"),
    ETAG("etag"),
    SEC_WEBSOCKET_KEY("sec-websocket-key"),
    SEC_WEBSOCKET_ACCEPT("sec-websocket-accept"),
    HTTP2_SETTINGS("http2-settings");

    private final int at;
    private final int length;
    private final String text;

    FieldName(String text) {
        this.text = text;
        this.length = text.length();
        this.at = Buffers.constant(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** From 1. */
    public int id() {
        return ordinal() + 1;
    }

    /** Where the lower-case name lies in the slab. */
    public int at() {
        return at;
    }

    public int length() {
        return length;
    }

    public String text() {
        return text;
    }
}
