-- The ledger of each engagement: a Merkle log over its events (docs/ledger.md). `leaf` counts them from 0 in the order in which they were
-- written; `hashes` are those of the complete subtrees that end with the leaf, 32 bytes each: the leaf's own, then one for each level
-- upwards. The rows of events that are there already are made by the program, with this migration.
CREATE TABLE ledger (
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  leaf INTEGER NOT NULL,
  event INTEGER NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (engagement, leaf)
) STRICT, WITHOUT ROWID;

-- Nobody rewrites what happened by mistake, not even with a tool beside the program. Who does it on purpose takes these away first, and is
-- found by the ledger.
CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'events are never deleted');
END;
CREATE TRIGGER events_stay_as_written BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'events stay as they were written');
END;
CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger only grows');
END;
CREATE TRIGGER ledger_stays_as_written BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger only grows');
END;
