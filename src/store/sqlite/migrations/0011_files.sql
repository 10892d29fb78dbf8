-- What is in the files on tickets, each content once, under its SHA-256 (64 small letters and digits). The files themselves
-- are among the events. Contents are not made from anything: a rebuild leaves them as they are.
CREATE TABLE file_contents (
  key INTEGER PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  hash TEXT NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (engagement, hash)
) STRICT;

-- Which files have which content: a read table, without the files that were removed.
CREATE TABLE files (
  ticket INTEGER NOT NULL REFERENCES tickets (key),
  number INTEGER NOT NULL,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  hash TEXT NOT NULL,
  PRIMARY KEY (ticket, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_by_content ON files (engagement, hash);
