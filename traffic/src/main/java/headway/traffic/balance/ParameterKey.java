package headway.traffic.balance;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.http.Method;
import headway.language.model.Balance;
import headway.language.sample.Direction;
import headway.language.sample.Sample;
import headway.language.sample.Text;

/** {@code balance url_param}: a parameter of the query or, with {@code check_post}, of the body of a POST, as far as there is room for it. */
final class ParameterKey extends TextKey {
    private final Text name;
    private final boolean waitsForBody;

    ParameterKey(Balance.UrlParameter parameter, KeyHash function) {
        super(function);
        name = Text.of(parameter.name());
        waitsForBody = parameter.waitsForBody();
    }

    @Override
    public String name() {
        return "url_param";
    }

    @Override
    boolean find(Choice choice, Sample key) {
        var request = choice.request;
        if (request == null) return false;
        return inQuery(request, key) || waitsForBody && request.methodId() == Method.POST && inBody(choice, key);
    }

    private boolean inQuery(Head request, Sample key) {
        var at = request.targetAt();
        var length = request.targetLength();
        var mark = 0;
        while (mark < length && Slab.byteAt(at + mark) != '?') mark++;
        return mark < length && find(at + mark + 1, length - mark - 1, key);
    }

    private boolean inBody(Choice choice, Sample key) {
        var scope = choice.scope;
        if (scope == null) return false;
        var at = scope.contentAt(Direction.REQUEST);
        var end = at + scope.contentLength(Direction.REQUEST);
        if (!find(at, end - at, key)) return false;
        // As watched: what cannot begin a token tells HAProxy that the body is no form.
        return key.at == end || isOfToken(Slab.byteAt(key.at));
    }

    /** RFC 9110 5.6.2. */
    private static boolean isOfToken(byte c) {
        return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /** Here only an ampersand separates, and the name must be followed by an equals sign. */
    private boolean find(int at, int length, Sample key) {
        var from = 0;
        while (from < length) {
            var end = from;
            while (end < length && Slab.byteAt(at + end) != '&') end++;
            var value = from + name.length() + 1;
            if (value <= end && Slab.byteAt(at + value - 1) == '=' && Slab.equal(at + from, name.at(), name.length()))
                return key.text(at + value, end - value);
            from = end + 1;
        }
        return false;
    }
}
