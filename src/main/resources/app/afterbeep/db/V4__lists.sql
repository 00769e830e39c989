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
  last_call_at INTEGER, -- when that was; NULL: no attempt yet
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
    note, place_id, place_source, status, cadence_id, series_id, step, due, next_call_at, reachable, created_at, reach, last_outcome, last_call_at)
  SELECT id, list_id, first_name, last_name, title, company, email, city, state, zip, country, external_id, fields,
    note, place_id, place_source, status, cadence_id, series_id, step, due, next_call_at, reachable, created_at, reach,
    coalesce((SELECT outcome FROM attempt WHERE prospect_id = prospect.id AND undone_at IS NULL ORDER BY at DESC, attempt.id DESC LIMIT 1), ''),
    (SELECT max(at) FROM attempt WHERE prospect_id = prospect.id AND undone_at IS NULL)
  FROM prospect;

DROP TABLE prospect;

ALTER TABLE prospect_of_version_4 RENAME TO prospect;

CREATE INDEX prospect_queue ON prospect (lane, place_id, next_call_at, id) WHERE lane IS NOT NULL;
CREATE INDEX prospect_email ON prospect (email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX prospect_list ON prospect (list_id);
CREATE INDEX prospect_external_id ON prospect (external_id) WHERE external_id <> '';
CREATE INDEX prospect_merged ON prospect (merged_into) WHERE merged_into IS NOT NULL;

-- Whoever is in the file already gets the state that their first number lies in, or that their list named; its hours hold from now on.
CREATE TABLE code_of_version_4 (country TEXT NOT NULL, region TEXT NOT NULL, code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO code_of_version_4 VALUES
  ('US', 'AK', '907'),
  ('US', 'AL', '205'), ('US', 'AL', '251'), ('US', 'AL', '256'), ('US', 'AL', '334'), ('US', 'AL', '659'), ('US', 'AL', '938'),
  ('US', 'AR', '327'), ('US', 'AR', '479'), ('US', 'AR', '501'), ('US', 'AR', '870'),
  ('US', 'AZ', '480'), ('US', 'AZ', '520'), ('US', 'AZ', '602'), ('US', 'AZ', '623'), ('US', 'AZ', '928'),
  ('US', 'CA', '209'), ('US', 'CA', '213'), ('US', 'CA', '279'), ('US', 'CA', '310'), ('US', 'CA', '323'), ('US', 'CA', '341'), ('US', 'CA', '350'), ('US', 'CA', '369'), ('US', 'CA', '408'), ('US', 'CA', '415'), ('US', 'CA', '424'), ('US', 'CA', '442'), ('US', 'CA', '510'), ('US', 'CA', '530'), ('US', 'CA', '559'), ('US', 'CA', '562'), ('US', 'CA', '619'), ('US', 'CA', '626'), ('US', 'CA', '628'), ('US', 'CA', '650'), ('US', 'CA', '657'), ('US', 'CA', '661'), ('US', 'CA', '669'), ('US', 'CA', '707'), ('US', 'CA', '714'), ('US', 'CA', '747'), ('US', 'CA', '760'), ('US', 'CA', '805'), ('US', 'CA', '818'), ('US', 'CA', '820'), ('US', 'CA', '831'), ('US', 'CA', '840'), ('US', 'CA', '858'), ('US', 'CA', '909'), ('US', 'CA', '916'), ('US', 'CA', '925'), ('US', 'CA', '949'), ('US', 'CA', '951'),
  ('US', 'CO', '303'), ('US', 'CO', '719'), ('US', 'CO', '720'), ('US', 'CO', '748'), ('US', 'CO', '970'), ('US', 'CO', '983'),
  ('US', 'CT', '203'), ('US', 'CT', '475'), ('US', 'CT', '860'), ('US', 'CT', '959'),
  ('US', 'DC', '202'), ('US', 'DC', '771'),
  ('US', 'DE', '302'),
  ('US', 'FL', '239'), ('US', 'FL', '305'), ('US', 'FL', '321'), ('US', 'FL', '324'), ('US', 'FL', '352'), ('US', 'FL', '386'), ('US', 'FL', '407'), ('US', 'FL', '448'), ('US', 'FL', '561'), ('US', 'FL', '645'), ('US', 'FL', '656'), ('US', 'FL', '689'), ('US', 'FL', '727'), ('US', 'FL', '754'), ('US', 'FL', '772'), ('US', 'FL', '786'), ('US', 'FL', '813'), ('US', 'FL', '850'), ('US', 'FL', '863'), ('US', 'FL', '904'), ('US', 'FL', '941'), ('US', 'FL', '954'),
  ('US', 'GA', '229'), ('US', 'GA', '404'), ('US', 'GA', '470'), ('US', 'GA', '478'), ('US', 'GA', '678'), ('US', 'GA', '706'), ('US', 'GA', '762'), ('US', 'GA', '770'), ('US', 'GA', '912'), ('US', 'GA', '943'),
  ('US', 'HI', '808'),
  ('US', 'IA', '319'), ('US', 'IA', '515'), ('US', 'IA', '563'), ('US', 'IA', '641'), ('US', 'IA', '712'),
  ('US', 'ID', '208'), ('US', 'ID', '986'),
  ('US', 'IL', '217'), ('US', 'IL', '224'), ('US', 'IL', '309'), ('US', 'IL', '312'), ('US', 'IL', '331'), ('US', 'IL', '447'), ('US', 'IL', '464'), ('US', 'IL', '618'), ('US', 'IL', '630'), ('US', 'IL', '708'), ('US', 'IL', '730'), ('US', 'IL', '773'), ('US', 'IL', '779'), ('US', 'IL', '815'), ('US', 'IL', '847'), ('US', 'IL', '872'),
  ('US', 'IN', '219'), ('US', 'IN', '260'), ('US', 'IN', '317'), ('US', 'IN', '463'), ('US', 'IN', '574'), ('US', 'IN', '765'), ('US', 'IN', '812'), ('US', 'IN', '930'),
  ('US', 'KS', '316'), ('US', 'KS', '620'), ('US', 'KS', '785'), ('US', 'KS', '913'),
  ('US', 'KY', '270'), ('US', 'KY', '364'), ('US', 'KY', '502'), ('US', 'KY', '606'), ('US', 'KY', '859'),
  ('US', 'LA', '225'), ('US', 'LA', '318'), ('US', 'LA', '337'), ('US', 'LA', '504'), ('US', 'LA', '985'),
  ('US', 'MA', '339'), ('US', 'MA', '351'), ('US', 'MA', '413'), ('US', 'MA', '508'), ('US', 'MA', '617'), ('US', 'MA', '774'), ('US', 'MA', '781'), ('US', 'MA', '857'), ('US', 'MA', '978'),
  ('US', 'MD', '227'), ('US', 'MD', '240'), ('US', 'MD', '301'), ('US', 'MD', '410'), ('US', 'MD', '443'), ('US', 'MD', '667'),
  ('US', 'ME', '207'),
  ('US', 'MI', '231'), ('US', 'MI', '248'), ('US', 'MI', '269'), ('US', 'MI', '313'), ('US', 'MI', '517'), ('US', 'MI', '586'), ('US', 'MI', '616'), ('US', 'MI', '734'), ('US', 'MI', '810'), ('US', 'MI', '906'), ('US', 'MI', '947'), ('US', 'MI', '989'),
  ('US', 'MN', '218'), ('US', 'MN', '320'), ('US', 'MN', '507'), ('US', 'MN', '612'), ('US', 'MN', '651'), ('US', 'MN', '763'), ('US', 'MN', '952'),
  ('US', 'MO', '235'), ('US', 'MO', '314'), ('US', 'MO', '417'), ('US', 'MO', '557'), ('US', 'MO', '573'), ('US', 'MO', '636'), ('US', 'MO', '660'), ('US', 'MO', '816'), ('US', 'MO', '975'),
  ('US', 'MS', '228'), ('US', 'MS', '601'), ('US', 'MS', '662'), ('US', 'MS', '769'),
  ('US', 'MT', '406'),
  ('US', 'NC', '252'), ('US', 'NC', '336'), ('US', 'NC', '472'), ('US', 'NC', '704'), ('US', 'NC', '743'), ('US', 'NC', '828'), ('US', 'NC', '910'), ('US', 'NC', '919'), ('US', 'NC', '980'), ('US', 'NC', '984'),
  ('US', 'ND', '701'),
  ('US', 'NE', '308'), ('US', 'NE', '402'), ('US', 'NE', '531'),
  ('US', 'NH', '603'),
  ('US', 'NJ', '201'), ('US', 'NJ', '551'), ('US', 'NJ', '609'), ('US', 'NJ', '640'), ('US', 'NJ', '732'), ('US', 'NJ', '848'), ('US', 'NJ', '856'), ('US', 'NJ', '862'), ('US', 'NJ', '908'), ('US', 'NJ', '973'),
  ('US', 'NM', '505'), ('US', 'NM', '575'),
  ('US', 'NV', '702'), ('US', 'NV', '725'), ('US', 'NV', '775'),
  ('US', 'NY', '212'), ('US', 'NY', '315'), ('US', 'NY', '329'), ('US', 'NY', '332'), ('US', 'NY', '347'), ('US', 'NY', '363'), ('US', 'NY', '516'), ('US', 'NY', '518'), ('US', 'NY', '585'), ('US', 'NY', '607'), ('US', 'NY', '631'), ('US', 'NY', '646'), ('US', 'NY', '680'), ('US', 'NY', '716'), ('US', 'NY', '718'), ('US', 'NY', '838'), ('US', 'NY', '845'), ('US', 'NY', '914'), ('US', 'NY', '917'), ('US', 'NY', '929'), ('US', 'NY', '934'),
  ('US', 'OH', '216'), ('US', 'OH', '220'), ('US', 'OH', '234'), ('US', 'OH', '283'), ('US', 'OH', '326'), ('US', 'OH', '330'), ('US', 'OH', '380'), ('US', 'OH', '419'), ('US', 'OH', '440'), ('US', 'OH', '513'), ('US', 'OH', '567'), ('US', 'OH', '614'), ('US', 'OH', '740'), ('US', 'OH', '937'),
  ('US', 'OK', '405'), ('US', 'OK', '539'), ('US', 'OK', '572'), ('US', 'OK', '580'), ('US', 'OK', '918'),
  ('US', 'OR', '458'), ('US', 'OR', '503'), ('US', 'OR', '541'), ('US', 'OR', '971'),
  ('US', 'PA', '215'), ('US', 'PA', '223'), ('US', 'PA', '267'), ('US', 'PA', '272'), ('US', 'PA', '412'), ('US', 'PA', '445'), ('US', 'PA', '484'), ('US', 'PA', '570'), ('US', 'PA', '582'), ('US', 'PA', '610'), ('US', 'PA', '717'), ('US', 'PA', '724'), ('US', 'PA', '814'), ('US', 'PA', '835'), ('US', 'PA', '878'),
  ('US', 'RI', '401'),
  ('US', 'SC', '803'), ('US', 'SC', '821'), ('US', 'SC', '839'), ('US', 'SC', '843'), ('US', 'SC', '854'), ('US', 'SC', '864'),
  ('US', 'SD', '605'),
  ('US', 'TN', '423'), ('US', 'TN', '615'), ('US', 'TN', '629'), ('US', 'TN', '731'), ('US', 'TN', '865'), ('US', 'TN', '901'), ('US', 'TN', '931'),
  ('US', 'TX', '210'), ('US', 'TX', '214'), ('US', 'TX', '254'), ('US', 'TX', '281'), ('US', 'TX', '325'), ('US', 'TX', '346'), ('US', 'TX', '361'), ('US', 'TX', '409'), ('US', 'TX', '430'), ('US', 'TX', '432'), ('US', 'TX', '469'), ('US', 'TX', '512'), ('US', 'TX', '682'), ('US', 'TX', '713'), ('US', 'TX', '726'), ('US', 'TX', '737'), ('US', 'TX', '806'), ('US', 'TX', '817'), ('US', 'TX', '830'), ('US', 'TX', '832'), ('US', 'TX', '903'), ('US', 'TX', '915'), ('US', 'TX', '936'), ('US', 'TX', '940'), ('US', 'TX', '945'), ('US', 'TX', '956'), ('US', 'TX', '972'), ('US', 'TX', '979'),
  ('US', 'UT', '385'), ('US', 'UT', '435'), ('US', 'UT', '801'),
  ('US', 'VA', '276'), ('US', 'VA', '434'), ('US', 'VA', '540'), ('US', 'VA', '571'), ('US', 'VA', '686'), ('US', 'VA', '703'), ('US', 'VA', '757'), ('US', 'VA', '804'), ('US', 'VA', '826'), ('US', 'VA', '948'),
  ('US', 'VT', '802'),
  ('US', 'WA', '206'), ('US', 'WA', '253'), ('US', 'WA', '360'), ('US', 'WA', '425'), ('US', 'WA', '509'), ('US', 'WA', '564'),
  ('US', 'WI', '262'), ('US', 'WI', '274'), ('US', 'WI', '353'), ('US', 'WI', '414'), ('US', 'WI', '534'), ('US', 'WI', '608'), ('US', 'WI', '715'), ('US', 'WI', '920'),
  ('US', 'WV', '304'), ('US', 'WV', '681'),
  ('US', 'WY', '307'),
  ('CA', 'AB', '368'), ('CA', 'AB', '403'), ('CA', 'AB', '587'), ('CA', 'AB', '780'), ('CA', 'AB', '825'),
  ('CA', 'BC', '236'), ('CA', 'BC', '250'), ('CA', 'BC', '257'), ('CA', 'BC', '604'), ('CA', 'BC', '672'), ('CA', 'BC', '778'),
  ('CA', 'MB', '204'), ('CA', 'MB', '431'), ('CA', 'MB', '584'),
  ('CA', 'NB', '428'), ('CA', 'NB', '506'),
  ('CA', 'NL', '709'), ('CA', 'NL', '879'),
  ('CA', 'ON', '226'), ('CA', 'ON', '249'), ('CA', 'ON', '289'), ('CA', 'ON', '343'), ('CA', 'ON', '365'), ('CA', 'ON', '382'), ('CA', 'ON', '416'), ('CA', 'ON', '437'), ('CA', 'ON', '519'), ('CA', 'ON', '548'), ('CA', 'ON', '613'), ('CA', 'ON', '647'), ('CA', 'ON', '683'), ('CA', 'ON', '705'), ('CA', 'ON', '742'), ('CA', 'ON', '753'), ('CA', 'ON', '807'), ('CA', 'ON', '905'), ('CA', 'ON', '942'),
  ('CA', 'QC', '263'), ('CA', 'QC', '354'), ('CA', 'QC', '367'), ('CA', 'QC', '418'), ('CA', 'QC', '438'), ('CA', 'QC', '450'), ('CA', 'QC', '468'), ('CA', 'QC', '514'), ('CA', 'QC', '579'), ('CA', 'QC', '581'), ('CA', 'QC', '819'), ('CA', 'QC', '873'),
  ('CA', 'SK', '306'), ('CA', 'SK', '474'), ('CA', 'SK', '639');

CREATE TABLE moves_of_version_4 (id INTEGER PRIMARY KEY, country TEXT NOT NULL, region TEXT NOT NULL, zones TEXT NOT NULL) STRICT;

INSERT INTO moves_of_version_4
  SELECT p.id, place.country, coalesce((SELECT region FROM code_of_version_4 WHERE country = place.country AND region = upper(p.state) LIMIT 1), c.region), place.zones
  FROM prospect p JOIN place ON place.id = p.place_id
    LEFT JOIN code_of_version_4 c ON c.country = place.country
      AND c.code = (SELECT substr(e164, 3, 3) FROM phone WHERE prospect_id = p.id AND e164 GLOB '+1??????????' ORDER BY rank LIMIT 1)
  WHERE place.country IN ('US', 'CA') AND (c.region IS NOT NULL OR upper(p.state) IN (SELECT region FROM code_of_version_4 WHERE country = place.country));

INSERT OR IGNORE INTO place (country, region, zones) SELECT DISTINCT country, region, zones FROM moves_of_version_4;

UPDATE prospect SET place_id = (SELECT place.id FROM moves_of_version_4 m JOIN place ON place.country = m.country AND place.region = m.region
    AND place.zones = m.zones AND place.hours = '' WHERE m.id = prospect.id)
  WHERE id IN (SELECT id FROM moves_of_version_4);

DROP TABLE moves_of_version_4;
DROP TABLE code_of_version_4;

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

-- Found by its beginning, by its last four digits, by a domain; by kind the latest first.
CREATE INDEX dnc_kind ON dnc (kind);
CREATE INDEX dnc_last_digits ON dnc (substr(value, -4)) WHERE kind = 'phone';
CREATE INDEX dnc_domain ON dnc (substr(value, instr(value, '@') + 1)) WHERE kind <> 'phone';
CREATE INDEX dnc_removed_value ON dnc_removed (kind, value);

-- Which entries hold for a person as a whole: their address, or a domain that it is at or below.
CREATE VIEW dnc_of_address (prospect_id, dnc_id) AS
  SELECT p.id, d.id FROM prospect p JOIN dnc d ON d.kind = 'email' AND d.value = lower(p.email) WHERE p.email <> ''
  UNION ALL
  SELECT p.id, d.id FROM prospect p JOIN dnc d ON d.kind = 'domain' AND d.value IN (
    WITH RECURSIVE suffix (name) AS (
      SELECT lower(substr(p.email, instr(p.email, '@') + 1)) UNION ALL SELECT substr(name, instr(name, '.') + 1) FROM suffix WHERE instr(name, '.') > 0)
    SELECT name FROM suffix) WHERE p.email <> '';

-- Which entries hold for a person or one of their numbers.
CREATE VIEW dnc_of (prospect_id, dnc_id) AS
  SELECT prospect_id, dnc_id FROM dnc_of_address
  UNION ALL SELECT prospect_id, dnc.id FROM phone JOIN dnc ON dnc.kind = 'phone' AND dnc.value = e164;

-- What `reachable` has to be.
CREATE VIEW reachable_now (id, reachable) AS
  SELECT p.id, EXISTS (SELECT 1 FROM phone WHERE prospect_id = p.id AND bad = 0
      AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'phone' AND value = e164))
    AND NOT EXISTS (SELECT 1 FROM dnc_of_address WHERE prospect_id = p.id)
  FROM prospect p;

-- A number, an address or a domain that comes off the list is free for everybody who has it, also for who came meanwhile. Who is at a domain
-- is found by the words of the search: no list is read for it.
CREATE TRIGGER dnc_frees AFTER DELETE ON dnc
BEGIN
  UPDATE prospect SET reachable = (SELECT reachable FROM reachable_now WHERE id = prospect.id)
    WHERE old.kind = 'phone' AND id IN (SELECT prospect_id FROM phone WHERE e164 = old.value);
  UPDATE prospect SET reachable = (SELECT reachable FROM reachable_now WHERE id = prospect.id)
    WHERE old.kind = 'email' AND id IN (SELECT id FROM prospect WHERE email = old.value COLLATE NOCASE AND email <> '');
  UPDATE prospect SET reachable = (SELECT reachable FROM reachable_now WHERE id = prospect.id)
    WHERE old.kind = 'domain' AND id IN (SELECT rowid FROM prospect_search WHERE prospect_search MATCH 'email : "' || old.value || '"');
END;

-- The latest outcome of each prospect, for the facets of the Prospects screen. The attempts of those who are the same person count too. ----------

CREATE TRIGGER last_outcome_is_logged AFTER INSERT ON attempt WHEN new.undone_at IS NULL
BEGIN
  UPDATE prospect SET (last_outcome, last_call_at) = (SELECT outcome, at FROM attempt WHERE undone_at IS NULL AND prospect_id IN (
      SELECT prospect.id UNION ALL SELECT id FROM prospect o WHERE o.merged_into = prospect.id) ORDER BY at DESC, id DESC LIMIT 1)
    WHERE id = (SELECT coalesce(merged_into, id) FROM prospect WHERE id = new.prospect_id);
END;

CREATE TRIGGER last_outcome_changes AFTER UPDATE OF undone_at, corrections ON attempt
BEGIN
  UPDATE prospect SET last_outcome = coalesce((SELECT outcome FROM attempt WHERE undone_at IS NULL AND prospect_id IN (
      SELECT prospect.id UNION ALL SELECT id FROM prospect o WHERE o.merged_into = prospect.id) ORDER BY at DESC, id DESC LIMIT 1), ''),
    last_call_at = (SELECT max(at) FROM attempt WHERE undone_at IS NULL AND prospect_id IN (
      SELECT prospect.id UNION ALL SELECT id FROM prospect o WHERE o.merged_into = prospect.id))
    WHERE id = (SELECT coalesce(merged_into, id) FROM prospect WHERE id = new.prospect_id);
END;

CREATE TRIGGER last_outcome_is_merged AFTER UPDATE OF merged_into ON prospect WHEN old.merged_into IS NOT new.merged_into
BEGIN
  UPDATE prospect SET last_outcome = coalesce((SELECT outcome FROM attempt WHERE undone_at IS NULL AND prospect_id IN (
      SELECT prospect.id UNION ALL SELECT id FROM prospect o WHERE o.merged_into = prospect.id) ORDER BY at DESC, id DESC LIMIT 1), ''),
    last_call_at = (SELECT max(at) FROM attempt WHERE undone_at IS NULL AND prospect_id IN (
      SELECT prospect.id UNION ALL SELECT id FROM prospect o WHERE o.merged_into = prospect.id))
    WHERE id IN (old.merged_into, new.merged_into);
END;

-- Search: also in notes; a number by its beginning with or without the country code, by its last seven, four or three digits ---------------

DROP TABLE prospect_search;

-- The words. Numbers are found by indexes of their own: as words their digits were more than half of what an import of a million took.
CREATE VIRTUAL TABLE prospect_search USING fts5 (
  name, company, email, note,
  content = '', contentless_delete = 1, prefix = '1 2 3 4 5 6', tokenize = 'unicode61'
);

-- What is found by: the one place that says so, for one prospect or for all.
CREATE VIEW prospect_words (id, name, company, email, note) AS
  SELECT id, first_name || ' ' || last_name, company, email, note FROM prospect WHERE merged_into IS NULL;

INSERT INTO prospect_search (rowid, name, company, email, note) SELECT id, name, company, email, note FROM prospect_words;

DROP INDEX phone_e164;
CREATE INDEX phone_e164 ON phone (e164, prospect_id);
CREATE INDEX phone_last_seven ON phone (substr(e164, -7), prospect_id);
CREATE INDEX phone_last_four ON phone (substr(e164, -4), prospect_id);
CREATE INDEX phone_last_three ON phone (substr(e164, -3), prospect_id);

-- Whose words have changed since they were indexed: an edit, and the undo of one, is noted here and indexed off the click.
CREATE TABLE search_stale (
  prospect_id INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER words_change AFTER UPDATE OF first_name, last_name, company, email, note, merged_into ON prospect
WHEN old.first_name <> new.first_name OR old.last_name <> new.last_name OR old.company <> new.company OR old.email <> new.email
  OR old.note <> new.note OR old.merged_into IS NOT new.merged_into
BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (new.id);
END;
