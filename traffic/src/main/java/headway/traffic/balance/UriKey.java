package headway.traffic.balance;

import headway.base.memory.Slab;
import headway.language.model.Balance;
import headway.language.sample.Sample;
import headway.traffic.fetch.Target;

/** {@code balance uri}. */
final class UriKey extends TextKey {
    private final Balance.Uri uri;

    UriKey(Balance.Uri uri, KeyHash function) {
        super(function);
        this.uri = uri;
    }

    @Override
    public String name() {
        return "uri";
    }

    @Override
    boolean find(Choice choice, Sample key) {
        var request = choice.request;
        if (request == null) return false;
        var from = uri.pathOnly() ? Target.path(request) : 0;
        // As watched: where there is no path the key is empty, which is one key like others.
        if (from < 0) return key.text(0, 0);
        var at = request.targetAt() + from;
        return key.text(at, length(at, request.targetLength() - from));
    }

    private int length(int at, int available) {
        var most = uri.length() > 0 ? Math.min(uri.length(), available) : available;
        var slashes = 0;
        for (var i = 0; i < most; i++) {
            var c = Slab.byteAt(at + i);
            if (c == '?' && !uri.whole()) return i;
            if (c == '/' && uri.depth() > 0 && ++slashes > uri.depth()) return i;
        }
        return most;
    }
}
