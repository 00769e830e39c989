-- Version 4, lists the size of a market: imports that can be opened and taken back, a do-not-call list with a history, calling hours by place,
-- prospects that can be filtered, edited and merged.
-- Runs with foreign keys off, as rebuilding a table that others refer to needs it; they are checked before the version counts.

DROP VIEW next_step;
DROP TRIGGER dnc_frees;

-- Imports ------------------------------------------------------------------------------------------------------------------------

CREATE TABLE import (
  id          INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL,
  file        TEXT NOT NULL,    -- its name, without the folder
  kind        TEXT NOT NULL DEFAULT 'list' CHECK (kind IN ('list', 'calls', 'dnc')),
  list_id     INTEGER REFERENCES list (id), -- NULL: a do-not-call file or a call log
  made_list   INTEGER NOT NULL DEFAULT 0, -- the list was made by it
  headers     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(headers)), -- the columns of the file
  first_id    INTEGER,          -- its prospects are among these ids
  last_id     INTEGER,
  -- running: its rows come in, and nobody of it is called yet; finishing: all are in, and become due and findable; done; leaving: it is being
  -- taken back. After a crash what was running or leaving is taken back, what was finishing is finished.
  state       TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'finishing', 'done', 'leaving', 'taken_back')),
  imported    INTEGER NOT NULL DEFAULT 0,
  updated     INTEGER NOT NULL DEFAULT 0,
  duplicates  INTEGER NOT NULL DEFAULT 0,
  rejected    INTEGER NOT NULL DEFAULT 0,
  suppressed  INTEGER NOT NULL DEFAULT 0 -- of the imported and updated: on the do-not-call list
) STRICT;

-- The rows of an import that there is something to say about: every one that was not imported, every one that changed somebody, those that
-- were imported with a remark or are on the do-not-call list.
CREATE TABLE import_row (
  id          INTEGER PRIMARY KEY,
  import_id   INTEGER NOT NULL REFERENCES import (id),
  line        INTEGER NOT NULL, -- where it begins in the file, from 1
  result      TEXT NOT NULL CHECK (result IN ('imported', 'updated', 'duplicate', 'rejected')),
  suppressed  INTEGER NOT NULL DEFAULT 0, -- on the do-not-call list
  reason      TEXT NOT NULL,
  prospect_id INTEGER, -- who was imported or updated, or is the one that it repeats
  cells       TEXT NOT NULL, -- as in the file, a JSON array
  was         TEXT NOT NULL DEFAULT '' -- of an updated one: what stood in the file before, as JSON, so that it can be taken back
) STRICT;

CREATE INDEX import_row_import ON import_row (import_id, result, id);
CREATE INDEX import_row_suppressed ON import_row (import_id, id) WHERE suppressed = 1;
-- Asked before each import and at each start.
CREATE INDEX import_unfinished ON import (id) WHERE state NOT IN ('done', 'taken_back');

-- How the columns of a file with these headers were mapped the last time.
CREATE TABLE mapping (
  headers TEXT PRIMARY KEY, -- all headers of the file as one JSON array
  columns TEXT NOT NULL CHECK (json_valid(columns)), -- what each column is, in their order
  options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options)), -- country, default values, mode, what is matched by
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Places: also the state, where it has calling hours or holidays of its own, and hours that the rep has set for somebody. There are still a few
-- dozen or hundred, whatever the list's size, so the queue still asks once a place whether it is open. ------------------------------------

CREATE TABLE place_of_version_4 (
  id      INTEGER PRIMARY KEY,
  country TEXT NOT NULL,  -- ISO 3166, '' when unknown
  region  TEXT NOT NULL DEFAULT '', -- ISO 3166-2 without the country ("FL"); only of states that rules of their own are known for
  zones   TEXT NOT NULL,  -- IANA names, comma-separated, most likely first
  hours   TEXT NOT NULL DEFAULT '', -- '10:00-12:00' there: hours that the rep has set for somebody; '' for those of the place
  UNIQUE (country, region, zones, hours)
) STRICT;

INSERT INTO place_of_version_4 (id, country, zones) SELECT id, country, zones FROM place;

DROP TABLE place;

ALTER TABLE place_of_version_4 RENAME TO place;

-- Calling hours that the rep has set for a country or a state; they take the place of the ones that the program knows.
CREATE TABLE calling_hours (
  country TEXT NOT NULL,
  region  TEXT NOT NULL DEFAULT '', -- '' for the whole country
  opens   TEXT NOT NULL, -- 08:00
  closes  TEXT NOT NULL,
  PRIMARY KEY (country, region)
) STRICT, WITHOUT ROWID;

