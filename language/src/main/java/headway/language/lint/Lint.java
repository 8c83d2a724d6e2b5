package headway.language.lint;

import headway.base.diagnostic.Diagnostics;

/** Looks for one kind of line that cannot mean what its writer thought. */
@FunctionalInterface
interface Lint {
    void check(Drafts drafts, Diagnostics out);
}
