-- Tasks from before. Plans are issued and changed meanwhile; the tree of authorities stays as it is.
INSERT INTO task_listing
    SELECT l.* FROM task t CROSS JOIN LATERAL listed_task(t) l WHERE NOT t.heading
    ON CONFLICT (task_id) DO NOTHING;
