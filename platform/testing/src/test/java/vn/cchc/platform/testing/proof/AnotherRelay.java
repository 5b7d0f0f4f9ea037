package vn.cchc.platform.testing.proof;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.cchc.platform.database.Connections;
import vn.cchc.platform.event.EventConfig;
import vn.cchc.platform.event.OutboxRelay;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.tracing.Tracing;

/**
 * A second relay of the same service, as another replica would run it, with a switch that stops it in the middle of
 * sending. Made by reflection: the container makes one only, and nothing but this test needs another.
 */
final class AnotherRelay implements AutoCloseable {

    private final OutboxRelay relay;

    AnotherRelay() {
        this(LocalServers.jdbcUrl());
    }

    /** @param jdbcUrl the way it takes to the database */
    AnotherRelay(String jdbcUrl) {
        this(
                jdbcUrl,
                LocalServers.bootstrapServers(),
                Arc.container().instance(EventConfig.class).get());
    }

    /** @param brokerAddress where it looks for the broker */
    AnotherRelay(String jdbcUrl, String brokerAddress, EventConfig config) {
        Map<String, Object> broker = new HashMap<>();
        broker.put("bootstrap.servers", brokerAddress);
        broker.put("interceptor.classes", PauseSwitch.class.getName());
        try {
            relay = make(
                    OutboxRelay.class,
                    Arc.container().instance(AgroalDataSource.class).get(),
                    make(
                            Connections.class,
                            "another",
                            jdbcUrl,
                            Optional.of(LocalServers.database()),
                            Optional.empty(),
                            ConfigProvider.getConfig().getValue("cchc.database.keepalive-sql", String.class)),
                    Arc.container()
                            .instance(Class.forName("vn.cchc.platform.event.EpochRaising"))
                            .get(),
                    config,
                    broker,
                    "sample-service",
                    Arc.container().instance(Tracing.class).get(),
                    new SimpleMeterRegistry());
            call("start", StartupEvent.class, new StartupEvent());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static <T> T make(Class<T> type, Object... parameters) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == parameters.length) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(parameters));
            }
        }
        throw new NoSuchMethodException(type + " with " + parameters.length + " parameters");
    }

    /** How the lease names it. */
    UUID owner() {
        try {
            return (UUID) field(field(relay, "lease"), "owner");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** How the one that is active is named, or null. */
    static UUID active() {
        return (UUID) Database.value("SELECT owner FROM lease WHERE expires_at > clock_timestamp()");
    }

    /** Whichever relay comes first has the lease then. */
    static void expire() {
        Database.value("UPDATE lease SET expires_at = '-infinity', owner = gen_random_uuid() RETURNING 1");
    }

    /** Takes the lease from whoever has it until this one does. */
    void takeOver() {
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            UUID active = active();
            if (active != null && !active.equals(owner())) {
                expire();
            }
            return owner().equals(active);
        });
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    private void call(String name, Class<?> type, Object event) throws ReflectiveOperationException {
        Method method = OutboxRelay.class.getDeclaredMethod(name, type);
        method.setAccessible(true);
        method.invoke(relay, event);
    }

    @Override
    public void close() {
        PauseSwitch.release();
        try {
            call("stop", ShutdownEvent.class, new ShutdownEvent());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Holds the sending thread between reading the outbox and handing records to the broker, and remembers what was sent. */
    public static final class PauseSwitch implements ProducerInterceptor<String, byte[]> {

        private static volatile CountDownLatch pausing;
        private static volatile CountDownLatch held = new CountDownLatch(1);
        private static final Queue<String> SENT = new ConcurrentLinkedQueue<>();

        /** The aggregates that such relays have sent events of, one for each event. */
        static List<String> sent() {
            return List.copyOf(SENT);
        }

        static void pauseAtNextSend() {
            held = new CountDownLatch(1);
            pausing = new CountDownLatch(1);
        }

        static boolean isHeld() {
            return held.getCount() == 0;
        }

        static void release() {
            CountDownLatch waiting = pausing;
            pausing = null;
            if (waiting != null) {
                waiting.countDown();
            }
        }

        @Override
        public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> message) {
            CountDownLatch waiting = pausing;
            if (waiting != null) {
                held.countDown();
                try {
                    if (!waiting.await(60, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("never released");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            SENT.add(message.key());
            return message;
        }

        @Override
        public void onAcknowledgement(RecordMetadata metadata, Exception failure) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> settings) {}
    }
}
