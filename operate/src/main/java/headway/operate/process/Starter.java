package headway.operate.process;

import headway.language.model.Configuration;
import headway.operate.log.Console;

/** Brings a configuration to life: binds, builds, starts. */
@FunctionalInterface
public interface Starter {
    /**
     * @return what runs; its listeners accept already
     * @throws StartException with what could not be had; nothing is left behind
     */
    Running start(Configuration configuration, ProcessOptions options, Console console) throws StartException;
}
