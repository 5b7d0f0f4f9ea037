package vn.cchc.platform.time;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import vn.cchc.platform.database.DatabaseAtStart;
import vn.cchc.platform.production.Profiles;

/**
 * Business time, which decides what day it is and whether something is late: system time plus an offset stored in the
 * service's database. The offset is zero except under the training clock.
 */
@ApplicationScoped
public class BusinessClock {

    private static final Clock SYSTEM = Clock.system(VietnamTime.ZONE);

    private static final Logger LOG = Logger.getLogger(BusinessClock.class);

    /** Locks the row of the timeline, as marking a day does: the two serialise. */
    private static final String SET = """
            WITH line AS MATERIALIZED (SELECT marked_day FROM time_line FOR UPDATE)
            INSERT INTO training_clock (offset_millis)
            SELECT ? FROM line WHERE marked_day IS NULL OR marked_day < ?
            ON CONFLICT (one_row) DO UPDATE SET offset_millis = excluded.offset_millis""";

    /** Timers postponed to a time after the new business time. Locked ones are being processed and are skipped. */
    private static final String ASK_AGAIN = """
            UPDATE timer SET retry_at = NULL WHERE (kind, id, step, basis) IN
                (SELECT kind, id, step, basis FROM timer WHERE done_at IS NULL AND retry_at > ? FOR UPDATE SKIP LOCKED)""";

    private final AgroalDataSource database;
    private final TrainingClockConfig config;
    private volatile Duration offset = Duration.ZERO;

    BusinessClock(AgroalDataSource database, TrainingClockConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Business time in {@link VietnamTime#ZONE}, in milliseconds, so that stored and returned values agree. */
    @Produces
    @Singleton
    Clock businessTime() {
        return new Shifted();
    }

    @Produces
    @Singleton
    @SystemClock
    Clock systemTime() {
        return SYSTEM;
    }

    void restore(@Observes @Priority(1) StartupEvent started) throws SQLException {
        if (config.enabled() && !Profiles.areForTraining(ConfigUtils.getProfiles())) {
            throw new IllegalStateException("cchc.training-clock.enabled is set under the profile "
                    + String.join(", ", ConfigUtils.getProfiles())
                    + ": business time is movable under "
                    + String.join(", ", Profiles.TRAINING)
                    + " alone. Unset it.");
        }
        boolean kept = DatabaseAtStart.call(this::read);
        if (!config.enabled() && !offset.isZero()) {
            throw new IllegalStateException(
                    "This database was used with a training clock (table training_clock); its dates"
                            + " are not real. Use another database.");
        }
        if (config.enabled() && !kept) {
            config.initial().ifPresent(time -> DatabaseAtStart.run(() -> setTo(time.toInstant())));
        }
    }

    /** Another replica may have set it. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        if (config.enabled()) {
            try {
                read();
            } catch (SQLException e) {
                LOG.debugf("The training clock could not be read: %s", e);
            }
        }
    }

    private synchronized boolean read() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT offset_millis FROM training_clock")) {
            boolean kept = row.next();
            if (kept) {
                offset = Duration.ofMillis(row.getLong(1));
            }
            return kept;
        }
    }

    /**
     * Sets business time; it continues from there at the pace of system time.
     *
     * @throws IllegalStateException when the training clock is not enabled
     * @throws MarkedDay when the day is marked as complete: nothing can be recorded in it any more
     */
    public synchronized void setTo(Instant businessTime) {
        if (!config.enabled()) {
            throw new IllegalStateException("The training clock is not enabled");
        }
        Duration wanted = Duration.between(SYSTEM.instant(), businessTime);
        QuarkusTransaction.requiringNew().call(() -> store(wanted.toMillis(), businessTime));
        offset = Duration.ofMillis(wanted.toMillis());
    }

    private boolean store(long offsetMillis, Instant businessTime) throws SQLException {
        LocalDate day = LocalDate.ofInstant(businessTime, VietnamTime.ZONE);
        try (var connection = database.getConnection();
                var set = connection.prepareStatement(SET);
                var askAgain = connection.prepareStatement(ASK_AGAIN)) {
            set.setLong(1, offsetMillis);
            set.setObject(2, day);
            if (set.executeUpdate() == 0) {
                throw new MarkedDay(day);
            }
            askAgain.setObject(1, businessTime.atOffset(ZoneOffset.UTC));
            return askAgain.executeUpdate() > 0;
        }
    }

    /** The clock cannot be set back into a marked day. */
    public static final class MarkedDay extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MarkedDay(LocalDate day) {
            super("The business day " + day + " is marked as complete");
        }
    }

    private final class Shifted extends Clock {

        @Override
        public ZoneId getZone() {
            return VietnamTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(SYSTEM.withZone(zone), offset);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(SYSTEM.millis()).plus(offset);
        }
    }
}
