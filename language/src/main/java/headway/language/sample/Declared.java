package headway.language.sample;

import headway.language.model.BandwidthLimit;
import headway.language.model.CaptureSlots;
import headway.language.model.UserList;
import java.util.List;
import java.util.Map;

/**
 * What a proxy and its configuration declare that rules, expressions and formats name.
 *
 * @param proxy the name of the proxy whose rules they are
 * @param captures the slots of the proxy; of a backend there are none, since they are its frontends'
 * @param limits the {@code filter bwlim-*} lines of the proxy
 * @param mayBeHttp the proxy is not in {@code mode tcp}, so that a format may speak of requests
 * @param attached the lists of patterns, and the named ACLs of the proxy where there are any
 * @param all what all proxies share
 */
public record Declared(
        String proxy,
        CaptureSlots captures,
        List<BandwidthLimit> limits,
        boolean mayBeHttp,
        Attached attached,
        Declarations all) {
    /** Of no proxy in particular: an {@code http-error} line, a format by itself. */
    public static Declared nowhere(Attached attached, Declarations all) {
        return new Declared("", CaptureSlots.NONE, List.of(), true, attached, all);
    }

    public Map<String, UserList> userLists() {
        return all.userLists();
    }

    public Meters meters() {
        return all.meters();
    }

    <T> Declared with(Class<T> type, T thing) {
        return new Declared(proxy, captures, limits, mayBeHttp, attached.with(type, thing), all);
    }
}
