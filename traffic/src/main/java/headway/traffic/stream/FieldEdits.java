package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.model.HttpSettings.NameCheck;
import headway.language.model.Proxy;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Text;
import org.jspecify.annotations.Nullable;

/** What a proxy's options do to the fields of a request beside its rules. */
final class FieldEdits {
    private final NameCheck nameCheck;
    private final @Nullable FieldRef serverName;

    FieldEdits(Proxy proxy) {
        nameCheck = proxy.http().nameCheck();
        var name = proxy.http().serverNameField();
        serverName = name == null ? null : FieldRef.of(name);
    }

    /** {@code option http-restrict-req-hdr-names}; false when the request is to be refused. */
    boolean checkNames(Head request) {
        if (nameCheck == NameCheck.PRESERVE) return true;
        for (var i = request.fields() - 1; i >= 0; i--) {
            if (isPlain(request.nameAt(i), request.nameLength(i))) continue;
            if (nameCheck == NameCheck.REJECT) return false;
            request.remove(i);
        }
        return true;
    }

    private static boolean isPlain(int at, int length) {
        for (var i = 0; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') return false;
        }
        return true;
    }

    /** {@code http-send-name-header}. */
    void tellServer(Head request, Text name) {
        var field = serverName;
        if (field == null) return;
        if (field.id() != 0) request.removeAll(field.id());
        else request.removeAll(field.at(), field.length());
        request.add(field.id(), field.at(), field.length(), name.at(), name.length());
    }
}
