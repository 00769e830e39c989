/// Lists in: files of any system become prospects, and what our own files hold comes back.
@NullMarked
package app.afterbeep.lists;

import org.jspecify.annotations.NullMarked;
