-- All that a dump must bring back: rows of every table by a digest, sequences, definitions, owners, rights, extensions.
\set ON_ERROR_STOP on
\pset format unaligned
\pset tuples_only on
SELECT format('SELECT %L, count(*), md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text COLLATE "C"), '''')) FROM %I.%I t', relname, nspname, relname)
FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
WHERE nspname = 'public' AND relkind IN ('r', 'm') ORDER BY relname COLLATE "C"
\gexec
SELECT 'sequence', sequencename, last_value, increment_by FROM pg_sequences ORDER BY sequencename COLLATE "C";
SELECT 'relation', relname, relkind, pg_get_userbyid(relowner), relacl, reloptions
FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY relname COLLATE "C";
SELECT 'column', table_name, column_name, data_type, is_nullable, column_default, generation_expression, collation_name
FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name COLLATE "C", column_name COLLATE "C";
SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname COLLATE "C";
-- Without parentheses: a condition with BETWEEN has fewer of them once it was dumped and restored.
SELECT 'constraint', conrelid::regclass, conname, convalidated, translate(pg_get_constraintdef(oid), '()', '')
FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text COLLATE "C", conname COLLATE "C";
SELECT 'trigger', tgrelid::regclass, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgrelid::regclass::text COLLATE "C", tgname COLLATE "C";
SELECT 'function', p.oid::regprocedure, pg_get_userbyid(proowner), md5(prosrc), proacl FROM pg_proc p
WHERE pronamespace = 'public'::regnamespace ORDER BY p.oid::regprocedure::text COLLATE "C";
SELECT 'view', viewname, md5(definition) FROM pg_views WHERE schemaname = 'public' ORDER BY viewname COLLATE "C";
SELECT 'extension', extname, extversion, pg_get_userbyid(extowner), extnamespace::regnamespace FROM pg_extension ORDER BY extname COLLATE "C";
SELECT 'schema', nspname, pg_get_userbyid(nspowner), nspacl FROM pg_namespace WHERE nspname = 'public';
SELECT 'database', pg_get_userbyid(datdba), datacl, pg_encoding_to_char(encoding), datlocprovider, datlocale FROM pg_database WHERE datname = current_database();
SELECT 'role', rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY rolname COLLATE "C";
