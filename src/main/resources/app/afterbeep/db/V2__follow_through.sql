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
CREATE INDEX email_state ON email (state);
CREATE INDEX email_sent ON email (sent_at) WHERE sent_at IS NOT NULL;

-- The log: a correction keeps what stood there --------------------------------------------------------------------------

ALTER TABLE attempt ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0; -- how often it was corrected; each time attempt_was gets a row
ALTER TABLE attempt ADD COLUMN corrected_at INTEGER;
ALTER TABLE attempt ADD COLUMN source TEXT NOT NULL DEFAULT 'session'; -- session, elsewhere (logged afterwards) or import
ALTER TABLE attempt ADD COLUMN opening_version_id INTEGER REFERENCES script_version (id); -- the line that owned a missed promise

-- Whose consequences were done: '' those of its outcome, 'none' (it only stands in the log), or those of the outcome that it was
-- logged with before the log alone was corrected.
ALTER TABLE attempt ADD COLUMN followed TEXT NOT NULL DEFAULT '';

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

-- Behind both foreign keys: without them the undo of a message would read every promise.
CREATE INDEX promise_moved_from ON promise (moved_from) WHERE moved_from IS NOT NULL;
CREATE INDEX promise_settled_by ON promise (settled_attempt_id) WHERE settled_attempt_id IS NOT NULL;

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

-- A conversation that is logged, while what comes next is still being chosen: after a crash it is asked again -----------

ALTER TABLE open_call ADD COLUMN attempt_id INTEGER REFERENCES attempt (id); -- NULL: the call has no outcome yet

-- Prospects: the id of another system, by which a row of a later list or of a restored log is recognised ------------------------

CREATE INDEX prospect_external_id ON prospect (external_id) WHERE external_id <> '';

-- Results: what came of each step and message -----------------------------------------------------------------------------

-- The prospect was reached live; a gatekeeper is not a connect.
ALTER TABLE attempt ADD COLUMN connect INTEGER GENERATED ALWAYS AS (
  outcome IN ('conversation', 'meeting_booked', 'callback_requested', 'not_interested', 'do_not_call')) VIRTUAL;

-- Placed calls by the rep's local day, step and message, and what the next attempt with the same prospect came to, placed or
-- received. It counts for the day of the first of the two. Kept by the triggers below.
CREATE TABLE step_day (
  day               TEXT NOT NULL,
  series_id         INTEGER NOT NULL,
  step              INTEGER NOT NULL,
  script_version_id INTEGER NOT NULL, -- 0: no message, or one that no script says
  message           INTEGER NOT NULL, -- 1: a message was left
  attempts          INTEGER NOT NULL,
  connects          INTEGER NOT NULL,
  followed          INTEGER NOT NULL, -- there has been a next attempt
  connected         INTEGER NOT NULL, -- and it was a connect
  PRIMARY KEY (day, series_id, step, script_version_id, message)
) STRICT, WITHOUT ROWID;

INSERT INTO step_day
  SELECT day, series_id, step, coalesce(script_version_id, 0), outcome = 'left_voicemail', count(*), sum(connect), count(next), coalesce(sum(next), 0)
  FROM (SELECT *, lead(connect) OVER (PARTITION BY prospect_id ORDER BY at, id) AS next FROM attempt WHERE undone_at IS NULL)
  WHERE direction = 'outbound' GROUP BY 1, 2, 3, 4, 5;

-- An attempt comes (sign 1) or goes (-1): the one thing that the three triggers on the log say. Holds no rows.
CREATE VIEW step_change (sign, id, prospect_id, at, direction, day, series_id, step, script_version_id, message, connect) AS
  SELECT 0, 0, 0, 0, '', '', 0, 0, 0, 0, 0 WHERE 0;

