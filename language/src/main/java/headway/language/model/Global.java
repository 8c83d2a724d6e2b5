package headway.language.model;

import headway.language.syntax.Line;
import java.util.List;
import java.util.Map;

/**
 * The {@code global} sections together.
 *
 * @param tokens which encrypted tokens are opened
 * @param caseAdjustments names of fields as {@code h1-case-adjust} wants them written, by their lower-case form
 * @param variables the {@code set-var} and {@code set-var-fmt} lines, in order
 * @param environment the process's environment with {@code setenv} and the like applied
 */
public record Global(
        ProcessSettings process,
        Tuning tuning,
        SocketBuffers socketBuffers,
        GlobalLogging logging,
        StatsSettings stats,
        TokenDecryption tokens,
        Map<String, String> caseAdjustments,
        List<Line> variables,
        Map<String, String> environment) {
    public Global {
        caseAdjustments = Map.copyOf(caseAdjustments);
        variables = List.copyOf(variables);
        environment = Map.copyOf(environment);
    }
}
