/// The heart: who is next, what each outcome does, and the log of attempts.
@NullMarked
package app.afterbeep.calls;

import org.jspecify.annotations.NullMarked;
