package vn.cchc.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "22P02, UNPROCESSABLE", // invalid text representation
        "23503, UNPROCESSABLE", // foreign key violation
        "08006, OUTAGE", // connection failure
        "57P01, OUTAGE", // admin shutdown
        "53300, OUTAGE", // too many connections
        "40001, OUTAGE", // serialization failure
        "55P03, OUTAGE", // lock not available
        ", OUTAGE" // the pool gave none in time
    })
    void a_database_error_is_judged_by_its_sqlstate(String state, Failure failure) {
        assertThat(Failure.of(new IllegalStateException(new SQLException("reason", state))))
                .isEqualTo(failure);
    }

    @Test
    void an_unreadable_event_is_unprocessable_however_deep() {
        assertThat(Failure.of(new IllegalStateException(new UnreadableEvent("no", null))))
                .isEqualTo(Failure.UNPROCESSABLE);
    }

    @Test
    void anything_else_is_unexpected() {
        assertThat(Failure.of(new NullPointerException())).isEqualTo(Failure.UNEXPECTED);
    }
}
