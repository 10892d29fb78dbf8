-- The texts that the life of an agreement names by their hashes (SHA-256 as 64 small letters and digits): drafts, what was
-- proposed, what was signed. The life itself is among the events, where the engagement's agreement has 16 zero bytes in
-- the place of a ticket's id.
CREATE TABLE agreement_texts (
  engagement INTEGER NOT NULL REFERENCES engagements (id),
  hash TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (engagement, hash)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER agreement_texts_stay BEFORE DELETE ON agreement_texts
BEGIN
  SELECT RAISE(ABORT, 'texts of agreements are never deleted');
END;
CREATE TRIGGER agreement_texts_stay_as_written BEFORE UPDATE ON agreement_texts
BEGIN
  SELECT RAISE(ABORT, 'texts of agreements stay as they were written');
END;
