package headway.traffic.stream;

/**
 * Where a stream stands. A stage is entered, does its part and names the next one, or itself when it has to wait; then it is entered again at the next event. The order is
 * that of a request; {@code docs/design/stream.md} has the picture.
 */
enum Stage {
    /** {@code tcp-request content} rules of the frontend, which may wait for data until {@code inspect-delay}. */
    INSPECT,
    /** {@code option http-buffer-request} of the frontend: waits for the body. */
    BUFFER,
    /** {@code monitor-uri} and the {@code http-request} rules of the frontend. */
    FRONTEND_RULES,
    /** The backend is chosen. */
    ROUTE,
    /** {@code tcp-request content} rules of the backend. */
    BACKEND_INSPECT,
    /** {@code option http-buffer-request} of the backend. */
    BACKEND_BUFFER,
    /** {@code http-request} rules of the backend. */
    BACKEND_RULES,
    /** A server is chosen, or a place in a queue is taken. */
    CHOOSE,
    /** Waits for a slot of a server. */
    QUEUED,
    /** A pooled connection is taken, or a new one begun. */
    CONNECT,
    /** Waits for the connection to be established. */
    CONNECTING,
    /** Waits before the same server is tried again. */
    TURN_AROUND,
    /** The request is written. */
    SEND,
    /** {@code tcp-response content} rules of the backend, which may wait for data until {@code inspect-delay}. */
    INSPECT_RESPONSE,
    /** Waits for the head of the response, while the request's body flows. */
    AWAIT,
    /** {@code http-response} rules of the backend. */
    BACKEND_RESPONSE_RULES,
    /** {@code http-response} rules of the frontend. */
    FRONTEND_RESPONSE_RULES,
    /** {@code http-after-response} rules, then the response's head is written. */
    ANSWER,
    /** Bodies flow both ways until both messages are complete. */
    RELAY,
    /** Waits {@code timeout tarpit} before the refusal is sent. */
    TARPIT,
    /** A reply of the proxy itself is written. */
    REPLY,
    /** The reply is on its way; its end is waited for. */
    REPLYING,
    /** The stream is accounted for and its parts go back to where they came from. */
    END,
    /** It is over: the object waits for its next use. */
    OVER
}
