package headway.quality.bench;

import java.nio.file.Path;

/**
 * What both contenders share.
 *
 * @param folder where their files lie
 * @param backend port of nginx
 * @param own port of the bench's own backend, or of nginx where all is measured with that
 * @param log port that their log lines go to
 * @param usual who asks in most rows
 * @param quick who asks where wrk is too slow
 */
record Place(Path folder, int backend, int own, int log, Load usual, Load quick) {
    Load load(Workload workload) {
        return workload.outrunsWrk() ? quick : usual;
    }
}
