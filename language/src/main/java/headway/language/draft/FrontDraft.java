package headway.language.draft;

import headway.language.model.Bind;
import headway.language.model.CaptureSlots;
import headway.language.model.FrontSide;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What faces the clients. */
public final class FrontDraft {
    public final List<Bind> binds = new ArrayList<>();
    public int maxConnections;
    public int backlog;
    public int sessionRate;
    /** As in HAProxy unless set. */
    public int serverConnections = 5;

    public FrontSide.@Nullable Reference defaultBackend;
    public final List<FrontSide.UseBackend> useBackends = new ArrayList<>();
    public @Nullable String monitorUri;
    public final List<CaptureSlots.Slot> requestCaptures = new ArrayList<>();
    public final List<CaptureSlots.Slot> responseCaptures = new ArrayList<>();
    public int probeCount;
    public int probeIdleSeconds;
    public int probeIntervalSeconds;

    /** Binds and {@code use_backend} are not inherited: defaults cannot have them. */
    FrontDraft(@Nullable FrontDraft defaults) {
        if (defaults == null) return;
        maxConnections = defaults.maxConnections;
        backlog = defaults.backlog;
        sessionRate = defaults.sessionRate;
        serverConnections = defaults.serverConnections;
        defaultBackend = defaults.defaultBackend;
        monitorUri = defaults.monitorUri;
        requestCaptures.addAll(defaults.requestCaptures);
        responseCaptures.addAll(defaults.responseCaptures);
        probeCount = defaults.probeCount;
        probeIdleSeconds = defaults.probeIdleSeconds;
        probeIntervalSeconds = defaults.probeIntervalSeconds;
    }
}
