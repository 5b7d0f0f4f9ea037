-- Why a sender has taken a feedback back stands in their own words in the journal's reason. It belongs where all else stands that
-- a sender has sent: in the detail, which can be erased. The reason is what staff type.
UPDATE journal
SET detail = coalesce(detail, '{}') || jsonb_build_object('reason', reason), reason = NULL
WHERE kind = 'feedback' AND type = 'vn.cchc.feedback.withdrawn.v1' AND actor IS NULL AND reason IS NOT NULL;

-- The table of before, which nobody reads any more, has kept the same words.
UPDATE feedback_change SET note = NULL WHERE note IS NOT NULL;