-- Counts it, and tells the one before it what its next attempt is now. Two seeks in attempt_prospect each.
CREATE TRIGGER step_day_changes INSTEAD OF INSERT ON step_change
BEGIN
  INSERT INTO step_day
    SELECT new.day, new.series_id, new.step, new.script_version_id, new.message, new.sign, new.sign * new.connect,
      new.sign * (n.connect IS NOT NULL), new.sign * coalesce(n.connect, 0)
    FROM (SELECT (SELECT connect FROM attempt
      WHERE prospect_id = new.prospect_id AND at >= new.at AND (at > new.at OR id > new.id) AND id <> new.id AND undone_at IS NULL
      ORDER BY at, id LIMIT 1) AS connect) n
    WHERE new.direction = 'outbound'
    ON CONFLICT DO UPDATE SET attempts = attempts + excluded.attempts, connects = connects + excluded.connects,
      followed = followed + excluded.followed, connected = connected + excluded.connected;
  DELETE FROM step_day WHERE new.sign < 0 AND day = new.day AND series_id = new.series_id AND step = new.step
    AND script_version_id = new.script_version_id AND message = new.message AND attempts = 0;
  INSERT INTO step_day
    SELECT p.day, p.series_id, p.step, coalesce(p.script_version_id, 0), p.outcome = 'left_voicemail', 0, 0,
      new.sign * (n.connect IS NULL), new.sign * (new.connect - coalesce(n.connect, 0))
    FROM attempt p, (SELECT (SELECT connect FROM attempt
      WHERE prospect_id = new.prospect_id AND at >= new.at AND (at > new.at OR id > new.id) AND id <> new.id AND undone_at IS NULL
      ORDER BY at, id LIMIT 1) AS connect) n
    WHERE p.id = (SELECT id FROM attempt
      WHERE prospect_id = new.prospect_id AND at <= new.at AND (at < new.at OR id < new.id) AND id <> new.id AND undone_at IS NULL
      ORDER BY at DESC, id DESC LIMIT 1) AND p.direction = 'outbound'
    ON CONFLICT DO UPDATE SET followed = followed + excluded.followed, connected = connected + excluded.connected;
END;

CREATE TRIGGER step_day_counts AFTER INSERT ON attempt WHEN new.undone_at IS NULL
BEGIN
  INSERT INTO step_change VALUES (1, new.id, new.prospect_id, new.at, new.direction, new.day, new.series_id, new.step,
    coalesce(new.script_version_id, 0), new.outcome = 'left_voicemail', new.connect);
END;

CREATE TRIGGER step_day_uncounts AFTER UPDATE OF undone_at ON attempt WHEN old.undone_at IS NULL AND new.undone_at IS NOT NULL
BEGIN
  INSERT INTO step_change VALUES (-1, old.id, old.prospect_id, old.at, old.direction, old.day, old.series_id, old.step,
    coalesce(old.script_version_id, 0), old.outcome = 'left_voicemail', old.connect);
END;

CREATE TRIGGER step_day_corrects AFTER UPDATE OF corrections ON attempt WHEN new.corrections <> old.corrections
BEGIN
  INSERT INTO step_change VALUES (-1, old.id, old.prospect_id, old.at, old.direction, old.day, old.series_id, old.step,
    coalesce(old.script_version_id, 0), old.outcome = 'left_voicemail', old.connect);
  INSERT INTO step_change VALUES (1, new.id, new.prospect_id, new.at, new.direction, new.day, new.series_id, new.step,
    coalesce(new.script_version_id, 0), new.outcome = 'left_voicemail', new.connect);
END;

-- hourly with its outcomes side by side: a tenth of the rows, so that two years are read as fast as they are drawn. Kept by
-- triggers on hourly.
CREATE TABLE hour_day (
  day           TEXT NOT NULL,
  there_weekday INTEGER NOT NULL,
  there_hour    INTEGER NOT NULL,
  attempts      INTEGER NOT NULL, -- placed, as are the next four
  messages      INTEGER NOT NULL,
  connects      INTEGER NOT NULL,
  conversations INTEGER NOT NULL, -- meetings included
  meetings      INTEGER NOT NULL,
  received      INTEGER NOT NULL,
  reached       INTEGER NOT NULL, -- of those received
  PRIMARY KEY (day, there_weekday, there_hour)
) STRICT, WITHOUT ROWID;

