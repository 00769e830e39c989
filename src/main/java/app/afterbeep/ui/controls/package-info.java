/// Small controls that several screens share.
@NullMarked
package app.afterbeep.ui.controls;

import org.jspecify.annotations.NullMarked;
