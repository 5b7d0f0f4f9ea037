package vn.cchc.platform.testing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.event.Voided;

/** Keeps the highest version of each sample, a batch in one statement. */
@ApplicationScoped
public class SampleProjection implements EventHandler {

    /** The name of a sample whose event another change follows from, of the aggregate {@link #follower}. */
    public static final String FOLLOWED = "followed";

    /** Set by a test that plays a mistake in this class, about one aggregate, which somebody mends later. */
    public static volatile UUID mistakeAbout;

    /** Aggregates of which something was taken back. */
    public static final List<UUID> VOIDED = new CopyOnWriteArrayList<>();

    /** From which call on taking back fails; 0 for never. */
    private static volatile int failsAt;

    /** What has been handed over, in that order. */
    public static final List<IncomingEvent> HANDED_OVER = new CopyOnWriteArrayList<>();

    /** Calls so far, failed ones too: a test can see that the listener is trying. */
    public static final AtomicInteger CALLS = new AtomicInteger();

    private static final AtomicInteger VOIDED_PARTS = new AtomicInteger();

    /** One statement must not touch a row twice, so of each aggregate the batch's highest version only. */
    private static final String UPSERT = """
            INSERT INTO sample_projection AS known (id, version, name)
            SELECT DISTINCT ON (id) id, version, name
              FROM unnest(?::uuid[], ?::bigint[], ?::text[]) AS heard (id, version, name)
             ORDER BY id, version DESC
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name
             WHERE known.version < excluded.version
            """;

    private final DataSource database;
    private final Samples samples;
    private final Clock clock;

    public SampleProjection(DataSource database, Samples samples, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.samples = samples;
    }

    /** The aggregate that a change of this one makes the handler write. */
    public static UUID follower(UUID id) {
        return new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits() & Long.MAX_VALUE);
    }

    /** The consumer's own reader: only what it needs. */
    record Heard(UUID id, Long version, String name) {}

    @Override
    public String topic() {
        return "cchc.sample";
    }

    @Override
    public void apply(List<IncomingEvent> events) {
        CALLS.incrementAndGet();
        if (events.stream().anyMatch(event -> event.aggregateId().equals(mistakeAbout))) {
            throw new IllegalStateException("a mistake in the handler");
        }
        List<Heard> heard = events.stream()
                .map(SampleProjection::read)
                .sorted(Comparator.comparing(Heard::id))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", heard.stream().map(Heard::id).toArray()));
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", heard.stream().map(Heard::version).toArray()));
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", heard.stream().map(Heard::name).toArray()));
            upsert.executeUpdate();
            HANDED_OVER.addAll(events);
            heard.stream()
                    .filter(each -> FOLLOWED.equals(each.name()))
                    .forEach(each -> samples.announce(follower(each.id()), OffsetDateTime.now(clock)));
        } catch (SQLException e) {
            throw new IllegalStateException("The projection could not be written", e);
        }
    }

    /** Forgets what was taken back so far, and plays a mistake from that call on; 0 for none. */
    public static void failAtVoidedPart(int part) {
        VOIDED.clear();
        VOIDED_PARTS.set(0);
        failsAt = part;
    }

    /** The mistake is mended. */
    public static void mend() {
        failsAt = 0;
    }

    @Override
    public void voided(List<Voided> aggregates) {
        int parts = VOIDED_PARTS.incrementAndGet();
        if (failsAt > 0 && parts >= failsAt) {
            throw new IllegalStateException("a mistake in the handler");
        }
        aggregates.forEach(voided -> VOIDED.add(voided.id()));
    }

    private static Heard read(IncomingEvent event) {
        Heard heard = event.as(Heard.class);
        if (heard.id() == null || heard.version() == null) {
            throw new UnreadableEvent("id and version are needed", null);
        }
        return heard;
    }
}
