/// Promises, callbacks, meetings and due calls by day.
@NullMarked
package app.afterbeep.agenda;

import org.jspecify.annotations.NullMarked;
