package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.database.FoldingMigration;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.text.VietnameseText;

/** Which texts the database finds and which texts Java folds otherwise are the same. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class FoldingMigrationTest {

    /** PostgreSQL stores neither NUL nor surrogates. */
    private static final String FOUND = """
            SELECT point FROM generate_series(1, 1114111) AS point
            WHERE point NOT BETWEEN 55296 AND 57343 AND 'a' || chr(point) || 'b' ~ ?""";

    private static boolean isTyped(int point) {
        return Character.toString(point).matches("[ \\t\\n\\x0B\\f\\r]");
    }

    @Test
    void of_all_code_points_the_database_finds_those_that_java_takes_for_invisible() throws SQLException {
        BitSet found = new BitSet();
        try (Connection connection = LocalServers.connect();
                PreparedStatement select = connection.prepareStatement(FOUND)) {
            select.setString(1, FoldingMigration.INVISIBLE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.set(row.getInt(1));
                }
            }
        }

        assertThat(found.stream())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                        .filter(point -> VietnameseText.isInvisible(point) && !isTyped(point))
                        .boxed()
                        .toList());
    }
}
