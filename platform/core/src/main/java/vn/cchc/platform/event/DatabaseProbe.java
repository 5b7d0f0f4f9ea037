package vn.cchc.platform.event;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Asks the database whether it is there. */
@ApplicationScoped
class DatabaseProbe {

    private final AgroalDataSource database;

    DatabaseProbe(AgroalDataSource database) {
        this.database = database;
    }

    boolean answers() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }
}
