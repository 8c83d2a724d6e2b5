package headway.language.model;

import headway.base.diagnostic.Position;
import java.util.List;

/**
 * The places of a frontend for texts that its log line shows: {@code declare capture}, {@code capture request|response header}, and each {@code capture} rule with
 * {@code len}. A slot's number is its index; all count in the order of the lines.
 */
public record CaptureSlots(List<Slot> request, List<Slot> response) {
    public static final CaptureSlots NONE = new CaptureSlots(List.of(), List.of());

    public CaptureSlots {
        request = List.copyOf(request);
        response = List.copyOf(response);
    }

    /**
     * One place.
     *
     * @param position of the line that declares it, by which a rule finds its own
     * @param field the name of the field that fills it, as written; empty when rules do
     * @param length the most bytes that are kept
     */
    public record Slot(Position position, String field, int length) {}
}
