package headway.language.table;

import headway.base.diagnostic.Diagnostics;
import headway.language.syntax.Environment;

/** What reading a line may need besides the line. */
public record Reading(Diagnostics out, Environment environment, HostLookup lookup, Tables tables) {}
