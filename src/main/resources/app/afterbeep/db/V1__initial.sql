-- Afterbeep's file, version 1.
-- Every time is a UTC instant in milliseconds; a column named "day" is a local day, yyyy-mm-dd. Texts that are missing are ''.

-- What the rep set ---------------------------------------------------------------------------------------------------

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Cadence: the ordered plan of attempts. Series: its messages, each different. ---------------------------------------

CREATE TABLE cadence (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL UNIQUE,
  rest_from_days INTEGER NOT NULL CHECK (rest_from_days > 0),
  rest_to_days   INTEGER NOT NULL CHECK (rest_to_days >= rest_from_days)
) STRICT;

CREATE TABLE step (
  cadence_id INTEGER NOT NULL REFERENCES cadence (id),
  position   INTEGER NOT NULL CHECK (position > 0),
  kind       TEXT NOT NULL CHECK (kind IN ('voicemail', 'call_only', 'last_voicemail')),
  wait_days  INTEGER NOT NULL CHECK (wait_days >= 0), -- working days from this step to the next
  PRIMARY KEY (cadence_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
  id         INTEGER PRIMARY KEY,
  cadence_id INTEGER NOT NULL REFERENCES cadence (id),
  position   INTEGER NOT NULL, -- 1 for the first round, 2 for the one after the rest
  name       TEXT NOT NULL,
  UNIQUE (cadence_id, position)
) STRICT;

CREATE TABLE script (
  id        INTEGER PRIMARY KEY,
  series_id INTEGER NOT NULL REFERENCES series (id),
  step      INTEGER NOT NULL, -- 0: the email after a conversation
  channel   TEXT NOT NULL CHECK (channel IN ('voicemail', 'email', 'call_guide')),
  name      TEXT NOT NULL,
  UNIQUE (series_id, step, channel)
) STRICT;

-- What was said is known for good: a text once spoken or sent is never changed, it gets a new version.
CREATE TABLE script_version (
  id         INTEGER PRIMARY KEY,
  script_id  INTEGER NOT NULL REFERENCES script (id),
  version    INTEGER NOT NULL,
  subject    TEXT NOT NULL DEFAULT '',
  body       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (script_id, version)
) STRICT;

-- Prospects ----------------------------------------------------------------------------------------------------------

CREATE TABLE list (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  cadence_id INTEGER NOT NULL REFERENCES cadence (id),
  created_at INTEGER NOT NULL
) STRICT;

-- Where a number could be: one country and every time zone that is possible. There are a few dozen, whatever the list's
-- size, so the queue asks once a place whether it is open, not once a prospect.
CREATE TABLE place (
  id      INTEGER PRIMARY KEY,
  country TEXT NOT NULL,  -- ISO 3166, '' when unknown
  zones   TEXT NOT NULL,  -- IANA names, comma-separated, most likely first
  UNIQUE (country, zones)
) STRICT;

CREATE TABLE prospect (
  id           INTEGER PRIMARY KEY,
  list_id      INTEGER NOT NULL REFERENCES list (id),
  first_name   TEXT NOT NULL DEFAULT '',
  last_name    TEXT NOT NULL DEFAULT '',
  title        TEXT NOT NULL DEFAULT '',
  company      TEXT NOT NULL DEFAULT '',
  email        TEXT NOT NULL DEFAULT '',
  city         TEXT NOT NULL DEFAULT '',
  state        TEXT NOT NULL DEFAULT '',
  zip          TEXT NOT NULL DEFAULT '',
  country      TEXT NOT NULL DEFAULT '',
  external_id  TEXT NOT NULL DEFAULT '',
  fields       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields)), -- extra columns of the import, for merge fields
  note         TEXT NOT NULL DEFAULT '',
  place_id     INTEGER NOT NULL REFERENCES place (id),
  place_source TEXT NOT NULL CHECK (place_source IN ('number', 'imported', 'edited', 'unknown')),
  status       TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'resting', 'talking', 'meeting', 'closed', 'dnc')),
  cadence_id   INTEGER NOT NULL REFERENCES cadence (id),
  series_id    INTEGER NOT NULL REFERENCES series (id),
  step         INTEGER NOT NULL DEFAULT 1, -- the step that the next attempt is
  due          TEXT NOT NULL DEFAULT 'fresh' CHECK (due IN ('fresh', 'step', 'busy', 'promise', 'callback')),
  next_call_at INTEGER,                    -- NULL: no next call
  reachable    INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)), -- has a number that is neither bad nor DNC
  created_at   INTEGER NOT NULL,
  -- Which queue this prospect waits in: derived here, so that it cannot disagree with what it is derived from.
  lane INTEGER GENERATED ALWAYS AS (
    CASE
      WHEN reachable = 0 OR next_call_at IS NULL OR status IN ('meeting', 'closed', 'dnc') THEN NULL
      WHEN due IN ('promise', 'callback') THEN 0
      WHEN due IN ('step', 'busy') THEN 1
      ELSE 2
    END) VIRTUAL
) STRICT;

