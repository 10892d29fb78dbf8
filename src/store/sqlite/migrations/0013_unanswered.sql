-- What was done on a ticket without authority and is not acknowledged, as the queue tells it and is asked for it: of the
-- one that waits longest since when, what, by whom and who has to answer; and how many there are. The program fills them
-- in from the events.
ALTER TABLE tickets ADD COLUMN unanswered_since INTEGER;
ALTER TABLE tickets ADD COLUMN unanswered_name TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN unanswered_by TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN unanswered_asked TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN unanswered_count INTEGER NOT NULL DEFAULT 0;
CREATE INDEX tickets_unanswered ON tickets (engagement, unanswered_since) WHERE unanswered_since IS NOT NULL;
