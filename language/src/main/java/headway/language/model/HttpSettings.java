package headway.language.model;

import headway.language.syntax.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only HTTP knows.
 *
 * @param connectionMode {@code option http-keep-alive|http-server-close|httpclose}
 * @param forwardedFor {@code option forwardfor}, null when off
 * @param originalTo {@code option originalto}, null when off
 * @param replies what to answer instead of the program's own pages, in order; of two for one status the last counts
 * @param nameCheck {@code option http-restrict-req-hdr-names}
 * @param serverNameField {@code http-send-name-header}, null when off
 * @param forwarded the line {@code option forwarded}, null when off
 */
public record HttpSettings(
        ConnectionMode connectionMode,
        @Nullable AddressField forwardedFor,
        @Nullable AddressField originalTo,
        List<ErrorReply> replies,
        NameCheck nameCheck,
        @Nullable String serverNameField,
        @Nullable Line forwarded) {
    public HttpSettings {
        replies = List.copyOf(replies);
    }

    /** What becomes of fields of requests whose names hold other characters than letters, digits and hyphens. */
    public enum NameCheck {
        PRESERVE,
        DELETE,
        REJECT
    }

    /** What becomes of a connection after a response. */
    public enum ConnectionMode {
        KEEP_ALIVE,
        SERVER_CLOSE,
        CLOSE;

        /** Of two, the one that closes more. */
        public ConnectionMode stricter(ConnectionMode other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    /**
     * A field that carries an address.
     *
     * @param name {@code header}, as written
     * @param exceptions addresses of {@code except} for which none is added
     * @param ifNone only when the client sent none
     */
    public record AddressField(String name, List<Network> exceptions, boolean ifNone) {
        public AddressField {
            exceptions = List.copyOf(exceptions);
        }
    }

    /** Addresses with the same first bits. */
    public record Network(byte[] address, int prefixLength) {}
}
