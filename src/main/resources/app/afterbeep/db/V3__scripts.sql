-- Version 3, scripts: cadences and series that the rep edits, several messages for one step, what the pace is learned from.
-- Runs with foreign keys off, as rebuilding a table that others refer to needs it; they are checked before the version counts.

-- Cadence: a step keeps its number for good, so that neither the log nor whoever is under way loses it when steps are added,
-- put in another order, switched off or removed. ------------------------------------------------------------------------------

CREATE TABLE step_of_version_3 (
  id         INTEGER PRIMARY KEY,
  cadence_id INTEGER NOT NULL REFERENCES cadence (id),
  number     INTEGER NOT NULL CHECK (number > 0), -- what prospects, attempts and scripts refer to
  place      INTEGER NOT NULL,                    -- the order
  kind       TEXT NOT NULL CHECK (kind IN ('voicemail', 'call_only', 'last_voicemail')),
  wait_days  INTEGER NOT NULL CHECK (wait_days >= 0), -- working days from this step to the next
  state      TEXT NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off', 'removed')),
  UNIQUE (cadence_id, number)
) STRICT;

INSERT INTO step_of_version_3 (cadence_id, number, place, kind, wait_days)
  SELECT cadence_id, position, position, kind, wait_days FROM step ORDER BY cadence_id, position;

DROP TABLE step;

ALTER TABLE step_of_version_3 RENAME TO step;

-- Series: which one is heard after the rest -----------------------------------------------------------------------------------

ALTER TABLE series ADD COLUMN next_id INTEGER REFERENCES series (id); -- NULL: the same again, without the messages that were heard
ALTER TABLE series ADD COLUMN starts INTEGER NOT NULL DEFAULT 0;      -- 1: new lists begin with it; where none does, the first one
ALTER TABLE series ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;     -- no longer offered; the log still names it

UPDATE series SET next_id =
  (SELECT n.id FROM series n WHERE n.cadence_id = series.cadence_id AND n.position > series.position ORDER BY n.position LIMIT 1);

-- The series that a list's prospects hear first.
ALTER TABLE list ADD COLUMN series_id INTEGER REFERENCES series (id);

UPDATE list SET series_id = (SELECT s.id FROM series s WHERE s.cadence_id = list.cadence_id ORDER BY s.position LIMIT 1);

-- Scripts: several messages for one step --------------------------------------------------------------------------------------

CREATE TABLE script_of_version_3 (
  id        INTEGER PRIMARY KEY,
  series_id INTEGER NOT NULL REFERENCES series (id),
  step      INTEGER NOT NULL, -- a step's number; 0: the email after a conversation, the guide for a received call, the line that owns a missed promise
  channel   TEXT NOT NULL CHECK (channel IN ('voicemail', 'email', 'call_guide')),
  variant   INTEGER NOT NULL DEFAULT 1 CHECK (variant > 0), -- 1 is offered first
  name      TEXT NOT NULL,
  removed   INTEGER NOT NULL DEFAULT 0, -- no longer offered; the log still names it
  UNIQUE (series_id, step, channel, variant)
) STRICT;

INSERT INTO script_of_version_3 (id, series_id, step, channel, name) SELECT id, series_id, step, channel, name FROM script;

DROP TABLE script;

ALTER TABLE script_of_version_3 RENAME TO script;

-- An edit that was taken back: whoever heard it, and took that back too, may still be in the log.
ALTER TABLE script_version ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;

-- A text that was changed for one person only is a version of its own, offered to nobody else. It has a number below zero, so that the versions
-- for all are counted as before.
ALTER TABLE script_version ADD COLUMN prospect_id INTEGER REFERENCES prospect (id);
ALTER TABLE script_version ADD COLUMN based_on INTEGER REFERENCES script_version (id); -- the version that it changes; results count it there

CREATE INDEX script_version_prospect ON script_version (prospect_id, script_id) WHERE prospect_id IS NOT NULL;

-- Short texts for merge fields, of one list or of all.
CREATE TABLE snippet (
  id      INTEGER PRIMARY KEY,
  list_id INTEGER REFERENCES list (id), -- NULL: every list that has none of its own
  name    TEXT NOT NULL,                -- the merge field that it is the value of
  text    TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX snippet_name ON snippet (coalesce(list_id, 0), name);

-- Whether anybody was told a version is asked with every edit of it.
CREATE INDEX attempt_script ON attempt (script_version_id) WHERE script_version_id IS NOT NULL;
CREATE INDEX attempt_opening ON attempt (opening_version_id) WHERE opening_version_id IS NOT NULL;
CREATE INDEX script_version_based ON script_version (based_on) WHERE based_on IS NOT NULL;

-- How often a text was sent is asked whenever the texts are shown.
CREATE INDEX email_script ON email (script_version_id, state) WHERE script_version_id IS NOT NULL;

-- The rep's pace --------------------------------------------------------------------------------------------------------------

ALTER TABLE attempt ADD COLUMN message_length INTEGER; -- milliseconds that a speaker of 150 words a minute needs for the message; NULL: see message_words

CREATE TABLE rehearsal (
  id                INTEGER PRIMARY KEY,
  at                INTEGER NOT NULL,
  script_version_id INTEGER NOT NULL REFERENCES script_version (id),
  message_length    INTEGER NOT NULL, -- as in attempt
  seconds           INTEGER NOT NULL
) STRICT;

-- How the person can be reached -----------------------------------------------------------------------------------------------

ALTER TABLE prospect ADD COLUMN reach TEXT NOT NULL DEFAULT 'unknown' -- what the rep has set; unknown: the log suggests it
  CHECK (reach IN ('unknown', 'answers', 'assistant', 'never'));

-- Steps as people count them -------------------------------------------------------------------------------------------------

-- Which of the steps that are on it is, from 1; 0 for one that is off or removed.
CREATE VIEW step_shown (cadence_id, number, ordinal) AS
  SELECT cadence_id, number, iif(state = 'on', (SELECT count(*) FROM step o WHERE o.cadence_id = step.cadence_id AND o.state = 'on' AND o.place <= step.place), 0)
  FROM step;

-- A prospect's next step as the cadence is now: whoever has not begun the round begins with its first step, one that is no longer on gives way to
-- the next one that is, past the end to the last (as Cadence.step says).
CREATE VIEW next_step (prospect_id, number, ordinal, kind) AS
  SELECT p.id, n.number, (SELECT count(*) FROM step o WHERE o.cadence_id = n.cadence_id AND o.state = 'on' AND o.place <= n.place), n.kind
  FROM prospect p JOIN step n ON n.id = coalesce(
    (SELECT id FROM step s WHERE s.cadence_id = p.cadence_id AND s.state = 'on' AND (p.due = 'fresh' OR p.status = 'resting'
        OR s.place >= (SELECT place FROM step WHERE cadence_id = p.cadence_id AND number = p.step)) ORDER BY s.place LIMIT 1),
    (SELECT id FROM step s WHERE s.cadence_id = p.cadence_id AND s.state = 'on' ORDER BY s.place DESC LIMIT 1));

-- Undo ------------------------------------------------------------------------------------------------------------------------

-- What the action goes on with: as long as it is the latest, the next one about the same is part of it.
ALTER TABLE action ADD COLUMN about TEXT;
