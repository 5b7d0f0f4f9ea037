package vn.cchc.bench.system;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.local.api.Service;

/** Position of events: in the outbox, in the broker, consumed. */
public final class Events implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Rows with an error were rejected permanently and wait for an operator, so they are not pending. */
    private static final String NOTHING_TO_SEND = """
            SELECT NOT EXISTS (SELECT FROM journal_outbox WHERE last_error IS NULL)
                AND NOT EXISTS (SELECT FROM outbox)""";

    private static final String HEARD_TO = "SELECT topic, partition, next_offset FROM heard_to";

    private static final String MARKED = "SELECT EXISTS (SELECT FROM time_line WHERE marked_day >= DATE '%s')";

    private final RunningSystem system;
    private final Admin admin;

    public Events(RunningSystem system) {
        this.system = system;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrapServers()));
    }

    /**
     * Waits until no event is in flight. Two consecutive checks are required, as a consumed event may have added one to
     * an outbox checked before.
     */
    public void settle() {
        await(2, () -> outboxesEmpty() && allTakenIn(), "Events are still in flight");
    }

    /** Waits until every service has marked a business day as complete; some wait for the marks of others. */
    public void awaitMarked(LocalDate day) {
        await(
                1,
                () -> Stream.of(Service.values())
                        .allMatch(service -> system.database(service).isTrue(MARKED.formatted(day))),
                "Not every service has marked " + day + " as complete");
    }

    /** Waits until the condition holds in this number of consecutive checks. */
    private static void await(int looks, BooleanSupplier condition, String otherwise) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int still = 0;
        while (still < looks) {
            still = condition.getAsBoolean() ? still + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new Unmeasurable(otherwise + " after " + PATIENCE.toMinutes() + " minutes");
            }
            RunningSystem.pause(200);
        }
    }

    /** Creates the topic if it is missing. */
    public void topic(String name, int partitions) {
        try {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new Unmeasurable("Topic " + name + " could not be created: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Number of records in the topic so far. */
    public long records(String topic, int partitions) {
        Set<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toSet());
        return ends(all).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private boolean outboxesEmpty() {
        return Stream.of(Service.values())
                .allMatch(service -> system.database(service).isTrue(NOTHING_TO_SEND));
    }

    private boolean allTakenIn() {
        return Stream.of(Service.values()).allMatch(this::hasTakenAllIn);
    }

    /**
     * Uses the offsets in the service's database, which are committed with the effects; those committed to the broker
     * are for tools only.
     */
    private boolean hasTakenAllIn(Service service) {
        Map<TopicPartition, Long> heardTo = system
                .database(service)
                .query(HEARD_TO, row -> Map.entry(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return !heardTo.isEmpty()
                && ends(heardTo.keySet()).entrySet().stream()
                        .allMatch(end -> end.getValue().offset() <= heardTo.get(end.getKey()));
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(Set<TopicPartition> partitions) {
        return get(admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest())))
                .all());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new Unmeasurable("Kafka did not return the offsets of the topics: " + e, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Unmeasurable interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Unmeasurable("Interrupted", e);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
