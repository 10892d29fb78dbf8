-- Which ticket is the task to arrange cover for a leave: one for each, and once there is one, it stays. Not a read table:
-- the ticket knows its leave from its events, and this is the leave's side of it.
CREATE TABLE leave_covers (
  leave BLOB PRIMARY KEY REFERENCES leave (id),
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  ticket BLOB NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE TRIGGER leave_cover_stays BEFORE DELETE ON leave_covers
BEGIN
  SELECT RAISE(ABORT, 'which task arranges cover for a leave is never deleted');
END;
CREATE TRIGGER leave_cover_stays_as_it_is BEFORE UPDATE ON leave_covers
BEGIN
  SELECT RAISE(ABORT, 'which task arranges cover for a leave stays as it is');
END;

-- Who was told of one event, and whether they have read it.
CREATE INDEX notices_of_ticket ON notices (engagement, ticket, version);
