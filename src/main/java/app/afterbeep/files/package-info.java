/// Files that only their owner can read, from the moment they are there. Knows no feature.
@NullMarked
package app.afterbeep.files;

import org.jspecify.annotations.NullMarked;
