package vn.cchc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.cchc.platform.access.Role;

/**
 * Asserts that one connection to the database is enough for a request. With as many requests as connections, those that need a second
 * one wait for each other until they are refused.
 */
public final class OneConnection {

    private OneConnection() {}

    /**
     * Takes all connections but one, then asks for each list, and whatever else is read without a parameter in its path, in each role.
     *
     * @param authority of the callers
     */
    public static void assertEnoughForLists(AgroalDataSource pool, UUID authority) throws SQLException {
        List<OpenApiContract.Operation> lists = OpenApiContract.operations().stream()
                .filter(operation -> operation.method().toUpperCase(Locale.ROOT).equals("GET")
                        && !operation.path().contains("{"))
                .toList();
        assertThat(lists).isNotEmpty();
        List<Connection> others = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try {
            int size = pool.getConfiguration().connectionPoolConfiguration().maxSize();
            while (others.size() < size - 1) {
                others.add(pool.getConnection());
            }
            for (OpenApiContract.Operation list : lists) {
                for (Role role : Role.values()) {
                    int status = OpenApiContract.ask(list, role, authority).statusCode();
                    if (status >= 500) {
                        refused.add(list.id() + " as " + role + ": " + status);
                    }
                }
            }
        } finally {
            for (Connection connection : others) {
                connection.close();
            }
        }
        assertThat(refused).isEmpty();
    }
}
