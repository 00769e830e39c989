/// CSV out: the log, the prospects and the emails, for us and for other systems.
@NullMarked
package app.afterbeep.exports;

import org.jspecify.annotations.NullMarked;
