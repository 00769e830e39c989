/// The people to reach: their numbers, places and calling hours, do-not-call, search and detail.
@NullMarked
package app.afterbeep.prospects;

import org.jspecify.annotations.NullMarked;
