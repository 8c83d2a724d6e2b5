package headway.quality.bench;

import java.nio.file.Path;

/**
 * What both contenders share.
 *
 * @param folder where their files lie
 * @param backend port of the server of small responses
 * @param files port of the server of large ones
 * @param log port that their log lines go to
 * @param small who asks for small responses
 * @param bulk who asks for large ones
 */
record Place(Path folder, int backend, int files, int log, Load small, Load bulk) {
    Load load(Workload workload) {
        return workload.isBulk() ? bulk : small;
    }
}
