-- Version 5, trust: what is kept about a person can be erased on request.
-- Runs with foreign keys off; they are checked before the version counts.

-- Erasing a person --------------------------------------------------------------------------------------------------------------

DROP TRIGGER attempt_is_never_rewritten;

-- Undo stamps it; a correction changes outcome, time, note and what it scheduled, and nothing else. When a person is erased, number and note become
-- empty, and all that is counted stays: an attempt is never deleted. Whoever is erased is merged into themselves (merged_into = id): kept for the
-- log only, without a name.
CREATE TRIGGER attempt_is_never_rewritten BEFORE UPDATE ON attempt
WHEN (old.undone_at IS NOT NULL
  OR new.id <> old.id OR new.prospect_id <> old.prospect_id OR new.direction <> old.direction OR new.phone <> old.phone
  OR new.series_id <> old.series_id OR new.step <> old.step OR new.message_seconds IS NOT old.message_seconds
  OR (new.corrections = old.corrections AND (new.undone_at IS NULL OR new.outcome <> old.outcome OR new.at <> old.at
    OR new.note <> old.note OR new.next_call_at IS NOT old.next_call_at))
  OR (new.corrections <> old.corrections AND new.undone_at IS NOT NULL))
  AND NOT (new.phone = '' AND new.note = '' AND (SELECT merged_into IS id FROM prospect WHERE id = old.prospect_id)
    AND new.id = old.id AND new.prospect_id = old.prospect_id AND new.direction = old.direction AND new.outcome = old.outcome AND new.at = old.at
    AND new.series_id = old.series_id AND new.step = old.step AND new.message_seconds IS old.message_seconds
    AND new.next_call_at IS old.next_call_at AND new.corrections = old.corrections AND new.undone_at IS old.undone_at)
BEGIN
  SELECT RAISE (ABORT, 'an attempt is never rewritten');
END;

-- Conversations put aside ---------------------------------------------------------------------------------------------------------

-- A caller has interrupted before anybody had said what comes after the conversation: after a crash that is asked again, too.
CREATE TABLE talk_aside (
  attempt_id INTEGER PRIMARY KEY REFERENCES attempt (id),
  phone      TEXT NOT NULL,
  started_at INTEGER NOT NULL
) STRICT;
