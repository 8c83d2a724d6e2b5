/** Keywords in tables: whatever a configuration or a command line can name is found here, and only here. */
@NullMarked
package headway.base.catalog;

import org.jspecify.annotations.NullMarked;
