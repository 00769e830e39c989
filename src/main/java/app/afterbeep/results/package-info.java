/// What came of it: promises kept, attempts and connects by day, step, script and hour.
@NullMarked
package app.afterbeep.results;

import org.jspecify.annotations.NullMarked;
