package vn.cchc.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesByCoresTest {

    @ParameterizedTest
    @CsvSource({"1, 4, 6", "2, 4, 6", "4, 8, 12", "8, 16, 24", "64, 16, 24"})
    void pools_follow_the_cores_within_bounds(int cores, String connections, String workers) {
        SizesByCores sizes = new SizesByCores(cores);

        assertThat(sizes.getValue("quarkus.datasource.jdbc.max-size")).isEqualTo(connections);
        assertThat(sizes.getValue("quarkus.thread-pool.max-threads")).isEqualTo(workers);
    }
}
