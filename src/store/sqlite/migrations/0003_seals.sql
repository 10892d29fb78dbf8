-- What was signed, as SHA-256 of the texts and of their compiled form. NULL: adopted before it was kept.

ALTER TABLE agreements ADD COLUMN texts_hash BLOB;
ALTER TABLE agreements ADD COLUMN compiled_hash BLOB;
ALTER TABLE agreements ADD COLUMN compiled_format INTEGER;
