package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** What the code calls in time and overdue, the database calls so too. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class HandlingLimitSqlTest {

    private static final String DAYS = "(SELECT DATE '2021-01-10' + d AS %1$s FROM generate_series(0, 5) d) %1$s_days";

    @Test
    void bothAgreeOnEveryOrderOfTheDays() throws SQLException {
        String sql =
                "SELECT due_on, today, paused_since, %s, %s FROM %s, %s, (%s UNION ALL SELECT NULL) p (paused_since)"
                        .formatted(
                                HandlingLimit.inTimeSql("today", "due_on"),
                                HandlingLimit.overdueSql("due_on", "paused_since", "today"),
                                DAYS.formatted("due_on"),
                                DAYS.formatted("today"),
                                "SELECT DATE '2021-01-10' + d FROM generate_series(0, 5) d");
        int overdue = 0;
        int rows = 0;
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                LocalDate dueOn = row.getObject(1, LocalDate.class);
                LocalDate today = row.getObject(2, LocalDate.class);
                LocalDate pausedSince = row.getObject(3, LocalDate.class);
                String days = "due " + dueOn + ", today " + today + ", paused since " + pausedSince;
                assertThat(row.getBoolean(4)).as(days).isEqualTo(HandlingLimit.inTime(today, dueOn));
                assertThat(row.getBoolean(5)).as(days).isEqualTo(HandlingLimit.overdue(dueOn, pausedSince, today));
                overdue += row.getBoolean(5) ? 1 : 0;
                rows++;
            }
        }
        assertThat(rows).isEqualTo(6 * 6 * 7);
        assertThat(overdue).isBetween(1, rows - 1);
    }
}
