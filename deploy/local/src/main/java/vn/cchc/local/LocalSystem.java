package vn.cchc.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;
import vn.cchc.platform.testing.server.KafkaServer;
import vn.cchc.platform.testing.server.PostgresServer;
import vn.cchc.platform.testing.server.ServerFailure;

/** The database, the broker and the services: starts them, knows whether all run, stops them in the reverse order. */
final class LocalSystem {
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final ProcessLedger ledger;

    /** Starts share it, the stop excludes them: what is stopped has been started wholly or not at all. */
    private final ReadWriteLock starting = new ReentrantReadWriteLock();

    private volatile boolean stopping;

    /** @param tokenKey the public key by which the services know our tokens, as the property takes it */
    LocalSystem(Options options, WorkFolder folder, String tokenKey) {
        postgres = PostgresServer.in(folder.postgres(), options.postgresPort());
        kafka = KafkaServer.in(folder.kafka(), options.kafkaPort());
        ledger = new ProcessLedger(folder.processes());
        for (Service service : Service.values()) {
            services.put(
                    service,
                    new ServiceProcess(
                            service,
                            options,
                            folder,
                            Map.of(
                                    "quarkus.datasource.jdbc.url",
                                    "jdbc:postgresql://localhost:" + options.postgresPort() + "/" + service.key(),
                                    "quarkus.datasource.username",
                                    service.key(),
                                    "quarkus.datasource.password",
                                    "trusted",
                                    "kafka.bootstrap.servers",
                                    kafka.bootstrapServers(),
                                    "quarkus.oidc.public-key",
                                    tokenKey)));
        }
    }

    /** @throws Fault when something does not come up; what did come up runs on until {@link #stop} */
    void start(HttpClient http) {
        services.values().forEach(ServiceProcess::requireBuilt);
        try {
            CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startBroker);
            startDatabase();
            broker.join();
            services.values().forEach(this::startService);
            services.values().forEach(service -> service.awaitReady(http, this::isStopping));
        } catch (CompletionException e) {
            throw e.getCause() instanceof ServerFailure failure ? fault(failure) : e;
        } catch (ServerFailure e) {
            throw fault(e);
        }
    }

    private static Fault fault(ServerFailure failure) {
        List<String> lines = failure.getMessage().lines().toList();
        return new Fault(
                lines.get(0) + "; look there, free memory or disk, and start again.",
                String.join("\n", lines.subList(1, lines.size())));
    }

    private void startBroker() {
        unlessStopping(() -> {
            kafka.start();
            ledger.record("Kafka", kafka.process());
        });
    }

    private void startDatabase() {
        unlessStopping(() -> {
            postgres.start();
            postgres.postmaster().ifPresent(process -> ledger.record("PostgreSQL", process));
            for (Service service : Service.values()) {
                postgres.withDatabase(service.key());
            }
        });
    }

    private void startService(ServiceProcess service) {
        unlessStopping(() -> ledger.record(service.name(), service.start()));
    }

    private void unlessStopping(Runnable start) {
        starting.readLock().lock();
        try {
            if (!stopping) {
                start.run();
            }
        } finally {
            starting.readLock().unlock();
        }
    }

    boolean isStopping() {
        return stopping;
    }

    /** What has ended by itself, as a fault; empty while everything runs. */
    Optional<Fault> failure() {
        if (postgres.postmaster().isEmpty()) {
            return Optional.of(new Fault("PostgreSQL has ended: see " + postgres.log() + ", and start again."));
        }
        if (!kafka.isRunning()) {
            return Optional.of(new Fault("Kafka has ended: see " + kafka.log() + ", and start again."));
        }
        return services.values().stream()
                .filter(service -> !service.isRunning())
                .findFirst()
                .map(service -> service.failure("has ended"));
    }

    /** Stops the services together, then the broker, then the database. A second call finds nothing to do. */
    void stop() {
        stopping = true;
        starting.writeLock().lock();
        try {
            CompletableFuture.allOf(services.values().stream()
                            .map(service -> CompletableFuture.runAsync(service::stop))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
            kafka.stop();
            postgres.stop();
            ledger.clear();
        } finally {
            starting.writeLock().unlock();
        }
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    URI address(Service service) {
        return services.get(service).address();
    }
}
