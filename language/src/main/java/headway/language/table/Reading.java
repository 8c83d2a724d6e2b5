package headway.language.table;

import headway.base.diagnostic.Diagnostics;
import headway.language.syntax.Environment;
import headway.language.syntax.Experiments;
import headway.language.syntax.RelativePaths;

/** What reading a line may need besides the line. */
public record Reading(
        Diagnostics out,
        Environment environment,
        HostLookup lookup,
        Tables tables,
        RelativePaths paths,
        Experiments experiments) {}
