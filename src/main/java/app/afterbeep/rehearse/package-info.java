/// Rehearse: the messages of a series are spoken and timed without a prospect. Nothing of it is an attempt.
@NullMarked
package app.afterbeep.rehearse;

import org.jspecify.annotations.NullMarked;
