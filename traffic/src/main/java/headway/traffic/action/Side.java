package headway.traffic.action;

import headway.http.Head;
import headway.language.model.ProxyRules.Stage;
import headway.language.sample.Scope;
import org.jspecify.annotations.Nullable;

/** The head that rules of a stage edit. */
@FunctionalInterface
interface Side {
    @Nullable
    Head head(Scope scope);

    static Side of(Stage stage) {
        return switch (stage) {
            case HTTP_RESPONSE, HTTP_AFTER_RESPONSE, TCP_RESPONSE_CONTENT -> Scope::response;
            case HTTP_REQUEST, TCP_REQUEST_CONTENT, TCP_REQUEST_CONNECTION, TCP_REQUEST_SESSION -> Scope::request;
        };
    }
}
