package vn.cchc.platform.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * PostgreSQL's driver with a {@link StatementLog}. It stands beneath the pool of the service under test, so that it sees the
 * statements of Hibernate and of plain JDBC alike; connections outside the pool do not use it.
 */
public final class LoggedDriver implements Driver {

    private final Driver driver = new org.postgresql.Driver();

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        return connection == null ? null : proxy(Connection.class, new OfConnection(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(LoggedDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private record OfConnection(Connection connection) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = LoggedDriver.invoke(connection, method, arguments);
            return switch (method.getName()) {
                case "createStatement" -> proxy(Statement.class, new OfStatement(result, null));
                case "prepareStatement" -> proxy(PreparedStatement.class, new OfStatement(result, arguments[0]));
                case "prepareCall" -> proxy(CallableStatement.class, new OfStatement(result, arguments[0]));
                default -> result;
            };
        }
    }

    /** @param prepared its text; null where each call brings its own */
    private record OfStatement(Object statement, Object prepared) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().startsWith("execute")) {
                StatementLog.add(String.valueOf(arguments == null ? prepared : arguments[0]));
            }
            return LoggedDriver.invoke(statement, method, arguments);
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return driver.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }
}
