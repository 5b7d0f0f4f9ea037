-- When a service that tells facts has lost some, the evidence that was made of them is looked for.
CREATE INDEX ix_evidence_source_id ON evidence (source_id) WHERE source_id IS NOT NULL;
