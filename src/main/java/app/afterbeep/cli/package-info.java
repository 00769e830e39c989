/// The command line: the same program without a window, for scripts and for support.
@NullMarked
package app.afterbeep.cli;

import org.jspecify.annotations.NullMarked;
