-- What the queue tells of a ticket and is asked for: its kind, the whole that it is part of, since when it is a major
-- incident, and of a vendor case the vendor and the next chase. The program fills them in from the events.
ALTER TABLE tickets ADD COLUMN kind TEXT NOT NULL DEFAULT 'incident';
ALTER TABLE tickets ADD COLUMN part_of BLOB;
ALTER TABLE tickets ADD COLUMN major_since INTEGER;
ALTER TABLE tickets ADD COLUMN vendor TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN chase_at INTEGER;
CREATE INDEX tickets_of_kind ON tickets (engagement, kind, is_open, priority_rank, newness) WHERE kind <> 'incident';
CREATE INDEX tickets_of_vendor ON tickets (engagement, vendor, is_open, priority_rank, newness) WHERE vendor <> '';
CREATE INDEX tickets_major ON tickets (engagement, major_since) WHERE major_since IS NOT NULL;
CREATE INDEX tickets_part_of ON tickets (engagement, part_of) WHERE part_of IS NOT NULL;
CREATE INDEX tickets_to_chase ON tickets (engagement, chase_at) WHERE chase_at IS NOT NULL;

-- The register of VIPs, with those who are in it no more. Not a read table: no ticket's event tells of it.
CREATE TABLE vips (
  id BLOB PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  added_account BLOB,
  added_person TEXT NOT NULL,
  added_display TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_account BLOB,
  removed_person TEXT,
  removed_display TEXT,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX vips_by_name ON vips (engagement, name, id);
CREATE UNIQUE INDEX vips_in_force ON vips (engagement, email) WHERE removed_at IS NULL;

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
