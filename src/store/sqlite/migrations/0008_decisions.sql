-- The log of decisions: a read table, one row for each ticket of kind `decision`. Older databases have none.
CREATE TABLE decisions (
  ticket INTEGER PRIMARY KEY REFERENCES tickets (key),
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  newness INTEGER NOT NULL,   -- the number, negative
  kind TEXT NOT NULL,
  big INTEGER NOT NULL,
  standing TEXT NOT NULL,
  overdue INTEGER NOT NULL,
  decider TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  deadline INTEGER,
  decided_at INTEGER,
  chosen TEXT NOT NULL,       -- empty: nothing yet
  risk TEXT NOT NULL,         -- empty: none was accepted
  treatment TEXT NOT NULL,
  exempt_from TEXT NOT NULL,  -- empty: no exception was granted
  exempt TEXT NOT NULL,
  owner TEXT NOT NULL,
  lapses_at INTEGER,
  reminded INTEGER NOT NULL,
  renews INTEGER NOT NULL,    -- numbers of other decisions; 0: none
  replaced_by INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_by_number ON decisions (engagement, newness);
CREATE INDEX decisions_by_lapse ON decisions (engagement, lapses_at, newness) WHERE lapses_at IS NOT NULL;
