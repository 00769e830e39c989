/// The session screen: the prospect, the script with its timer, the outcomes, the block.
@NullMarked
package app.afterbeep.session;

import org.jspecify.annotations.NullMarked;
