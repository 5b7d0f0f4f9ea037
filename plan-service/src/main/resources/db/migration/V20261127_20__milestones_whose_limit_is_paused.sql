-- Since when the limit of the feedback that a milestone stands for is paused. Those whose feedback waits at this moment learn of
-- it with its next event; no policy that comes with feedback-service pauses.
ALTER TABLE milestone ADD COLUMN paused_since date;
