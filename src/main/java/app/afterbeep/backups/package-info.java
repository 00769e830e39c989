/// Copies of the data file: made, checked, thinned, restored; and the check of the file itself.
@NullMarked
package app.afterbeep.backups;

import org.jspecify.annotations.NullMarked;
