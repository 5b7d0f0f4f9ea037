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
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;

/**
 * Waits until no event is under way: every outbox is empty and every service has taken in all events of the topics it
 * hears. One look is not enough, for an event taken in may have put another into an outbox that had just been looked at.
 */
public final class Stillness implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PENDING = Pattern.compile("(?m)^cchc_outbox_pending(?:\\{[^}]*})? ([0-9.E+]+)$");

    private final Callers callers;
    private final Admin admin;

    public Stillness(Callers callers, String bootstrapServers) {
        this.callers = callers;
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        admin = Admin.create(settings);
    }

    /** @throws Fault when events are still under way after a minute */
    public void await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int still = 0;
        while (still < 2) {
            still = outboxesEmpty() && allTakenIn() ? still + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new Fault("Events are still under way after " + PATIENCE.toSeconds()
                        + " s: look for errors in the logs of the services, and start again.");
            }
            if (still == 0) {
                pause();
            }
        }
    }

    private boolean outboxesEmpty() {
        for (Service service : Service.values()) {
            Matcher pending = PENDING.matcher(callers.anonymous(service).text("/q/metrics"));
            if (!pending.find() || Double.parseDouble(pending.group(1)) > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean allTakenIn() {
        try {
            List<String> groups =
                    Stream.of(Service.values()).map(Service::module).toList();
            Map<String, Set<TopicPartition>> heard = new HashMap<>();
            admin.describeConsumerGroups(groups)
                    .all()
                    .get()
                    .forEach((group, description) -> heard.put(group, partitions(description)));
            Set<TopicPartition> all = new HashSet<>();
            heard.values().forEach(all::addAll);
            var ends = admin.listOffsets(
                            all.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get();
            var committed = admin.listConsumerGroupOffsets(groups.stream()
                            .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                    .all()
                    .get();
            return heard.entrySet().stream()
                    .allMatch(hearer -> !hearer.getValue().isEmpty()
                            && hearer.getValue().stream().allMatch(partition -> {
                                OffsetAndMetadata reached =
                                        committed.get(hearer.getKey()).get(partition);
                                return ends.get(partition).offset() <= (reached == null ? 0 : reached.offset());
                            }));
        } catch (ExecutionException e) {
            throw new Fault("Kafka did not tell how far the events are (" + e.getCause() + "): start again.");
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Set<TopicPartition> partitions(ConsumerGroupDescription group) {
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
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
        return new Fault("Interrupted while events were under way: start again; what was done is kept.");
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
