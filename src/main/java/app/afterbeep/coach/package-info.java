/// The coach: reads a script as it is typed and says what would make somebody stop listening.
@NullMarked
package app.afterbeep.coach;

import org.jspecify.annotations.NullMarked;
