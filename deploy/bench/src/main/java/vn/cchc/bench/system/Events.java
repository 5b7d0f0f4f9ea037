package vn.cchc.bench.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.local.api.Service;

/** Where events are: in outboxes, with the broker, taken in. */
public final class Events implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RunningSystem system;
    private final Admin admin;

    public Events(RunningSystem system) {
        this.system = system;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrapServers()));
    }

    /**
     * Waits until no event is under way. Two looks, for an event taken in may have put another into an outbox that had
     * just been looked at.
     */
    public void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int still = 0;
        while (still < 2) {
            still = outboxesEmpty() && allTakenIn() ? still + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new Unmeasurable("Events are still under way after " + PATIENCE.toMinutes() + " minutes");
            }
            RunningSystem.pause(200);
        }
    }

    /** Makes the topic where it is missing. */
    public void topic(String name, int partitions) {
        try {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new Unmeasurable("Topic " + name + " could not be made: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** How many records the topic has taken so far. */
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
                .allMatch(service -> system.database(service).isTrue("SELECT NOT EXISTS (SELECT FROM outbox)"));
    }

    private boolean allTakenIn() {
        List<String> groups = Stream.of(Service.values()).map(Service::module).toList();
        Map<String, Set<TopicPartition>> heard = get(
                        admin.describeConsumerGroups(groups).all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, group -> group.getValue().members().stream()
                        .flatMap(member -> member.assignment().topicPartitions().stream())
                        .collect(Collectors.toSet())));
        var committed = get(admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(Function.identity(), g -> new ListConsumerGroupOffsetsSpec())))
                .all());
        return heard.entrySet().stream()
                .allMatch(group -> !group.getValue().isEmpty()
                        && ends(group.getValue()).entrySet().stream().allMatch(end -> {
                            var reached = committed.get(group.getKey()).get(end.getKey());
                            return end.getValue().offset() <= (reached == null ? 0 : reached.offset());
                        }));
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
            throw new Unmeasurable("Kafka does not tell how far the events are: " + e, e);
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
