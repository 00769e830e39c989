-- Version 2, follow-through: emails leave by themselves, promises can be moved and are counted by day, a log can be corrected.

-- Emails: how they travel ----------------------------------------------------------------------------------------------

ALTER TABLE email ADD COLUMN message_id TEXT NOT NULL DEFAULT ''; -- of its header, without brackets; given before the first connection, for good
ALTER TABLE email ADD COLUMN thread TEXT NOT NULL DEFAULT '';     -- the Message-IDs that it answered when it was sent, oldest first, blank-separated
ALTER TABLE email ADD COLUMN edited INTEGER NOT NULL DEFAULT 0;   -- the rep has changed this email's own text
ALTER TABLE email ADD COLUMN asked_at INTEGER;                    -- the rep asked for it to leave; NULL: it waits for that
ALTER TABLE email ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;    -- connections that came to nothing
ALTER TABLE email ADD COLUMN tried_at INTEGER;                    -- the latest connection: the pace limit counts from it
ALTER TABLE email ADD COLUMN next_try_at INTEGER;                 -- after a failure that may pass; `problem` then says which
ALTER TABLE email ADD COLUMN recalled INTEGER NOT NULL DEFAULT 0; -- withdrawn while it was being sent: no second try

CREATE UNIQUE INDEX email_message_id ON email (message_id) WHERE message_id <> '';
CREATE INDEX email_sending ON email (to_address COLLATE NOCASE) WHERE state = 'sending'; -- one at a time
CREATE INDEX email_tried ON email (tried_at) WHERE tried_at IS NOT NULL;
CREATE INDEX email_sent ON email (sent_at) WHERE sent_at IS NOT NULL;

-- The log: a correction keeps what stood there --------------------------------------------------------------------------

ALTER TABLE attempt ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0; -- how often it was corrected; each time attempt_was gets a row
ALTER TABLE attempt ADD COLUMN corrected_at INTEGER;
ALTER TABLE attempt ADD COLUMN source TEXT NOT NULL DEFAULT 'session'; -- session, elsewhere (logged afterwards) or import
ALTER TABLE attempt ADD COLUMN opening_version_id INTEGER REFERENCES script_version (id); -- the line that owned a missed promise

CREATE TABLE attempt_was (
  id           INTEGER PRIMARY KEY,
  attempt_id   INTEGER NOT NULL REFERENCES attempt (id),
  corrected_at INTEGER NOT NULL, -- until then the log said:
  outcome      TEXT NOT NULL,
  at           INTEGER NOT NULL,
  note         TEXT NOT NULL,
  next_call_at INTEGER
) STRICT;

CREATE INDEX attempt_was_attempt ON attempt_was (attempt_id);

DROP TRIGGER attempt_is_never_rewritten;

-- Undo stamps it; a correction changes outcome, time, note and what it scheduled, and nothing else.
CREATE TRIGGER attempt_is_never_rewritten BEFORE UPDATE ON attempt
WHEN old.undone_at IS NOT NULL
  OR new.id <> old.id OR new.prospect_id <> old.prospect_id OR new.direction <> old.direction OR new.phone <> old.phone
  OR new.series_id <> old.series_id OR new.step <> old.step OR new.message_seconds IS NOT old.message_seconds
  OR (new.corrections = old.corrections AND (new.undone_at IS NULL OR new.outcome <> old.outcome OR new.at <> old.at
    OR new.note <> old.note OR new.next_call_at IS NOT old.next_call_at))
  OR (new.corrections <> old.corrections AND new.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'an attempt is never rewritten');
END;

CREATE TRIGGER attempt_keeps_what_it_was AFTER UPDATE OF corrections ON attempt WHEN new.corrections > old.corrections
BEGIN
  INSERT INTO attempt_was (attempt_id, corrected_at, outcome, at, note, next_call_at)
    VALUES (old.id, new.corrected_at, old.outcome, old.at, old.note, old.next_call_at);
END;

