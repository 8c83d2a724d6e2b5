package headway.language.sample;

import static headway.language.sample.Place.CONFIGURATION;
import static headway.language.sample.Place.HTTP_AFTER_RESPONSE;
import static headway.language.sample.Place.HTTP_REQUEST;
import static headway.language.sample.Place.HTTP_RESPONSE;
import static headway.language.sample.Place.LOG;
import static headway.language.sample.Place.TCP_CONTENT;
import static headway.language.sample.Place.TCP_RESPONSE;
import static headway.language.sample.Place.USE_BACKEND;
import static headway.language.sample.Place.USE_SERVER;

import java.util.EnumSet;
import java.util.Set;

/** What part of a stream a fetch looks at, and so the places in which it can have a value; with the words of HAProxy's messages. */
public enum Source {
    /** What needs no stream. */
    CONSTANT("constant", EnumSet.allOf(Place.class)),
    INTERNAL("internal state", EnumSet.complementOf(EnumSet.of(CONFIGURATION))),
    CLIENT("client address", EnumSet.complementOf(EnumSet.of(CONFIGURATION))),
    /** In rules of a frontend the backend is not known yet. */
    BACKEND(
            "backend",
            EnumSet.of(TCP_CONTENT, HTTP_REQUEST, USE_SERVER, TCP_RESPONSE, HTTP_RESPONSE, HTTP_AFTER_RESPONSE, LOG)),
    SERVER("server", EnumSet.of(TCP_RESPONSE, HTTP_RESPONSE, HTTP_AFTER_RESPONSE, LOG)),
    SERVER_ADDRESS("server address", EnumSet.of(TCP_RESPONSE, HTTP_RESPONSE, HTTP_AFTER_RESPONSE, LOG)),
    REQUEST_BUFFER("request buffer", EnumSet.of(TCP_CONTENT, HTTP_REQUEST, USE_BACKEND, USE_SERVER)),
    REQUEST_HEAD("HTTP request headers", EnumSet.of(TCP_CONTENT, HTTP_REQUEST, USE_BACKEND, USE_SERVER)),
    /** Of the request what is remembered to the end. */
    REQUEST_LINE(
            "HTTP request",
            EnumSet.of(
                    TCP_CONTENT,
                    HTTP_REQUEST,
                    USE_BACKEND,
                    USE_SERVER,
                    TCP_RESPONSE,
                    HTTP_RESPONSE,
                    HTTP_AFTER_RESPONSE,
                    LOG)),
    RESPONSE_BUFFER("response buffer", EnumSet.of(TCP_RESPONSE, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)),
    RESPONSE_HEAD("HTTP response headers", EnumSet.of(TCP_RESPONSE, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)),
    /** Of the response what is remembered to the end. */
    RESPONSE_LINE("HTTP response", EnumSet.of(TCP_RESPONSE, HTTP_RESPONSE, HTTP_AFTER_RESPONSE, LOG));

    private final String words;
    private final Set<Place> places;

    Source(String words, Set<Place> places) {
        this.words = words;
        this.places = places;
    }

    public String words() {
        return words;
    }

    /** Whether it is the bytes of a connection, which are something else where they are read as messages. */
    public boolean isBuffer() {
        return this == REQUEST_BUFFER || this == RESPONSE_BUFFER;
    }

    /** Whether it is something that a client sends. */
    public boolean isOfRequest() {
        return this == REQUEST_BUFFER || this == REQUEST_HEAD || this == REQUEST_LINE;
    }

    /** Whether rules of that place can have it. */
    public boolean isIn(Binding binding) {
        return isIn(binding.place(), binding.isBackend());
    }

    /** Whether rules of that place can have it, in a proxy that is a backend or is none. */
    public boolean isIn(Place place, boolean isBackend) {
        if (this == BACKEND && !isBackend && (place == TCP_CONTENT || place == HTTP_REQUEST)) return false;
        return places.contains(place) || place == Place.ERROR_PAGE;
    }
}
