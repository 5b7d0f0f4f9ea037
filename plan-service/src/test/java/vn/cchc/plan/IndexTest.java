package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.database.InIndexOrder;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.QueryPlan;
import vn.cchc.platform.testing.StatementLog;

/**
 * That lists of few milestones stay fast among many: the statements really issued are explained over 10,000 milestones of one
 * commune, one in ten of which has moved.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class IndexTest {

    private static final UUID LOWEST = new UUID(0, 0);

    /** Accepted, so that nothing is counted anew. */
    private static final String MILESTONES = """
            INSERT INTO milestone (id, version, plan_id, authority_id, task_id, rule_id, unit_id, year, rule_kind, occurrence, label,
                state, due_on, work_on, due_calendar, due_provisional, due_moved_from, work_moved_from, basis_kind, basis_day,
                basis_inclusive, submitted_on, accepted_on, changed_at)
            SELECT gen_random_uuid(), 0, plan_id, authority_id, task_id, rule_id, unit_id, year, rule_kind, 'n' || n, label,
                'ACCEPTED', day, day, due_calendar, n %% 10 = 1, CASE WHEN n %% 20 = 2 THEN day - 1 END,
                CASE WHEN n %% 20 = 12 THEN day - 1 END, basis_kind, day, basis_inclusive, day, day, changed_at
            FROM milestone CROSS JOIN LATERAL (SELECT n, DATE '2021-01-01' + n AS day FROM generate_series(1, 10000) n) one
            WHERE id = '%s'""";

    private Commune commune;

    @BeforeEach
    void fill() throws SQLException {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
        String one = commune.issueRealPlan().milestone(22, "2021-01");
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            statement.execute(MILESTONES.formatted(one));
            statement.execute("VACUUM ANALYZE milestone, task");
        }
    }

    @ParameterizedTest
    @CsvSource({"moved, ix_milestone_moved", "provisional, ix_milestone_provisional"})
    void a_page_of_what_has_moved_or_may_move_is_read_from_its_own_index(String filter, String index)
            throws SQLException {
        String list = "/api/v1/milestones?limit=50&" + filter + "=true";
        String cursor = commune.asLeader().get(list).path("next");
        StatementLog.forget();
        commune.asLeader()
                .get(list + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items", hasSize(50))
                .body("next", notNullValue());

        assertThat(StatementLog.all()).hasSize(2);
        QueryPlan plan = QueryPlan.kept(
                InIndexOrder.SETTINGS,
                StatementLog.of("milestone"),
                commune.id(),
                LocalDate.parse("2030-01-01"),
                LOWEST);

        assertThat(plan.json())
                .contains("\"Index Scan\"", "\"" + index + "\"")
                .doesNotContain("\"Sort\"", "\"Incremental Sort\"", "Rows Removed by Filter");
        assertThat(plan.has("Seq Scan", "milestone")).isFalse();
        // Of each of the 51 its own page, and three of its task.
        assertThat(plan.buffers()).isLessThanOrEqualTo(51 * 4 + 10);
    }
}
