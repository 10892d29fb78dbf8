-- Leave that people record or that comes from their calendars, and the keys of calendars that go out.

-- What a remembered answer led to may be something else than a ticket; `version` is 0 then.
ALTER TABLE remembered_answers RENAME COLUMN ticket TO made;

CREATE TABLE leave_feeds (
  id BLOB PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  person TEXT NOT NULL,
  url TEXT NOT NULL,
  label TEXT NOT NULL,
  added_account BLOB,
  added_person TEXT NOT NULL,
  added_display TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_account BLOB,
  removed_person TEXT,
  removed_display TEXT,
  removed_at INTEGER,
  fetched_at INTEGER,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  error TEXT NOT NULL,
  error_since INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX leave_feeds_by_engagement ON leave_feeds (engagement, id);

-- `first` and `last` are texts in the person's own zone: days, both included, or times.
CREATE TABLE leave (
  id BLOB PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  person TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  note TEXT NOT NULL,
  feed BLOB REFERENCES leave_feeds (id),
  feed_event TEXT,
  recorded_account BLOB,
  recorded_person TEXT NOT NULL,
  recorded_display TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  removed_account BLOB,
  removed_person TEXT,
  removed_display TEXT,
  removed_at INTEGER,
  CHECK ((feed IS NULL) = (feed_event IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX leave_by_engagement ON leave (engagement, id, removed_at);
CREATE INDEX leave_in_force ON leave (engagement, id) WHERE removed_at IS NULL;

-- Nobody rewrites who was away, not even with a tool beside the program.
CREATE TRIGGER leave_stays BEFORE DELETE ON leave
BEGIN
  SELECT RAISE(ABORT, 'leave is never deleted');
END;
CREATE TRIGGER leave_stays_as_recorded
BEFORE UPDATE OF id, engagement, person, first, last, note, feed, feed_event,
  recorded_account, recorded_person, recorded_display, recorded_at ON leave
BEGIN
  SELECT RAISE(ABORT, 'leave stays as it was recorded');
END;
CREATE TRIGGER leave_is_removed_once BEFORE UPDATE ON leave WHEN old.removed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'leave is removed once');
END;

CREATE TABLE calendar_keys (
  id BLOB PRIMARY KEY,
  secret BLOB NOT NULL UNIQUE,
  account BLOB NOT NULL REFERENCES accounts (id),
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX calendar_keys_by_account ON calendar_keys (account, id);