-- Prospects ----------------------------------------------------------------------------------------------------------------------

CREATE TABLE prospect_of_version_4 (
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
  place_source TEXT NOT NULL CHECK (place_source IN ('unknown', 'number', 'state', 'imported', 'edited')), -- each outranks those before it
  status       TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'resting', 'talking', 'meeting', 'closed', 'dnc')),
  cadence_id   INTEGER NOT NULL REFERENCES cadence (id),
  series_id    INTEGER NOT NULL REFERENCES series (id),
  step         INTEGER NOT NULL DEFAULT 1, -- the number of the step that the next attempt is
  due          TEXT NOT NULL DEFAULT 'fresh' CHECK (due IN ('fresh', 'step', 'busy', 'promise', 'callback')),
  next_call_at INTEGER,                    -- NULL: no next call
  reachable    INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)), -- has a number that is neither bad nor DNC
  created_at   INTEGER NOT NULL,
  reach        TEXT NOT NULL DEFAULT 'unknown' -- what the rep has set; unknown: the log suggests it
    CHECK (reach IN ('unknown', 'answers', 'assistant', 'never')),
  import_id    INTEGER REFERENCES import (id), -- which import brought them; NULL: the rep, or an earlier version
  import_line  INTEGER, -- and where their row begins in its file
  last_outcome TEXT NOT NULL DEFAULT '', -- of the latest attempt that stands in the log; kept by triggers on the log
  merged_into  INTEGER REFERENCES prospect (id), -- the same person: this one is only kept for the log
  -- Which queue this prospect waits in: derived here, so that it cannot disagree with what it is derived from.
  lane INTEGER GENERATED ALWAYS AS (
    CASE
      WHEN reachable = 0 OR next_call_at IS NULL OR merged_into IS NOT NULL OR status IN ('meeting', 'closed', 'dnc') THEN NULL
      WHEN due IN ('promise', 'callback') THEN 0
      WHEN due IN ('step', 'busy') THEN 1
      ELSE 2
    END) VIRTUAL
) STRICT;

INSERT INTO prospect_of_version_4 (id, list_id, first_name, last_name, title, company, email, city, state, zip, country, external_id, fields,
    note, place_id, place_source, status, cadence_id, series_id, step, due, next_call_at, reachable, created_at, reach, last_outcome)
  SELECT id, list_id, first_name, last_name, title, company, email, city, state, zip, country, external_id, fields,
    note, place_id, place_source, status, cadence_id, series_id, step, due, next_call_at, reachable, created_at, reach,
    coalesce((SELECT outcome FROM attempt WHERE prospect_id = prospect.id AND undone_at IS NULL ORDER BY at DESC, attempt.id DESC LIMIT 1), '')
  FROM prospect;

DROP TABLE prospect;

ALTER TABLE prospect_of_version_4 RENAME TO prospect;

CREATE INDEX prospect_queue ON prospect (lane, place_id, next_call_at, id) WHERE lane IS NOT NULL;
CREATE INDEX prospect_email ON prospect (email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX prospect_list ON prospect (list_id);
CREATE INDEX prospect_external_id ON prospect (external_id) WHERE external_id <> '';
CREATE INDEX prospect_merged ON prospect (merged_into) WHERE merged_into IS NOT NULL;

-- A prospect's next step as the cadence is now: whoever has not begun the round begins with its first step, one that is no longer on gives way to
-- the next one that is, past the end to the last (as Cadence.step says).
CREATE VIEW next_step (prospect_id, number, ordinal, kind) AS
  SELECT p.id, n.number, (SELECT count(*) FROM step o WHERE o.cadence_id = n.cadence_id AND o.state = 'on' AND o.place <= n.place), n.kind
  FROM prospect p JOIN step n ON n.id = coalesce(
    (SELECT id FROM step s WHERE s.cadence_id = p.cadence_id AND s.state = 'on' AND (p.due = 'fresh' OR p.status = 'resting'
        OR s.place >= (SELECT place FROM step WHERE cadence_id = p.cadence_id AND number = p.step)) ORDER BY s.place LIMIT 1),
    (SELECT id FROM step s WHERE s.cadence_id = p.cadence_id AND s.state = 'on' ORDER BY s.place DESC LIMIT 1));

-- What libphonenumber knows about a number: mobile, fixed, toll_free, or '' where it does not say.
ALTER TABLE phone ADD COLUMN type TEXT NOT NULL DEFAULT '';

-- Do not call: numbers, addresses and whole domains, each with where it came from; what was taken off is kept with the reason -----------------

CREATE TABLE dnc_of_version_4 (
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'domain')),
  value     TEXT NOT NULL, -- E.164, the address or the domain in lower case
  source    TEXT NOT NULL, -- outcome, import (a column of a list), file (a do-not-call file), rep
  at        INTEGER NOT NULL,
  note      TEXT NOT NULL DEFAULT '', -- who asked, or the file's name
  import_id INTEGER REFERENCES import (id), -- which import brought it
  UNIQUE (kind, value)
) STRICT;

