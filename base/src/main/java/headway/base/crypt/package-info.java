/** Passwords as crypt(3) stores them: hashes that are slow on purpose. */
@NullMarked
package headway.base.crypt;

import org.jspecify.annotations.NullMarked;
