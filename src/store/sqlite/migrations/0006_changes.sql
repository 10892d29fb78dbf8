-- Planned changes, one row for a ticket that is one: a read table, made from the events. What is touched is lists of
-- names with a line break between. `is_live`: it may still happen, or runs.
CREATE TABLE changes (
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  ticket BLOB NOT NULL,
  number INTEGER NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  phase TEXT NOT NULL,
  is_live INTEGER NOT NULL,
  risk TEXT NOT NULL,
  window_from INTEGER NOT NULL,
  window_to INTEGER NOT NULL,
  party TEXT NOT NULL,
  team TEXT NOT NULL,
  person TEXT NOT NULL,
  activity TEXT NOT NULL,
  decision TEXT NOT NULL,
  sites TEXT NOT NULL,
  asset_classes TEXT NOT NULL,
  assets TEXT NOT NULL,
  PRIMARY KEY (engagement, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_live ON changes (engagement, window_from, number) WHERE is_live = 1;
CREATE INDEX changes_by_end ON changes (engagement, window_to);
