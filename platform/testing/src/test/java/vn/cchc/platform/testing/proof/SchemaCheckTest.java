package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.database.SchemaCheck;
import vn.cchc.platform.testing.LocalServers;

@QuarkusTest
@WithTestResource(LocalServers.class)
class SchemaCheckTest {

    @Inject
    SchemaCheck schema;

    @Test
    void tables_that_are_not_those_of_the_entities_are_told() throws SQLException {
        schema.check();
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE sample RENAME COLUMN name TO other_name");
            try {
                assertThatThrownBy(schema::check)
                        .isInstanceOf(SchemaManagementException.class)
                        .hasMessageContaining("missing column [name]");
            } finally {
                statement.execute("ALTER TABLE sample RENAME COLUMN other_name TO name");
            }
        }
    }
}
