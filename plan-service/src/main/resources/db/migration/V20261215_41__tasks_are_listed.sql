-- The listing of a task, also of one that a replica of the version before writes. What a task is about often stands in the headings above
-- it, which are written before it.
CREATE FUNCTION listed_task(t task) RETURNS task_listing LANGUAGE sql STABLE AS $$
    SELECT t.id, t.plan_id, t.authority_id, CAST(NULL AS uuid[]), t.year, t.seq, t.code, t.lead_unit_id,
        searchable_words(concat_ws(' ', t.printed_code, t.code, t.title, t.lead_text,
            (SELECT string_agg(concat_ws(' ', party ->> 'text', party ->> 'unitCode'), ' ')
             FROM jsonb_array_elements(t.leads || t.coordinating) party),
            array_to_string(t.products, ' '), t.timing_text,
            (SELECT string_agg(cell ->> 'text', ' ') FROM jsonb_array_elements(t.other_cells) cell),
            (WITH RECURSIVE above AS (
                SELECT h.parent_id, h.title FROM task h WHERE h.id = t.parent_id
                UNION ALL SELECT h.parent_id, h.title FROM above JOIN task h ON h.id = above.parent_id)
             SELECT string_agg(title, ' ') FROM above)))
$$;
CREATE FUNCTION list_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO task_listing SELECT l.* FROM listed_task(NEW) l;
    RETURN NULL;
END
$$;
CREATE TRIGGER tr_task_listed AFTER INSERT ON task FOR EACH ROW WHEN (NOT NEW.heading) EXECUTE FUNCTION list_task();
ALTER TABLE task_listing ADD CONSTRAINT fk_task_listing_task_id FOREIGN KEY (task_id) REFERENCES task (id) ON DELETE CASCADE;
