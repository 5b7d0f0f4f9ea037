-- A request sent again is answered with what it made or changed, as it is now: its id is kept, and no view of it. The columns
-- body and etag are of the version before; a later migration drops them.
ALTER TABLE idempotency_key ADD COLUMN subject uuid;
