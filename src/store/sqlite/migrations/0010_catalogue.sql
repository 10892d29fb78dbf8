-- The request catalogue: forms, each as its record (src/record/form_record.h), with what it is found by beside it.
CREATE TABLE forms (
  id BLOB PRIMARY KEY,
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  title TEXT NOT NULL,
  record TEXT NOT NULL,
  changed_account BLOB,
  changed_person TEXT NOT NULL,
  changed_display TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX forms_by_engagement ON forms (engagement, title, id);
