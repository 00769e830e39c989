/// Attempts: what one click on an outcome writes, and the log of what was written.
@NullMarked
package app.afterbeep.calls;

import org.jspecify.annotations.NullMarked;
