package vn.cchc.bench.data;

import java.time.OffsetDateTime;
import vn.cchc.bench.Layout;
import vn.cchc.bench.system.Database;
import vn.cchc.local.api.Service;
import vn.cchc.platform.testing.server.FreePort;
import vn.cchc.platform.testing.server.PostgresServer;

/** Feedback of previous years, inserted directly into the database while no service runs. */
public final class History {
    /** Present day of the services during measurements. */
    public static final OffsetDateTime TODAY = OffsetDateTime.parse("2021-01-18T09:00:00+07:00");

    /** Copy of the feedback database for pgbench's inserts: no relay sends them. */
    public static final String COPY = "feedback_copy";

    private static final String SUPERUSER = "postgres";

    private History() {}

    /** Creates the history of {@code feedback} cases and the copy. */
    public static void load(Layout layout, int feedback) {
        try (PostgresServer server = PostgresServer.in(layout.system().resolve("postgres"), FreePort.next())
                .start()) {
            Database plans = database(server, Service.PLAN);
            plans.execute(layout.read("sql/plans.sql"));
            Database cases = database(server, Service.FEEDBACK);
            cases.execute(sql(layout, feedback));
            for (Service service : Service.values()) {
                database(server, service).execute("VACUUM (FREEZE, ANALYZE)");
            }
            new Database(server.port(), SUPERUSER, SUPERUSER)
                    .execute("CREATE DATABASE " + COPY + " TEMPLATE " + cases.name() + " OWNER " + cases.owner());
        }
    }

    /** SQL that creates the history of {@code feedback} cases. */
    public static String sql(Layout layout, int feedback) {
        return layout.read("sql/history.sql")
                .replace("${feedback}", String.valueOf(feedback))
                .replace("${text}", layout.read("text/feedback.txt"))
                .replace("${today}", TODAY.toString());
    }

    private static Database database(PostgresServer server, Service service) {
        return new Database(server.port(), service.key(), service.key());
    }
}