CREATE INDEX prospect_queue ON prospect (lane, place_id, next_call_at, id) WHERE lane IS NOT NULL;
CREATE INDEX prospect_email ON prospect (email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX prospect_list ON prospect (list_id);

CREATE TABLE phone (
  id          INTEGER PRIMARY KEY,
  prospect_id INTEGER NOT NULL REFERENCES prospect (id),
  rank        INTEGER NOT NULL, -- 1 is dialed first
  e164        TEXT NOT NULL,
  extension   TEXT NOT NULL DEFAULT '',
  label       TEXT NOT NULL DEFAULT '', -- what the list called it: mobile, main line
  valid       INTEGER NOT NULL DEFAULT 1 CHECK (valid IN (0, 1)), -- libphonenumber's opinion, a hint
  bad         INTEGER NOT NULL DEFAULT 0 CHECK (bad IN (0, 1)),   -- the rep reached somebody else
  UNIQUE (prospect_id, rank)
) STRICT;

CREATE INDEX phone_e164 ON phone (e164);

-- Do not call: by number and by email, never by prospect, so that it outlives every deletion and re-import.
CREATE TABLE dnc (
  id     INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
  value  TEXT NOT NULL, -- E.164, or the address in lower case
  source TEXT NOT NULL, -- outcome, import
  at     INTEGER NOT NULL,
  UNIQUE (kind, value)
) STRICT;

-- The log: an attempt is never deleted and never rewritten; undo stamps it. --------------------------------------------

CREATE TABLE attempt (
  id                INTEGER PRIMARY KEY,
  prospect_id       INTEGER NOT NULL REFERENCES prospect (id),
  list_id           INTEGER NOT NULL REFERENCES list (id),
  direction         TEXT NOT NULL CHECK (direction IN ('outbound', 'inbound')),
  outcome           TEXT NOT NULL,
  at                INTEGER NOT NULL,
  day               TEXT NOT NULL,    -- the rep's local day
  there_weekday     INTEGER NOT NULL, -- at the prospect's place, 1 is Monday
  there_hour        INTEGER NOT NULL, -- at the prospect's place, 0 to 23
  phone             TEXT NOT NULL,
  cadence_id        INTEGER NOT NULL REFERENCES cadence (id),
  series_id         INTEGER NOT NULL REFERENCES series (id),
  step              INTEGER NOT NULL,
  script_version_id INTEGER REFERENCES script_version (id), -- the message that was spoken
  message_words     INTEGER,          -- with message_seconds: the rep's pace
  message_seconds   INTEGER,          -- NULL: the timer was not used
  lane              INTEGER,          -- the queue it came from
  next_call_at      INTEGER,          -- what it scheduled
  note              TEXT NOT NULL DEFAULT '',
  undone_at         INTEGER
) STRICT;

CREATE INDEX attempt_prospect ON attempt (prospect_id, at);
CREATE INDEX attempt_at ON attempt (at);
-- The latest few of their kind, for the rep's pace and for whose turn it is; without these a log that has none is read to its end.
CREATE INDEX attempt_timed ON attempt (id, message_words, message_seconds)
  WHERE message_seconds IS NOT NULL AND message_words IS NOT NULL AND undone_at IS NULL;
CREATE INDEX attempt_lane ON attempt (id, lane) WHERE lane IN (1, 2) AND undone_at IS NULL;

CREATE TRIGGER attempt_is_never_deleted BEFORE DELETE ON attempt
BEGIN
  SELECT RAISE (ABORT, 'an attempt is never deleted');
END;

CREATE TRIGGER attempt_is_never_rewritten BEFORE UPDATE ON attempt
WHEN old.undone_at IS NOT NULL OR new.undone_at IS NULL
  OR new.id <> old.id OR new.prospect_id <> old.prospect_id OR new.outcome <> old.outcome OR new.at <> old.at
  OR new.phone <> old.phone OR new.step <> old.step OR new.note <> old.note
  OR new.message_seconds IS NOT old.message_seconds OR new.next_call_at IS NOT old.next_call_at
BEGIN
  SELECT RAISE (ABORT, 'an attempt is never rewritten');
END;

-- What is learned after the click (a gatekeeper's name, a reason) is added beside the attempt.
CREATE TABLE attempt_note (
  id         INTEGER PRIMARY KEY,
  attempt_id INTEGER NOT NULL REFERENCES attempt (id),
  at         INTEGER NOT NULL,
  note       TEXT NOT NULL
) STRICT;

CREATE INDEX attempt_note_attempt ON attempt_note (attempt_id);

-- Attempts by hour: what Results and the block bar read instead of the log. Kept by the two triggers below.
CREATE TABLE hourly (
  day             TEXT NOT NULL,
  there_weekday   INTEGER NOT NULL,
  there_hour      INTEGER NOT NULL,
  direction       TEXT NOT NULL,
  outcome         TEXT NOT NULL,
  attempts        INTEGER NOT NULL,
  message_seconds INTEGER NOT NULL,
  PRIMARY KEY (day, there_weekday, there_hour, direction, outcome)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER hourly_counts AFTER INSERT ON attempt WHEN new.undone_at IS NULL
BEGIN
  INSERT INTO hourly VALUES (new.day, new.there_weekday, new.there_hour, new.direction, new.outcome, 1, coalesce(new.message_seconds, 0))
    ON CONFLICT DO UPDATE SET attempts = attempts + 1, message_seconds = message_seconds + excluded.message_seconds;
END;

CREATE TRIGGER hourly_uncounts AFTER UPDATE OF undone_at ON attempt WHEN old.undone_at IS NULL AND new.undone_at IS NOT NULL
BEGIN
  UPDATE hourly SET attempts = attempts - 1, message_seconds = message_seconds - coalesce(old.message_seconds, 0)
    WHERE day = old.day AND there_weekday = old.there_weekday AND there_hour = old.there_hour
      AND direction = old.direction AND outcome = old.outcome;
  DELETE FROM hourly
    WHERE day = old.day AND there_weekday = old.there_weekday AND there_hour = old.there_hour
      AND direction = old.direction AND outcome = old.outcome AND attempts = 0;
END;

-- A time that was agreed: announced by the rep (promise), asked for by the prospect (callback), or booked (meeting).
CREATE TABLE promise (
  id                 INTEGER PRIMARY KEY,
  prospect_id        INTEGER NOT NULL REFERENCES prospect (id),
  attempt_id         INTEGER NOT NULL REFERENCES attempt (id), -- the call in which it was made
  kind               TEXT NOT NULL CHECK (kind IN ('promise', 'callback', 'meeting')),
  at                 INTEGER NOT NULL,
  zone               TEXT NOT NULL,    -- the zone in which it was spoken
  day_ends_at        INTEGER NOT NULL, -- the end of the promised day there: from then on an open promise is missed
  state              TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'late', 'missed', 'moved', 'released')),
  settled_at         INTEGER,
  settled_attempt_id INTEGER REFERENCES attempt (id)
) STRICT;

CREATE INDEX promise_open ON promise (at, kind, prospect_id) WHERE state = 'open';
CREATE INDEX promise_prospect ON promise (prospect_id);
CREATE INDEX promise_attempt ON promise (attempt_id);

CREATE TABLE email (
  id                INTEGER PRIMARY KEY,
  prospect_id       INTEGER NOT NULL REFERENCES prospect (id),
  attempt_id        INTEGER NOT NULL REFERENCES attempt (id), -- an email is only ever queued by a logged outcome
  script_version_id INTEGER REFERENCES script_version (id),
  to_address        TEXT NOT NULL,
  subject           TEXT NOT NULL,
  body              TEXT NOT NULL,
  state             TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown', 'withdrawn')),
  problem           TEXT NOT NULL DEFAULT '', -- why it failed, for the rep
  queued_at         INTEGER NOT NULL,
  due_at            INTEGER NOT NULL,         -- a waiting email is ready from then on
  sent_at           INTEGER
) STRICT;

CREATE INDEX email_due ON email (due_at) WHERE state NOT IN ('sent', 'withdrawn');
CREATE INDEX email_waiting ON email (to_address COLLATE NOCASE) WHERE state IN ('waiting', 'failed');
CREATE INDEX email_prospect ON email (prospect_id);
CREATE INDEX email_attempt ON email (attempt_id);

-- The session ------------------------------------------------------------------------------------------------------------

CREATE TABLE skip (
  id          INTEGER PRIMARY KEY,
  prospect_id INTEGER NOT NULL REFERENCES prospect (id),
  at          INTEGER NOT NULL,
  until       INTEGER NOT NULL,
  reason      TEXT NOT NULL DEFAULT ''
) STRICT;

-- The call that is under way: dialed or spoken, no outcome yet. After a crash it comes back first.
CREATE TABLE open_call (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  prospect_id INTEGER NOT NULL REFERENCES prospect (id),
  phone       TEXT NOT NULL,
  started_at  INTEGER NOT NULL
) STRICT;

-- One timed sitting of dialing.
CREATE TABLE block (
  id             INTEGER PRIMARY KEY,
  started_at     INTEGER NOT NULL,
  minutes        INTEGER NOT NULL,
  goal           INTEGER NOT NULL,
  paused_at      INTEGER,                   -- NULL: it runs
  paused_millis  INTEGER NOT NULL DEFAULT 0 -- all earlier pauses
) STRICT;

-- Undo: the statements that take an action back, written by temporary triggers while it runs (class Undo). -------------

CREATE TABLE action (
  id          INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL,
  day         TEXT NOT NULL, -- the rep's local day: only today's actions can be undone
  label       TEXT NOT NULL,
  prospect_id INTEGER,
  undone_at   INTEGER
) STRICT;

CREATE TABLE undo_step (
  id        INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
  sql       TEXT NOT NULL
) STRICT;

CREATE INDEX undo_step_action ON undo_step (action_id);

-- Search as you type. Row ids are prospect ids; ProspectStore.index keeps it. -------------------------------------------

CREATE VIRTUAL TABLE prospect_search USING fts5 (
  name, company, phones, email,
  content = '', contentless_delete = 1, prefix = '1 2 3 4', tokenize = 'unicode61'
);
