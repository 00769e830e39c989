/// What is said and written: scripts with merge fields, the rep's pace.
@NullMarked
package app.afterbeep.scripts;

import org.jspecify.annotations.NullMarked;
