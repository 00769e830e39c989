/// Start and wiring; every feature has a package of its own below.
@NullMarked
package app.afterbeep;

import org.jspecify.annotations.NullMarked;
