/// Follow-up emails: queued by an outcome, waiting for the undo window, sent or withdrawn.
@NullMarked
package app.afterbeep.outbox;

import org.jspecify.annotations.NullMarked;
