package vn.cchc.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections outside the pool, each with timeouts for its purpose. */
@ApplicationScoped
public class Connections {

    private static final int LOGIN_SECONDS = 5;

    private final String service;
    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final String keepalive;

    Connections(
            @ConfigProperty(name = "cchc.service") String service,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "cchc.database.keepalive-sql") String keepalive) {
        this.service = service;
        this.url = url;
        this.user = user;
        this.password = password;
        this.keepalive = keepalive;
    }

    /**
     * Opens a connection.
     *
     * @param purpose shown to operators in {@code pg_stat_activity}
     * @param seconds timeout of connecting and of each statement
     */
    public Connection open(String purpose, int seconds) throws SQLException {
        Properties properties = properties(purpose, seconds);
        properties.setProperty("socketTimeout", Integer.toString(seconds));
        return set(
                DriverManager.getConnection(url, properties),
                "SET statement_timeout = '" + seconds + "s'; SET lock_timeout = '" + seconds
                        + "s'; SET idle_in_transaction_session_timeout = '" + seconds + "s'; " + keepalive);
    }

    /**
     * Opens a connection without a statement timeout.
     *
     * @param purpose shown to operators in {@code pg_stat_activity}
     */
    public Connection openWithoutBound(String purpose) throws SQLException {
        return set(DriverManager.getConnection(url, properties(purpose, LOGIN_SECONDS)), keepalive);
    }

    private static Connection set(Connection connection, String settings) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(settings);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Properties properties(String purpose, int loginSeconds) {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        properties.setProperty("ApplicationName", service + " " + purpose);
        properties.setProperty("connectTimeout", Integer.toString(loginSeconds));
        properties.setProperty("loginTimeout", Integer.toString(loginSeconds));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }
}
