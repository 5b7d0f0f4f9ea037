package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestCalendars;
import vn.cchc.platform.testing.TestTokens;

/** Migrations go forward over data, and the database holds what it can hold. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MigrationTest {

    @Inject
    WorkingCalendars calendars;

    /** A table of working days of the version before. */
    private static final String TABLE =
            "INSERT INTO working_calendar (version, published_on, body) VALUES ('%1$s', '%2$s',"
                    + " '{\"version\": \"%1$s\", \"publishedOn\": \"%2$s\"}')";

    private final String schema = "m" + UUID.randomUUID().toString().replace("-", "");

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(LocalServers.jdbcUrl(), "postgres", null)
                .schemas(schema)
                .locations("db/platform", "db/migration")
                .target(target)
                .load();
    }

    private void run(String sql) throws SQLException {
        run(schema, sql);
    }

    private static void run(String path, String sql) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + path);
            statement.execute(sql);
        }
    }

    /** What the version before writes afterwards, which knows nothing of paths, moves them too. */
    @Test
    void authorities_and_plans_of_an_older_version_stand_in_the_tree_and_follow_it() throws SQLException {
        UUID authority = UUID.randomUUID();
        UUID plan = UUID.randomUUID();
        UUID district = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        flyway("20261125.16").migrate();
        run(beforeTheJournal(authority, plan, UUID.randomUUID(), UUID.randomUUID()));
        for (UUID above : List.of(district, another)) {
            run(
                    "INSERT INTO authority VALUES ('%1$s', 0, '%1$s', 'UBND huyện', 'DISTRICT', NULL, 'X', false, '2016-07-01', NULL, now())"
                            .formatted(above));
        }
        String beneath = "UPDATE authority SET parent_id = '%s' WHERE id = '" + authority + "'";
        run(beneath.formatted(district));

        flyway("latest").migrate();

        assertThat(paths(plan)).isEqualTo("UBND xã {%1$s} {%1$s} {%1$s}".formatted(district));

        run(beneath.formatted(another));

        assertThat(paths(plan)).isEqualTo("UBND xã {%1$s} {%1$s} {%1$s}".formatted(another));
    }

    private String paths(UUID plan) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + schema);
            try (ResultSet row = statement.executeQuery("""
                    SELECT concat_ws(' ', a.name, t.path, p.authority_path, m.authority_path)
                    FROM plan p JOIN authority a ON a.id = p.authority_id JOIN authority_tree t ON t.id = a.id
                        JOIN milestone m ON m.plan_id = p.id
                    WHERE p.id = '%s'""".formatted(plan))) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Else each slice of a file would cost the decompression of all of it. */
    @Test
    void contents_of_files_lie_uncompressed_in_chunks() throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT attstorage FROM pg_attribute"
                        + " WHERE attrelid = 'evidence_file'::regclass AND attname = 'content'")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("e");
        }
    }

    /** The one in force stays in force; one that was not does not come into force by the upgrade. */
    @Test
    void tables_of_working_days_that_were_written_by_hand_stay_as_they_were() throws SQLException {
        flyway("20261128.10").migrate();
        run(TABLE.formatted("TINH-1", "2026-10-01"));
        run(TABLE.formatted("VN-2026.1", "2026-11-23"));
        run(TABLE.formatted("TINH-2", "2026-11-25"));

        flyway("latest").migrate();

        assertThat(tables()).isEqualTo("TINH-10false TINH-20true VN-2026.10false");
    }

    /** Else none of the program's later tables would ever come into force. */
    @Test
    void the_programs_table_that_was_in_force_is_not_one_that_was_written_by_hand() throws SQLException {
        flyway("20261128.10").migrate();
        run(TABLE.formatted("TINH-1", "2026-10-01"));
        run(TABLE.formatted("VN-2026.1", "2026-11-23"));

        flyway("latest").migrate();

        assertThat(tables()).isEqualTo("TINH-10false VN-2026.10false");
    }

    private String tables() throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT string_agg(version || revision || by_hand, ' ' ORDER BY version) FROM " + schema
                                + ".working_calendar")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void an_administrators_table_stays_in_force_and_a_due_day_that_was_counted_with_it_names_it() throws SQLException {
        flyway("20261125.16").migrate();
        UUID milestone = UUID.randomUUID();
        run(beforeTheJournal(UUID.randomUUID(), UUID.randomUUID(), milestone, UUID.randomUUID()));
        run(TestCalendars.writtenByHand(TestCalendars.withDayOff("TINH-1", LocalDate.of(2021, 2, 25))));

        flyway("latest").migrate();
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT due_calendar, due_on, work_on FROM " + schema
                        + ".milestone WHERE id = '" + milestone + "'")) {
            row.next();
            assertThat(List.of(row.getString(1), row.getString(2), row.getString(3)))
                    .containsExactly("TINH-1", "2021-02-27", "2021-02-26");
            assertThat(TestCalendars.startWith(schema)).isFalse();
            assertThat(calendars.current().version()).isEqualTo("TINH-1");
        } finally {
            TestCalendars.restore();
        }
    }

    @Test
    void the_history_of_milestones_and_plans_is_readable_after_it_has_moved_into_the_journal() throws SQLException {
        flyway("20261125.16").migrate();
        UUID authority = UUID.randomUUID();
        UUID plan = UUID.randomUUID();
        UUID milestone = UUID.randomUUID();
        UUID report = UUID.randomUUID();
        run(beforeTheJournal(authority, plan, milestone, report));

        flyway("latest").migrate();
        // The service reads its own schema.
        run("public", moved("authority", "plan_import", "plan", "task", "task_rule", "milestone", "journal"));

        var leader = Commune.as(TestTokens.leader(authority));
        leader.get("/api/v1/milestones/" + milestone)
                .then()
                .statusCode(200)
                .body("history.what", contains("planned", "reassigned", "accepted", "returned"))
                .body("history.from", contains(null, "OPEN", "OPEN", "ACCEPTED"))
                .body("history.to", contains("OPEN", "OPEN", "ACCEPTED", "RETURNED"))
                .body("history.by", contains("Leader", "feedback-service", "reporting-service", "reporting-service"))
                .body("history[2].at", equalTo("2021-02-26T15:00:00.5+07:00"))
                .body("history[3].reason", equalTo("Cấp trên trả lại báo cáo"));
        Commune.as(TestTokens.leader(authority))
                .get("/api/v1/milestones/" + milestone + "/changes")
                .then()
                .statusCode(200)
                .body("items.what", contains("planned", "redated", "accepted", "returned"))
                .body("items.sequence", contains(1, 2, 3, 4))
                .body("items.to", contains("OPEN", "OPEN", "ACCEPTED", "RETURNED"))
                .body("items.reconstructed", contains(true, true, true, true));
        Commune.as(TestTokens.leader(authority))
                .get("/api/v1/plans/" + plan + "/changes")
                .then()
                .statusCode(200)
                .body("items.what", contains("issued"))
                .body("items[0].actor", equalTo("Leader"))
                .body("items[0].at", equalTo("2020-12-24T08:00:00+07:00"));
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT j.state ->> 'label', j.state ->> 'occurredAt', j.epoch,"
                        + " m.fact_at = '2021-03-01T09:00:00+07:00', j.detail::text LIKE '%trả lại%' FROM journal j JOIN milestone m ON m.id = j.id"
                        + " WHERE j.id = '" + milestone + "' ORDER BY j.sequence DESC LIMIT 1")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("Quý I");
            assertThat(row.getString(2)).isEqualTo("2021-03-01T09:00:00.000000+07:00");
            assertThat(row.getInt(3)).isZero();
            assertThat(row.getBoolean(4)).isTrue();
            assertThat(row.getBoolean(5)).as("the reason is told once").isFalse();
        }
    }

    @Test
    void findings_that_a_former_version_has_kept_are_shown_in_the_words_of_then() throws SQLException {
        flyway("20261125.16").migrate();
        UUID authority = UUID.randomUUID();
        UUID plan = UUID.randomUUID();
        UUID draft = UUID.randomUUID();
        run(beforeTheJournal(authority, plan, UUID.randomUUID(), UUID.randomUUID()));
        run("""
                INSERT INTO plan_finding VALUES
                    ('%1$s', 0, 'LEAD_MISSING', '{5}', 'Việc 5 chưa có ai', 'Nobody has task 5', '{}'),
                    ('%1$s', 1, 'UNIT_UNKNOWN', '{2,6}', 'Không biết "Đoàn"', '"Đoàn" is unknown', '{"text": "Đoàn"}'),
                    ('%1$s', 2, 'ISSUER_DIFFERS', '{}', 'Ghi khác', 'Printed otherwise', '{"printed": "X", "authority": "Y"}');
                INSERT INTO plan_import VALUES ('%2$s', 0, '%3$s', '58/KH-UBND', 2021, 'DISCARDED',
                    '{"format": "cchc-plan-document/1", "areas": [], "annex": [], "header": {"number": "58/KH-UBND",
                      "title": "Nháp", "issuer": "X", "signedOn": "2020-12-24", "year": 2021}}',
                    '{"summary": {"rows": 1, "headings": 0, "tasks": 1, "milestones": 0, "targets": 0, "findings": 1,
                      "computed": {"amount": 0, "currency": "VND"}}, "rows": [],
                      "findings": [{"code": "TIMING_MISSING", "rows": [8], "figures": {},
                        "text": {"vi": "Việc 8 chưa có hạn", "en": "Task 8 has no day"}}]}',
                    '2020-12-24T07:00:00+07:00', 'clerk', 'Clerk', NULL);
                """.formatted(plan, draft, authority));

        flyway("latest").migrate();
        run("public", moved("authority", "plan_import", "plan", "plan_finding"));

        Commune.as(TestTokens.leader(authority))
                .get("/api/v1/plans/" + plan + "/findings")
                .then()
                .statusCode(200)
                .body("items.text.vi", contains("Ghi khác", "Không biết \"Đoàn\"", "Việc 5 chưa có ai"))
                .body("items.severity", contains("ERROR", "WARNING", "WARNING"))
                .body("items[0].cells", equalTo(List.of(Map.of("column", "ISSUER"))))
                .body("items[1].cells", equalTo(List.of(Map.of("row", 2), Map.of("row", 6))))
                .body("items[2].cells", equalTo(List.of(Map.of("row", 5, "column", "LEAD"))));
        Commune.as(TestTokens.leader(authority))
                .get("/api/v1/plan-imports/" + draft)
                .then()
                .statusCode(200)
                .body("findings.text.en", contains("Task 8 has no day"))
                .body("findings.severity", contains("WARNING"))
                .body("findings[0].cells", equalTo(List.of(Map.of("row", 8, "column", "TIMING"))));
    }

    /** Beside this version or after a step back. */
    @Test
    void findings_that_this_version_keeps_can_be_shown_by_the_former_one() throws SQLException {
        var plan = Commune.create().issueRealPlan().planId();

        String reading = "jsonb_path_query_array(i.reading, '$.findings[*].text.vi')";
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT jsonb_agg(f.text_vi ORDER BY f.position) = " + reading
                        + ", bool_and(f.text_vi <> '' AND f.text_en <> ''), jsonb_array_length(" + reading + ") > 10"
                        + " FROM plan_finding f JOIN plan_import i ON i.plan_id = f.plan_id WHERE f.plan_id = '" + plan
                        + "' GROUP BY i.id")) {
            row.next();
            assertThat(List.of(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                    .containsOnly(true);
        }
    }

    /** What the version before the journal has kept of a plan with one milestone. */
    private static String beforeTheJournal(UUID authority, UUID plan, UUID milestone, UUID report) {
        UUID draft = UUID.randomUUID();
        UUID task = UUID.randomUUID();
        UUID rule = UUID.randomUUID();
        return """
                INSERT INTO authority VALUES ('%1$s', 0, '%1$s', 'UBND xã', 'COMMUNE', NULL, 'X', false, '2016-07-01', NULL, now());
                INSERT INTO plan_import VALUES ('%5$s', 1, '%1$s', '57/KH-UBND', 2021, 'ISSUED',
                    '{"format": "cchc-plan-document/1", "areas": [], "annex": [], "header": {"number": "57/KH-UBND",
                      "title": "Kế hoạch", "issuer": "UBND xã", "signedOn": "2020-12-24", "year": 2021}}', '{}',
                    '2020-12-24T07:00:00+07:00', 'clerk', 'Clerk', '%2$s');
                INSERT INTO plan VALUES ('%2$s', 0, '%1$s', '%5$s', '57/KH-UBND', 2021, 'Kế hoạch', 'UBND xã', NULL, '2020-12-24',
                    NULL, '{}', '{}', '{}', '[]', '[]', '{}', 'ISSUED', '2020-12-24', '2020-12-24T08:00:00+07:00', 'leader',
                    'Leader');
                INSERT INTO task VALUES ('%6$s', 0, '%2$s', '%1$s', 2021, NULL, 1, 1, false, '1', '1', 'Báo cáo', NULL, NULL, NULL,
                    '[]', '[]', '{}', NULL, '{}', NULL, '{}');
                INSERT INTO task_rule VALUES ('%7$s', '%6$s', '%2$s', '%1$s', 2021, 0, 'REPORT_SCHEDULE', 'Quý I');
                INSERT INTO milestone (id, version, plan_id, authority_id, task_id, rule_id, year, rule_kind, occurrence, label,
                    state, due_on, work_on, basis_kind, basis_day, basis_inclusive, submitted_on, reason, fact_kind, fact_id,
                    fact_version, fact_state, changed_at)
                VALUES ('%3$s', 3, '%2$s', '%1$s', '%6$s', '%7$s', 2021, 'REPORT_SCHEDULE', '2021-Q1', 'Quý I', 'RETURNED',
                    '2021-02-27', '2021-02-26', 'BEFORE', '2021-02-28', false, '2021-02-26', 'Cấp trên trả lại báo cáo',
                    'REPORT', '%4$s', 4, 'RETURNED', '2021-03-01T09:00:00+07:00');
                INSERT INTO milestone_change VALUES
                    ('%3$s', 0, NULL, 'OPEN', 'planned', NULL, '2020-12-24T08:00:00+07:00', 'leader', 'Leader'),
                    ('%3$s', 1, 'OPEN', 'OPEN', 'reassigned', NULL, '2021-01-24T08:00:00+07:00', 'service:feedback-service',
                        'feedback-service'),
                    ('%3$s', 2, 'OPEN', 'ACCEPTED', 'accepted', NULL, '2021-02-26T15:00:00.5+07:00',
                        'service:reporting-service', 'reporting-service'),
                    ('%3$s', 3, 'ACCEPTED', 'RETURNED', 'returned', 'Cấp trên trả lại báo cáo', '2021-03-01T09:00:00+07:00',
                        'service:reporting-service', 'reporting-service');
                INSERT INTO report_fact (id, authority_id, version, milestone_id, period, state, occurred_at)
                VALUES ('%4$s', '%1$s', 4, '%3$s', '2021-Q1', 'RETURNED', '2021-03-01T09:00:00+07:00');
                """.formatted(authority, plan, milestone, report, draft, task, rule);
    }

    /** Statements that copy tables into the schema of the service, without what the database generates. */
    private String moved(String... tables) {
        return Stream.of(tables).map(table -> """
                        DO $$ DECLARE columns text; BEGIN
                            SELECT string_agg(quote_ident(column_name), ',') INTO columns FROM information_schema.columns
                            WHERE table_schema = '%1$s' AND table_name = '%2$s' AND is_generated = 'NEVER'
                                AND is_identity = 'NO';
                            EXECUTE 'INSERT INTO public.%2$s (' || columns || ') SELECT ' || columns || ' FROM %1$s.%2$s';
                        END $$;""".formatted(schema, table)).collect(Collectors.joining());
    }

    @Test
    void the_database_refuses_what_would_break_an_invariant() {
        flyway("latest").migrate();
        String authority =
                "INSERT INTO authority VALUES (gen_random_uuid(), 0, '%s', 'UBND', '%s', NULL, 'X', false, '2016-07-01', %s, now())";

        assertThatThrownBy(() -> run(authority.formatted("A", "WARD", "NULL")))
                .hasMessageContaining("ck_authority_level");
        assertThatThrownBy(() -> run(authority.formatted("A", "COMMUNE", "'2010-01-01'")))
                .hasMessageContaining("ck_authority_validity");
        assertThatThrownBy(() -> run(authority.formatted("A", "COMMUNE", "NULL") + ";"
                        + authority.formatted("A", "COMMUNE", "NULL")))
                .hasMessageContaining("uq_authority_code");
    }
}
