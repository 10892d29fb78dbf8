-- When time next does something to a ticket. Not a read table: the agreement has a say in it, so it is not made from the
-- events alone; whoever changes a ticket, the agreement or leave says it anew.
CREATE TABLE timers (
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  ticket BLOB NOT NULL,
  due_at INTEGER NOT NULL,
  PRIMARY KEY (engagement, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_by_due ON timers (due_at);

INSERT INTO timers (engagement, ticket, due_at)
SELECT engagement, id, handoff_expires_at FROM tickets WHERE handoff_expires_at IS NOT NULL;

DROP INDEX tickets_handoff_due;
ALTER TABLE tickets DROP COLUMN handoff_epoch;
ALTER TABLE tickets DROP COLUMN handoff_expires_at;
