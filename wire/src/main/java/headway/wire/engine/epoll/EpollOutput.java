package headway.wire.engine.epoll;

import headway.wire.engine.DatagramSender;

/** Writes to a descriptor that the process was given, such as standard output, and never waits for whoever reads there. */
final class EpollOutput extends DatagramSender {
    private final OpenOutputs outputs;
    private final int given;
    private final OpenOutput output;
    private boolean isClosed;

    EpollOutput(OpenOutputs outputs, int given) {
        this.outputs = outputs;
        this.given = given;
        output = outputs.of(given);
    }

    @Override
    protected boolean transmit(int at, int length) {
        var former = output.complete();
        if (former == OpenOutput.Rest.LOST) lost(1);
        return former != OpenOutput.Rest.WAITS && output.write(at, length);
    }

    /** What the process was given stays open. */
    @Override
    public void close() {
        if (!isClosed) outputs.release(given);
        isClosed = true;
    }
}
