-- Everything in the first version. Times are microseconds since 1970 in UTC; ids are 16 bytes, big-endian, so that they sort.

-- The registry -------------------------------------------------------------------------------------------------------
CREATE TABLE engagements (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display TEXT NOT NULL,
  prefix TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE agreements (
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  version INTEGER NOT NULL,
  root TEXT NOT NULL,
  in_force_from INTEGER NOT NULL,
  PRIMARY KEY (engagement, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_files (
  engagement INTEGER NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (engagement, version, name),
  FOREIGN KEY (engagement, version) REFERENCES agreements (engagement, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id BLOB PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  display TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE memberships (
  account BLOB NOT NULL REFERENCES accounts (id),
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  role TEXT NOT NULL CHECK (role IN ('member', 'requester', 'auditor')),
  person TEXT NOT NULL,
  PRIMARY KEY (account, engagement)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_engagement ON memberships (engagement, account);

CREATE TABLE sessions (
  secret BLOB PRIMARY KEY,
  account BLOB NOT NULL REFERENCES accounts (id),
  csrf TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE tokens (
  id BLOB PRIMARY KEY,
  secret BLOB NOT NULL UNIQUE,
  account BLOB NOT NULL REFERENCES accounts (id),
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_account ON tokens (account);

CREATE TABLE remembered_answers (
  account BLOB NOT NULL,
  key TEXT NOT NULL,
  request BLOB NOT NULL,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  ticket BLOB NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX remembered_answers_by_age ON remembered_answers (at);

-- The truth ----------------------------------------------------------------------------------------------------------
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  ticket BLOB NOT NULL,
  version INTEGER NOT NULL,
  priority_rank INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_by_ticket ON events (engagement, ticket, version);

-- Read tables: made from the events, in the same transaction ------------------------------------------------------------
-- `newness` is minus the number and `staleness` minus the time of the last change, so that every order is ascending and
-- a page's end can be sought in an index.
CREATE TABLE tickets (
  key INTEGER PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  id BLOB NOT NULL,
  newness INTEGER NOT NULL,
  staleness INTEGER NOT NULL,
  version INTEGER NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  waiting_on TEXT,
  priority TEXT NOT NULL,
  priority_rank INTEGER NOT NULL,
  category TEXT NOT NULL,
  site TEXT NOT NULL,
  party TEXT NOT NULL,
  team TEXT NOT NULL,
  person TEXT NOT NULL,
  accountable TEXT NOT NULL,
  gap INTEGER NOT NULL,
  requester_name TEXT NOT NULL,
  requester_email TEXT NOT NULL,
  requester_vip INTEGER NOT NULL,
  handoff_team TEXT,
  handoff_person TEXT,
  handoff_epoch INTEGER,
  handoff_expires_at INTEGER,
  public_comments INTEGER NOT NULL,
  opened_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX tickets_by_id ON tickets (engagement, id);
CREATE UNIQUE INDEX tickets_newest ON tickets (engagement, newness);
CREATE INDEX tickets_newest_open ON tickets (engagement, newness) WHERE is_open = 1;
CREATE INDEX tickets_updated ON tickets (engagement, is_open, staleness, newness);
CREATE INDEX tickets_urgent ON tickets (engagement, is_open, priority_rank, newness);
CREATE INDEX tickets_of_team ON tickets (engagement, team, is_open, priority_rank, newness);
CREATE INDEX tickets_of_person ON tickets (engagement, person, is_open, priority_rank, newness) WHERE person <> '';
CREATE INDEX tickets_of_requester ON tickets (engagement, requester_email, newness) WHERE requester_email <> '';
CREATE INDEX tickets_offered ON tickets (engagement, handoff_team) WHERE handoff_team IS NOT NULL;
CREATE INDEX tickets_handoff_due ON tickets (handoff_expires_at) WHERE handoff_expires_at IS NOT NULL;

CREATE TABLE workloads (
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  kind TEXT NOT NULL CHECK (kind IN ('team', 'person')),
  name TEXT NOT NULL,
  open INTEGER NOT NULL,
  PRIMARY KEY (engagement, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE external_keys (
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  system TEXT NOT NULL,
  key TEXT NOT NULL,
  ticket BLOB NOT NULL,
  PRIMARY KEY (engagement, system, key)
) STRICT, WITHOUT ROWID;

-- Row n is about tickets.key n. `engagement` holds one word, so that a search never reads another engagement's. What a word is
-- has been decided before: the tokenizer only cuts at blanks.
CREATE VIRTUAL TABLE ticket_words USING fts5 (
  engagement, shared, internal, team,
  tokenize = "ascii tokenchars '_'"
);
