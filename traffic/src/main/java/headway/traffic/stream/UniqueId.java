package headway.traffic.stream;

import headway.language.format.Format;
import headway.language.model.Logging;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Sample;
import org.jspecify.annotations.Nullable;

/** {@code unique-id-format} and {@code unique-id-header} of a frontend. The text is made once a stream: when its request goes on, or when it is asked for before. */
final class UniqueId {
    private final @Nullable Format format;
    private final @Nullable FieldRef field;

    UniqueId(@Nullable Format format, Logging.Formats formats) {
        this.format = format;
        field = format == null || formats.uniqueIdField().isEmpty() ? null : FieldRef.of(formats.uniqueIdField());
    }

    /** Makes it unless it is made; false when the frontend has none. */
    boolean make(Stream stream) {
        var account = stream.account;
        var text = format;
        if (text == null) return false;
        if (account.uniqueIdLength > 0) return true;
        var made = stream.scope.scratch().borrow();
        if (text.write(stream.scope, made)) keep(stream, made);
        stream.scope.scratch().giveBack();
        return account.uniqueIdLength > 0;
    }

    /** In memory of its own: who asks for it may give back what is taken from the scratch meanwhile. */
    private static void keep(Stream stream, Sample made) {
        stream.account.uniqueIdAt = stream.ending.keep(made.at, made.length);
        stream.account.uniqueIdLength = made.length;
    }

    /** Adds the field that tells it to the server. */
    void addField(Stream stream) {
        var name = field;
        if (name == null || !make(stream)) return;
        var account = stream.account;
        stream.request().add(name.id(), name.at(), name.length(), account.uniqueIdAt, account.uniqueIdLength);
    }
}
