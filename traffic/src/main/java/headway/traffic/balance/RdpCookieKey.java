package headway.traffic.balance;

import headway.language.sample.Direction;
import headway.language.sample.Sample;
import headway.language.sample.Text;

/** {@code balance rdp-cookie(name)}. */
final class RdpCookieKey extends TextKey {
    private final Text name;

    RdpCookieKey(String name, KeyHash function) {
        super(function);
        this.name = Text.of(name);
    }

    @Override
    public String name() {
        return "rdp-cookie";
    }

    @Override
    boolean find(Choice choice, Sample key) {
        var scope = choice.scope;
        if (scope == null || choice.request != null) return false;
        return RdpCookie.find(scope.contentAt(Direction.REQUEST), scope.contentLength(Direction.REQUEST), name, key);
    }
}
