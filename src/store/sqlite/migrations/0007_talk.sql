-- Tags and watchers of tickets, each word with a blank before and behind it; who was told of what; what requesters said of
-- how it went; macros.
ALTER TABLE tickets ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN watchers TEXT NOT NULL DEFAULT '';
CREATE INDEX tickets_open_of_category ON tickets (engagement, category) WHERE is_open = 1;

-- Not a read table: whom an event concerned was decided with the agreement of its moment, and what was read stands nowhere
-- else. `reader` is `person:` and a name of the agreement, or `email:` and an address.
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  reader TEXT NOT NULL,
  ticket BLOB NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  read_at INTEGER
) STRICT;
CREATE INDEX notices_of_reader ON notices (engagement, reader, id);
CREATE INDEX notices_unread ON notices (engagement, reader, id) WHERE read_at IS NULL;
CREATE INDEX notices_by_age ON notices (at);

-- A read table: one row for each `service-rated`.
CREATE TABLE ratings (
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  ticket INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  words TEXT NOT NULL,
  party TEXT NOT NULL,
  team TEXT NOT NULL,
  PRIMARY KEY (ticket, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX ratings_by_time ON ratings (engagement, at);

CREATE TABLE macros (
  id BLOB PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  team TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  visibility TEXT NOT NULL,
  take INTEGER NOT NULL,
  priority TEXT NOT NULL,
  tags TEXT NOT NULL,
  ends TEXT NOT NULL CHECK (ends IN ('nothing', 'wait', 'resolve', 'close')),
  waiting_on TEXT NOT NULL,
  changed_account BLOB,
  changed_person TEXT NOT NULL,
  changed_display TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX macros_by_engagement ON macros (engagement, title, id);
