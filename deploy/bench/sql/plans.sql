-- Plans by number, for pgbench.
CREATE TABLE bench_plan AS
SELECT row_number() OVER (ORDER BY a.code) AS number, p.id, p.authority_id
FROM plan p JOIN authority a ON a.id = p.authority_id
WHERE a.code LIKE 'BENCH-%';
ALTER TABLE bench_plan ADD PRIMARY KEY (number);
ALTER TABLE bench_plan OWNER TO plan;
