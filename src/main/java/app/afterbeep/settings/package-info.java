/// What the rep can set: who I am, hours, pace, hand-off, looks.
@NullMarked
package app.afterbeep.settings;

import org.jspecify.annotations.NullMarked;
