package vn.cchc.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseAtStartTest {

    @Test
    void the_reason_to_wait_is_one_line_that_names_the_host() {
        Throwable failure = new IllegalStateException(
                "Unable to obtain connection from database",
                new SQLException(
                        "The connection attempt failed.\n  Try again", "08001", new UnknownHostException("plan-db")));

        assertThat(DatabaseAtStart.reason(failure))
                .isEqualTo("java.sql.SQLException: The connection attempt failed. Try again,"
                        + " caused by java.net.UnknownHostException: plan-db");
    }

    @Test
    void a_failure_without_an_error_of_the_database_is_named_by_its_cause() {
        assertThat(DatabaseAtStart.reason(new IllegalStateException("a", new IllegalStateException("b"))))
                .isEqualTo("java.lang.IllegalStateException: b");
    }
}
