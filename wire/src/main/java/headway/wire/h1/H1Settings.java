package headway.wire.h1;

import org.jspecify.annotations.Nullable;

/**
 * How strictly messages are read, and how names are written.
 *
 * @param maximumHeaders {@code tune.http.maxhdr}: lines of a head, the first one included
 * @param bufferSize {@code tune.bufsize}: what trailers and a chunk's extensions may take
 * @param unsafeRequests {@code option accept-unsafe-violations-in-http-request}
 * @param unsafeResponses {@code option accept-unsafe-violations-in-http-response}
 * @param payloadWithAnyMethod {@code h1-accept-payload-with-any-method}
 * @param keepsAfterInsecureCoding {@code h1-do-not-close-on-insecure-transfer-encoding}
 * @param caseAdjust {@code h1-case-adjust} where {@code option h1-case-adjust-bogus-*} is on, else null
 */
public record H1Settings(
        int maximumHeaders,
        int bufferSize,
        boolean unsafeRequests,
        boolean unsafeResponses,
        boolean payloadWithAnyMethod,
        boolean keepsAfterInsecureCoding,
        @Nullable CaseAdjust caseAdjust) {
    public static final H1Settings STRICT = new H1Settings(101, 16384, false, false, false, false, null);
}
