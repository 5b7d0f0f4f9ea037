import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;

/** Runs the statement of standard input on a database (address, user, password) and tells how many rows it wrote. */
public class RunStatement {
    public static void main(String[] arguments) throws Exception {
        String sql = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        try (var connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                var statement = connection.createStatement()) {
            System.out.println(statement.executeUpdate(sql));
        }
    }
}
