package headway.language.model;

import headway.base.diagnostic.Position;

/**
 * A {@code filter bwlim-in} or {@code bwlim-out} line: how fast a stream may go in one direction once a rule turns it on.
 *
 * @param isIn what comes from clients, else what comes from servers
 * @param bytes how many may pass in a period
 * @param leastBytes fewer are not passed on at a time, but for the last ones
 */
public record BandwidthLimit(
        Position position, String name, boolean isIn, long bytes, long periodNanos, long leastBytes) {}
