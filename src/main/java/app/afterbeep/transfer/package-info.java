/// CSV in and out: importing lists from any system, exporting prospects and the log.
@NullMarked
package app.afterbeep.transfer;

import org.jspecify.annotations.NullMarked;
