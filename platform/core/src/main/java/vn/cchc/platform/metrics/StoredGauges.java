package vn.cchc.platform.metrics;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jboss.logging.Logger;
import vn.cchc.platform.database.DatabaseProbe;

/**
 * Gauges of {@link StoredFigures}, read twice a minute whatever the number of scrapers: a scrape neither waits for the
 * database nor loads it. NaN before the first reading, while the database does not answer, and for SQL's NULL.
 *
 * <p>Every replica has the same figures: take their maximum, not their sum.
 */
@ApplicationScoped
public class StoredGauges {

    private static final Logger LOG = Logger.getLogger(StoredGauges.class);
    private static final int TIMEOUT_SECONDS = 5;

    private final List<StoredFigures> all;
    private final List<AtomicReferenceArray<Double>> values;
    private final AgroalDataSource database;
    private final DatabaseProbe probe;
    private final MeterRegistry meters;

    StoredGauges(@All List<StoredFigures> all, AgroalDataSource database, DatabaseProbe probe, MeterRegistry meters) {
        this.all = all;
        this.values = all.stream()
                .map(figures ->
                        new AtomicReferenceArray<Double>(figures.gauges().size()))
                .toList();
        this.database = database;
        this.probe = probe;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        for (int i = 0; i < all.size(); i++) {
            register(all.get(i).gauges(), values.get(i));
        }
    }

    private void register(List<StoredGauge> gauges, AtomicReferenceArray<Double> read) {
        for (int i = 0; i < gauges.size(); i++) {
            int column = i;
            StoredGauge gauge = gauges.get(i);
            Gauge.builder(gauge.name(), () -> read.get(column))
                    .description(gauge.description())
                    .baseUnit(gauge.unit())
                    .tags(gauge.tags())
                    .register(meters);
        }
    }

    /** Reads all figures now. One that cannot be read is NaN and does not keep the others from being read. */
    @Scheduled(
            every = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void read() {
        for (int i = 0; i < all.size(); i++) {
            read(all.get(i), values.get(i));
        }
    }

    private void read(StoredFigures figures, AtomicReferenceArray<Double> read) {
        Double[] row = new Double[read.length()];
        if (probe.answers()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                try (ResultSet result = statement.executeQuery(figures.query())) {
                    result.next();
                    for (int i = 0; i < row.length; i++) {
                        double value = result.getDouble(i + 1);
                        row[i] = result.wasNull() ? null : (Double) value;
                    }
                }
            } catch (SQLException e) {
                LOG.warnf(
                        "Figures for the gauges of %s cannot be read: %s",
                        figures.getClass().getName(), e);
            }
        }
        for (int i = 0; i < row.length; i++) {
            read.set(i, row[i]);
        }
    }
}
