package headway.operate.process;

import headway.operate.system.Libc;
import java.util.List;

/** Signals to other processes: the old ones of {@code -sf} and {@code -st}. The numbers are the same on all Linux machines but MIPS and Alpha. */
public enum Kill {
    /** Finish what runs, then leave. */
    USR1(10),
    TERM(15),
    /** Continue to accept. */
    TTIN(21),
    /** Stop accepting, so that somebody else can bind. */
    TTOU(22);

    private final int number;

    Kill(int number) {
        this.number = number;
    }

    /** Returns how many processes could be told. */
    public int send(Libc libc, List<Long> processes) {
        var told = 0;
        for (var process : processes) if (libc.call("kill", process, number) == 0) told++;
        return told;
    }
}
