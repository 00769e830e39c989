/// Lists in, CSV out: importing files of any system, exporting prospects and the log.
@NullMarked
package app.afterbeep.transfer;

import org.jspecify.annotations.NullMarked;
