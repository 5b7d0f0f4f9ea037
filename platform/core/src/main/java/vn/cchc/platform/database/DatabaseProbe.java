package vn.cchc.platform.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Probes the database every second, on a dedicated connection with a timeout of {@value #PATIENCE} seconds. A stopped
 * database refuses at once; an unreachable one (host lost, network partition) would block each request until the socket
 * timeout.
 */
@ApplicationScoped
public class DatabaseProbe {

    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class);
    private static final int PATIENCE = 2;

    private final Connections connections;
    private volatile boolean running;
    private volatile boolean answers = true;
    private Thread thread;

    DatabaseProbe(Connections connections) {
        this.connections = connections;
    }

    /** Whether the last probe succeeded; at most about three seconds old. */
    public boolean answers() {
        return answers;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        thread = new Thread(this::run, "database-probe");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        while (running) {
            try (Connection connection = connections.open("probe", PATIENCE);
                    var statement = connection.createStatement()) {
                while (running) {
                    statement.execute("SELECT 1");
                    found(true, "");
                    TimeUnit.SECONDS.sleep(1);
                }
            } catch (SQLException | RuntimeException e) {
                found(false, e.toString());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void found(boolean nowAnswers, String why) {
        if (nowAnswers != answers && running) {
            if (nowAnswers) {
                LOG.info("The database answers again");
            } else {
                LOG.warnf("The database does not answer: %s", why);
            }
        }
        answers = nowAnswers;
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
