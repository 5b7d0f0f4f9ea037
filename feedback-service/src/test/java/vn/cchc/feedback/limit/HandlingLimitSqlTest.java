package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** What the code calls in time and overdue, the database calls so too. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class HandlingLimitSqlTest {

    private static final String DAYS = "SELECT DATE '2021-01-10' + d FROM generate_series(0, 5) d";

    /** Midnights, and a moment before and after each. */
    private static final String MOMENTS = """
            SELECT timestamptz '2021-01-10 00:00:00+07' + d * interval '1 day' + s * interval '1 second'
            FROM generate_series(0, 6) d, generate_series(-1, 1) s""";

    /** A moment of its own, as a limit within the day would have it, and none, which stands for the end of the day. */
    private static final String OWN_MOMENTS = "SELECT timestamptz '2021-01-12 10:30:00+07' UNION ALL SELECT NULL";

    @Test
    void bothAgreeOnEveryOrderOfTheMoments() throws SQLException {
        String dueAt = HandlingLimit.dueAtSql("due_at", "due_on");
        String sql = """
                SELECT due_on, due_at, now, paused_since, %s, %s, %s
                FROM (%s) due (due_on), (%s) own (due_at), (%s) moment (now), (%s UNION ALL SELECT NULL) pause (paused_since)
                """.formatted(
                        dueAt,
                        HandlingLimit.inTimeSql("now", dueAt),
                        HandlingLimit.overdueSql(dueAt, "paused_since", "now"),
                        DAYS,
                        OWN_MOMENTS,
                        MOMENTS,
                        DAYS);
        int overdue = 0;
        int rows = 0;
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                LocalDate dueOn = row.getObject(1, LocalDate.class);
                OffsetDateTime own = row.getObject(2, OffsetDateTime.class);
                Instant due = own == null ? HandlingLimit.endOf(dueOn) : own.toInstant();
                Instant now = row.getObject(3, OffsetDateTime.class).toInstant();
                LocalDate pausedSince = row.getObject(4, LocalDate.class);
                String moments = "due " + due + ", now " + now + ", paused since " + pausedSince;
                assertThat(row.getObject(5, OffsetDateTime.class).toInstant())
                        .as(moments)
                        .isEqualTo(due);
                assertThat(row.getBoolean(6)).as(moments).isEqualTo(HandlingLimit.inTime(now, due));
                assertThat(row.getBoolean(7)).as(moments).isEqualTo(HandlingLimit.overdue(due, pausedSince, now));
                overdue += row.getBoolean(7) ? 1 : 0;
                rows++;
            }
        }
        assertThat(rows).isEqualTo(6 * 2 * 21 * 7);
        assertThat(overdue).isBetween(1, rows - 1);
    }
}