INSERT INTO dnc_of_version_4 (id, kind, value, source, at) SELECT id, kind, value, source, at FROM dnc;

DROP TABLE dnc;

ALTER TABLE dnc_of_version_4 RENAME TO dnc;

CREATE INDEX dnc_import ON dnc (import_id) WHERE import_id IS NOT NULL;

-- What was taken off the do-not-call list: never changed, never deleted.
CREATE TABLE dnc_removed (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,
  value      TEXT NOT NULL,
  source     TEXT NOT NULL,
  at         INTEGER NOT NULL, -- since when it was on the list
  note       TEXT NOT NULL,
  removed_at INTEGER NOT NULL,
  reason     TEXT NOT NULL CHECK (reason <> '')
) STRICT;

-- A number or address that comes off the list is free for everybody who has it.
CREATE TRIGGER dnc_frees AFTER DELETE ON dnc
BEGIN
  UPDATE prospect SET reachable =
      EXISTS (SELECT 1 FROM phone WHERE prospect_id = prospect.id AND bad = 0
        AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'phone' AND value = e164))
      AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'email' AND value = lower(prospect.email))
      AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'domain' AND value = lower(substr(prospect.email, instr(prospect.email, '@') + 1)))
    WHERE (old.kind = 'phone' AND id IN (SELECT prospect_id FROM phone WHERE e164 = old.value))
      OR (old.kind = 'email' AND email <> '' AND email = old.value COLLATE NOCASE)
      OR (old.kind = 'domain' AND email LIKE '%@' || old.value);
END;

-- The latest outcome of each prospect, for the facets of the Prospects screen ------------------------------------------------------

CREATE TRIGGER last_outcome_is_logged AFTER INSERT ON attempt WHEN new.undone_at IS NULL
BEGIN
  UPDATE prospect SET last_outcome = (SELECT outcome FROM attempt WHERE prospect_id = new.prospect_id AND undone_at IS NULL
    ORDER BY at DESC, id DESC LIMIT 1) WHERE id = new.prospect_id;
END;

CREATE TRIGGER last_outcome_changes AFTER UPDATE OF undone_at, corrections ON attempt
BEGIN
  UPDATE prospect SET last_outcome = coalesce((SELECT outcome FROM attempt WHERE prospect_id = new.prospect_id AND undone_at IS NULL
    ORDER BY at DESC, id DESC LIMIT 1), '') WHERE id = new.prospect_id;
END;

-- Search: also in notes; a number by its beginning with or without the country code, by its last seven, four or three digits ---------------

DROP TABLE prospect_search;

CREATE VIRTUAL TABLE prospect_search USING fts5 (
  name, company, phones, email, note,
  content = '', contentless_delete = 1, prefix = '1 2 3 4', tokenize = 'unicode61'
);

-- What is found by: the one place that says so, for one prospect or for all.
CREATE VIEW prospect_words (id, name, company, phones, email, note) AS
  SELECT id, first_name || ' ' || last_name, company,
    (SELECT coalesce(group_concat(substr(e164, n.value), ' '), '') FROM (
      SELECT e164, value FROM phone, json_each('[2,3,4,5]') WHERE prospect_id = p.id AND length(e164) - value >= 6
      UNION SELECT e164, length(e164) - 6 FROM phone WHERE prospect_id = p.id
      UNION SELECT e164, length(e164) - 3 FROM phone WHERE prospect_id = p.id
      UNION SELECT e164, length(e164) - 2 FROM phone WHERE prospect_id = p.id) n),
    email, note
  FROM prospect p;

INSERT INTO prospect_search (rowid, name, company, phones, email, note) SELECT id, name, company, phones, email, note FROM prospect_words;