CREATE TRIGGER hourly_corrects AFTER UPDATE OF corrections ON attempt WHEN new.corrections <> old.corrections
BEGIN
  UPDATE hourly SET attempts = attempts - 1, message_seconds = message_seconds - coalesce(old.message_seconds, 0)
    WHERE day = old.day AND there_weekday = old.there_weekday AND there_hour = old.there_hour
      AND direction = old.direction AND outcome = old.outcome;
  DELETE FROM hourly
    WHERE day = old.day AND there_weekday = old.there_weekday AND there_hour = old.there_hour
      AND direction = old.direction AND outcome = old.outcome AND attempts = 0;
  INSERT INTO hourly VALUES (new.day, new.there_weekday, new.there_hour, new.direction, new.outcome, 1, coalesce(new.message_seconds, 0))
    ON CONFLICT DO UPDATE SET attempts = attempts + 1, message_seconds = message_seconds + excluded.message_seconds;
END;

-- Promises: moved by the rep, counted by day --------------------------------------------------------------------------

ALTER TABLE promise ADD COLUMN day TEXT NOT NULL DEFAULT ''; -- the rep's local day of it, for the ledger
ALTER TABLE promise ADD COLUMN moved_from INTEGER REFERENCES promise (id); -- the one that this one took the place of

UPDATE promise SET day = strftime('%Y-%m-%d', at / 1000, 'unixepoch', 'localtime');

-- Promises by the day for which they were made and by state: the ledger. An open one whose day is over stands here as open;
-- whoever reads it knows the hour. Kept by the three triggers below.
CREATE TABLE promise_day (
  day      TEXT NOT NULL,
  kind     TEXT NOT NULL,
  state    TEXT NOT NULL,
  promises INTEGER NOT NULL,
  PRIMARY KEY (day, kind, state)
) STRICT, WITHOUT ROWID;

INSERT INTO promise_day SELECT day, kind, state, count(*) FROM promise GROUP BY day, kind, state;

CREATE TRIGGER promise_day_counts AFTER INSERT ON promise
BEGIN
  INSERT INTO promise_day VALUES (new.day, new.kind, new.state, 1) ON CONFLICT DO UPDATE SET promises = promises + 1;
END;

CREATE TRIGGER promise_day_recounts AFTER UPDATE ON promise WHEN old.day <> new.day OR old.kind <> new.kind OR old.state <> new.state
BEGIN
  UPDATE promise_day SET promises = promises - 1 WHERE day = old.day AND kind = old.kind AND state = old.state;
  DELETE FROM promise_day WHERE day = old.day AND kind = old.kind AND state = old.state AND promises = 0;
  INSERT INTO promise_day VALUES (new.day, new.kind, new.state, 1) ON CONFLICT DO UPDATE SET promises = promises + 1;
END;

CREATE TRIGGER promise_day_uncounts AFTER DELETE ON promise
BEGIN
  UPDATE promise_day SET promises = promises - 1 WHERE day = old.day AND kind = old.kind AND state = old.state;
  DELETE FROM promise_day WHERE day = old.day AND kind = old.kind AND state = old.state AND promises = 0;
END;

-- Do not call: a number or address that comes off the list (by undo) is free for everybody who has it -------------------

CREATE TRIGGER dnc_frees AFTER DELETE ON dnc
BEGIN
  UPDATE prospect SET reachable =
      EXISTS (SELECT 1 FROM phone WHERE prospect_id = prospect.id AND bad = 0
        AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'phone' AND value = e164))
      AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'email' AND value = lower(prospect.email))
    WHERE (old.kind = 'phone' AND id IN (SELECT prospect_id FROM phone WHERE e164 = old.value))
      OR (old.kind = 'email' AND email <> '' AND email = old.value COLLATE NOCASE);
END;

-- Search: any part of a number, from its third last digit on -----------------------------------------------------------

DELETE FROM prospect_search;

INSERT INTO prospect_search (rowid, name, company, phones, email)
  SELECT id, first_name || ' ' || last_name, company,
    (SELECT coalesce(group_concat(substr(e164, -n.value), ' '), '')
      FROM phone JOIN json_each('[3,4,5,6,7,8,9,10,11,12,13,14,15]') n ON n.value < length(e164) WHERE prospect_id = prospect.id),
    email
  FROM prospect;
