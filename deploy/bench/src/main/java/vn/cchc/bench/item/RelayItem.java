package vn.cchc.bench.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.bench.load.LoadTools;
import vn.cchc.bench.load.Meter;
import vn.cchc.bench.load.OpenLoop.Latency;
import vn.cchc.bench.load.Trial;
import vn.cchc.bench.load.Volume;
import vn.cchc.bench.system.Database;
import vn.cchc.bench.system.Events;

/**
 * The relay of feedback-service, from a filled journal outbox to the broker, compared with Kafka's ProducerPerformance
 * with records of the same size on the same topic. The topic has no consumers: their work is not measured.
 */
public final class RelayItem implements Item {
    /** Topic of changes of kind "bench". */
    private static final String TOPIC = "cchc.bench";

    private static final int PARTITIONS = 3;

    /** Enough that the cold start of ProducerPerformance's JVM is negligible. */
    private static final int RECORDS_OF_LIMIT = 1_000_000;

    /** Record value padded by the size of key and headers of a relay record. */
    static final String WHOLE_RECORDS = """
            SELECT state || id::text || 'ce_specversion1.0' || 'ce_id' || id || '.1.1' || 'ce_source/feedback-service'
                || 'ce_type' || type || 'ce_time' || time || 'ce_subject' || id || 'ce_epoch1' || 'ce_sequence1'
                || 'ce_recordedtime' || time || 'content-typeapplication/json'
            FROM (SELECT *, rtrim(rtrim(to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), '0'), '.')
                      || 'Z' AS time
                  FROM bench_event LIMIT 10000) AS drawn""";

    /**
     * Run as separate statements, as VACUUM cannot run in a transaction. Without it autovacuum would run while other
     * items are measured.
     */
    static final List<String> CLEAR = List.of("DELETE FROM journal WHERE kind = 'bench'", "VACUUM (ANALYZE) journal");

    private final Database outbox;
    private final String fill;
    private final int records;
    private final Path payloads;
    private final String bootstrapServers;
    private final Meter meter;
    private final Events events;

    /**
     * What is sent.
     *
     * @param outbox database of the relay's service
     * @param make statements that create a table {@code bench_event} of changes for the journal
     * @param fill statement that inserts them into the journal and its outbox
     * @param records number of changes
     * @param payloads file to create for ProducerPerformance
     */
    public record Content(Database outbox, String make, String fill, int records, Path payloads) {}

    public RelayItem(Content content, String bootstrapServers, Meter meter, Events events) {
        this.outbox = content.outbox();
        this.fill = content.fill();
        this.records = content.records();
        this.payloads = content.payloads();
        this.bootstrapServers = bootstrapServers;
        this.meter = meter;
        this.events = events;
        events.topic(TOPIC, PARTITIONS);
        clear();
        outbox.execute(content.make());
        List<String> lines = outbox.query(WHOLE_RECORDS, row -> row.getString(1));
        try {
            Files.write(payloads, lines);
        } catch (IOException e) {
            throw new Unmeasurable(payloads + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public Goal goal() {
        return new Goal(0.25, 0.5, 0.65);
    }

    @Override
    public List<String> trees() {
        return List.of("feedback-service", "PostgreSQL");
    }

    @Override
    public List<String> othersTrees() {
        return List.of("Kafka");
    }

    @Override
    public List<String> limitTrees() {
        return List.of("Kafka");
    }

    /** {@inheritDoc} One outbox is emptied, whatever the window; the journal is then restored. */
    @Override
    public Trial ours(Duration window) {
        Trial trial;
        try (Database.Pending filled = outbox.executeUncommitted(fill)) {
            trial = meter.measure(() -> {
                long wanted = events.records(TOPIC, PARTITIONS) + records;
                long begin = System.nanoTime();
                filled.commit();
                while (events.records(TOPIC, PARTITIONS) < wanted) {
                    LockSupport.parkNanos(10_000_000);
                }
                return new Volume(records, records / ((System.nanoTime() - begin) / 1e9));
            });
        }
        clear();
        return trial;
    }

    private void clear() {
        CLEAR.forEach(outbox::execute);
    }

    @Override
    public Trial limit(Duration window) {
        return meter.measure(() -> LoadTools.broker(bootstrapServers, TOPIC, RECORDS_OF_LIMIT, payloads));
    }

    @Override
    public Optional<Latency> latency(double perSecond, Duration window) {
        return Optional.empty();
    }

    @Override
    public List<String> statementDifferences() {
        return List.of();
    }

    @Override
    public String issuedStatements() {
        return "";
    }
}