-- So many attempts more, or fewer. Holds no rows.
CREATE VIEW hour_change (day, there_weekday, there_hour, placed, outcome, more) AS SELECT '', 0, 0, 0, '', 0 WHERE 0;

CREATE TRIGGER hour_day_changes INSTEAD OF INSERT ON hour_change
BEGIN
  INSERT INTO hour_day
    SELECT new.day, new.there_weekday, new.there_hour, new.more * new.placed, new.more * (new.placed AND new.outcome = 'left_voicemail'),
      new.more * (new.placed AND c.connect), new.more * (new.placed AND new.outcome IN ('conversation', 'meeting_booked')),
      new.more * (new.placed AND new.outcome = 'meeting_booked'), new.more * (NOT new.placed), new.more * (NOT new.placed AND c.connect)
    FROM (SELECT new.outcome IN ('conversation', 'meeting_booked', 'callback_requested', 'not_interested', 'do_not_call') AS connect) c
    WHERE true
    ON CONFLICT DO UPDATE SET attempts = attempts + excluded.attempts, messages = messages + excluded.messages,
      connects = connects + excluded.connects, conversations = conversations + excluded.conversations,
      meetings = meetings + excluded.meetings, received = received + excluded.received, reached = reached + excluded.reached;
  DELETE FROM hour_day WHERE new.more < 0 AND day = new.day AND there_weekday = new.there_weekday AND there_hour = new.there_hour
    AND attempts = 0 AND received = 0;
END;

CREATE TRIGGER hour_day_counts AFTER INSERT ON hourly
BEGIN
  INSERT INTO hour_change VALUES (new.day, new.there_weekday, new.there_hour, new.direction = 'outbound', new.outcome, new.attempts);
END;

CREATE TRIGGER hour_day_recounts AFTER UPDATE OF attempts ON hourly
BEGIN
  INSERT INTO hour_change VALUES (new.day, new.there_weekday, new.there_hour, new.direction = 'outbound', new.outcome, new.attempts - old.attempts);
END;

INSERT INTO hour_change SELECT day, there_weekday, there_hour, direction = 'outbound', outcome, attempts FROM hourly;

CREATE INDEX promise_ledger ON promise (kind, day, at);

-- Review: counted without reading the log -----------------------------------------------------------------------------------

-- Promises by the rep's local day of the call in which they were announced; one that was moved since counts once.
CREATE TABLE promise_made (
  day      TEXT PRIMARY KEY,
  promises INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO promise_made
  SELECT a.day, count(*) FROM promise p JOIN attempt a ON a.id = p.attempt_id
  WHERE p.kind = 'promise' AND p.moved_from IS NULL AND a.undone_at IS NULL GROUP BY a.day;

CREATE TRIGGER promise_made_counts AFTER INSERT ON promise WHEN new.kind = 'promise' AND new.moved_from IS NULL
BEGIN
  INSERT INTO promise_made SELECT day, 1 FROM attempt WHERE id = new.attempt_id
    ON CONFLICT DO UPDATE SET promises = promises + 1;
END;

CREATE TRIGGER promise_made_uncounts AFTER DELETE ON promise WHEN old.kind = 'promise' AND old.moved_from IS NULL
BEGIN
  UPDATE promise_made SET promises = promises - 1 WHERE day = (SELECT day FROM attempt WHERE id = old.attempt_id);
END;

CREATE TRIGGER promise_made_corrects AFTER UPDATE OF corrections ON attempt WHEN new.day <> old.day
BEGIN
  UPDATE promise_made SET promises = promises
    - (SELECT count(*) FROM promise WHERE attempt_id = new.id AND kind = 'promise' AND moved_from IS NULL) WHERE day = old.day;
  INSERT INTO promise_made SELECT new.day, count(*) FROM promise WHERE attempt_id = new.id AND kind = 'promise' AND moved_from IS NULL
    ON CONFLICT DO UPDATE SET promises = promises + excluded.promises;
END;

-- Whether a list was called in some days: one seek per list.
CREATE INDEX attempt_list ON attempt (list_id, at) WHERE undone_at IS NULL;
