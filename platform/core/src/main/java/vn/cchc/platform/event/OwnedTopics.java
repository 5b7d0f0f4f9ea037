package vn.cchc.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** The topics a service publishes to, one for each of its kinds. */
final class OwnedTopics {

    private static final Logger LOG = Logger.getLogger(OwnedTopics.class);

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final List<String> owned;
    private final Map<String, Object> settings;

    /** @param lease of the relay: calls time out before half of it has passed, else an unresponsive broker would end it */
    OwnedTopics(Map<String, Object> broker, List<String> owned, Duration lease) {
        this.owned = owned;
        int timeout = (int) Math.min(LONGEST.toMillis(), lease.toMillis() / 2);
        this.settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
    }

    /**
     * Creates missing topics with unlimited retention, since consumers rebuild from them. Existence is checked first: a
     * service without the right to create topics needs only the right to describe them.
     *
     * @throws KafkaException when one is missing and cannot be created; the others have been
     */
    void create(int partitions, short replicationFactor) throws InterruptedException {
        try (Admin admin = admin()) {
            Set<String> missing = new TreeSet<>();
            owned.forEach(kind -> missing.add(Envelope.topic(kind)));
            missing.removeAll(admin.listTopics().names().get());
            List<NewTopic> topics = missing.stream()
                    .map(topic -> new NewTopic(topic, partitions, replicationFactor)
                            .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")))
                    .toList();
            for (var created : admin.createTopics(topics).values().entrySet()) {
                try {
                    created.getValue().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException("Topic " + created.getKey() + " could not be created", e.getCause());
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new KafkaException("The topics of the broker cannot be listed", e.getCause());
        }
    }

    private Admin admin() {
        return Admin.create(settings);
    }

    /** Whether this replica can connect to the broker. */
    boolean reachesBroker() throws InterruptedException {
        try {
            names();
            return true;
        } catch (KafkaException e) {
            LOG.warnf("%s: %s", e.getMessage(), e.getCause());
            return false;
        }
    }

    /**
     * The first kind whose topic is missing, among those a change of this kind is sent to: all for a mark, otherwise
     * its own. Sending to a missing topic would block everything else for seconds.
     *
     * @throws KafkaException when the broker does not answer
     */
    Optional<String> firstMissing(String kind) throws InterruptedException {
        Set<String> topics = names();
        List<String> kinds = DayMark.KIND.equals(kind) ? owned : List.of(kind);
        return kinds.stream()
                .filter(each -> !topics.contains(Envelope.topic(each)))
                .findFirst();
    }

    private Set<String> names() throws InterruptedException {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw new KafkaException("The topics of the broker cannot be listed", e.getCause());
        }
    }
}
