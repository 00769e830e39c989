/// Follow-up emails: what outcomes have queued, how it arrives, and how it leaves through the rep's own mail account. The only package that
/// knows Jakarta Mail.
@NullMarked
package app.afterbeep.outbox;

import org.jspecify.annotations.NullMarked;
