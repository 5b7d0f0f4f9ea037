package vn.cchc.local.sample;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;

/**
 * Waits until no event is in flight: every outbox is empty and every service has consumed its topics to the end. Two
 * consecutive checks are required, as a consumed event may have added one to an outbox checked before.
 */
final class Quiescence implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PENDING = Pattern.compile("(?m)^cchc_outbox_pending(?:\\{[^}]*})? ([0-9.E+]+)$");

    private final Callers callers;
    private final Admin admin;
    private final Map<String, Set<TopicPartition>> heard = new HashMap<>();

    Quiescence(Callers callers, String bootstrapServers) {
        this.callers = callers;
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        admin = Admin.create(settings);
    }

    /** @throws Fault when events are still in flight after a minute */
    void await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int still = 0;
        while (still < 2) {
            still = outboxesEmpty() && allTakenIn() ? still + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new Fault("Events are still in flight after " + PATIENCE.toSeconds()
                        + " s: look for errors in the logs of the services and of Kafka, and start again.");
            }
            if (still == 0) {
                pause();
            }
        }
    }

    private boolean outboxesEmpty() {
        return Stream.of(Service.values()).parallel().allMatch(this::outboxEmpty);
    }

    private boolean outboxEmpty(Service service) {
        Matcher pending = PENDING.matcher(callers.management(service).text("/q/metrics"));
        return pending.find() && Double.parseDouble(pending.group(1)) == 0;
    }

    private boolean allTakenIn() {
        try {
            Map<String, Set<TopicPartition>> heard = heard();
            Set<TopicPartition> all = new HashSet<>();
            heard.values().forEach(all::addAll);
            var ends = admin.listOffsets(
                            all.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all();
            var committed = admin.listConsumerGroupOffsets(heard.keySet().stream()
                            .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                    .all();
            var reached = committed.get();
            var toReach = ends.get();
            return heard.entrySet().stream().allMatch(hearer -> hearer.getValue().stream()
                    .allMatch(partition -> toReach.get(partition).offset()
                            <= offset(reached.get(hearer.getKey()).get(partition))));
        } catch (ExecutionException e) {
            throw new Fault("Kafka did not return the offsets of the topics (" + e.getCause() + "): start again.");
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    /** Subscribed partitions by consumer group; constant while the services run. */
    private Map<String, Set<TopicPartition>> heard() throws ExecutionException, InterruptedException {
        if (heard.isEmpty()) {
            for (Service service : Service.values()) {
                Set<TopicPartition> partitions = new HashSet<>();
                admin.describeTopics(topics(service)).allTopicNames().get().forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
                heard.put(service.module(), partitions);
            }
        }
        return heard;
    }

    /** Topics of a service, equal to its {@code cchc.events.topics}; a test compares the two. */
    static List<String> topics(Service service) {
        return switch (service) {
            case PLAN -> List.of("cchc.feedback", "cchc.report", "cchc.feedback-recount", "cchc.report-recount");
            case FEEDBACK -> List.of("cchc.authority", "cchc.calendar");
            case REPORTING ->
                List.of(
                        "cchc.authority",
                        "cchc.plan",
                        "cchc.task",
                        "cchc.milestone",
                        "cchc.target-reading",
                        "cchc.feedback",
                        "cchc.calendar");
        };
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(15);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Fault interrupted() {
        Thread.currentThread().interrupt();
        return new Fault("Interrupted while events were in flight: start again; progress is kept.");
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
