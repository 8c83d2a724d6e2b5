package headway.language.sample;

import headway.language.model.CaptureSlots;

/**
 * What a configuration declares that rules and expressions name.
 *
 * @param captures the slots of the proxy; of a backend there are none, since they are its frontends'
 */
public record Declared(CaptureSlots captures) {
    public static final Declared NONE = new Declared(CaptureSlots.NONE);
}
