/// The review: what was done yesterday or in any days, and its export.
@NullMarked
package app.afterbeep.review;

import org.jspecify.annotations.NullMarked;
