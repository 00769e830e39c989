/// What stands between the start of the program and its window: one window for one data folder, the log file, errors that nobody handled.
@NullMarked
package app.afterbeep.start;

import org.jspecify.annotations.NullMarked;
