/// The plan of attempts and the promises: which step comes next and when exactly the next call is.
@NullMarked
package app.afterbeep.cadence;

import org.jspecify.annotations.NullMarked;
