package headway.quality.bench;

import java.nio.file.Path;

/** What both contenders share: a folder for their files, the ports of the backend and of the log drain, the load. */
record Place(Path folder, int backend, int log, Wrk wrk) {}
