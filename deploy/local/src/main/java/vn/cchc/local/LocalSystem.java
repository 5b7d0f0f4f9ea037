package vn.cchc.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;
import vn.cchc.platform.testing.server.KafkaServer;
import vn.cchc.platform.testing.server.PostgresServer;
import vn.cchc.platform.testing.server.ServerFailure;

/** The database, the broker and the services: starts them, monitors them and stops them in reverse order. */
final class LocalSystem {
    /** Name of the broker among the parts and in {@link Outages}. */
    private static final String BROKER = "Kafka";

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final ProcessLedger ledger;
    private final Outages outages;

    /** The started parts, in order of start. */
    private final List<Part> parts = new CopyOnWriteArrayList<>();

    /** Starts hold the read lock, the stop the write lock: a stop never sees a part that is half started. */
    private final ReadWriteLock starting = new ReentrantReadWriteLock();

    private volatile boolean stopping;

    /** @param tokenKey public key for the services' token verification, in the property's format */
    LocalSystem(Options options, WorkFolder folder, String tokenKey) {
        postgres = PostgresServer.in(folder.postgres(), options.postgresPort());
        kafka = KafkaServer.in(folder.kafka(), options.kafkaPort());
        ledger = new ProcessLedger(folder.processes());
        outages = Outages.in(folder.outages());
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

    /**
     * @param businessTime initial business time of services with an empty database; system time if empty
     * @throws Fault when a part does not start; the parts already started run until {@link #stop}
     */
    void start(HttpClient http, Optional<String> businessTime) {
        services.values().forEach(ServiceProcess::requireBuilt);
        try {
            CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startBroker);
            CompletableFuture<Void> database = CompletableFuture.runAsync(this::startDatabase);
            // Fails at once when the first one to complete has failed.
            CompletableFuture.anyOf(broker, database).join();
            CompletableFuture.allOf(broker, database).join();
            services.values().forEach(service -> startService(service, businessTime));
            services.values().forEach(service -> service.awaitReady(http));
        } catch (CompletionException e) {
            throw e.getCause() instanceof ServerFailure failure ? fault(failure) : e;
        } catch (ServerFailure e) {
            throw fault(e);
        }
    }

    private static Fault fault(ServerFailure failure) {
        List<String> lines = failure.getMessage().lines().toList();
        return new Fault(
                lines.get(0) + "; look there, free memory or disk, and start again."
                        + " If that fails too, start over with -Dcchc.fresh.",
                String.join("\n", lines.subList(1, lines.size())));
    }

    private void startBroker() {
        unlessStopping(() -> {
            kafka.start();
            started(new Part(BROKER, kafka.process(), kafka.log()));
        });
    }

    private void startDatabase() {
        unlessStopping(() -> {
            postgres.start();
            started(new Part("PostgreSQL", postmaster(), postgres.log()));
            for (Service service : Service.values()) {
                postgres.withDatabase(service.key());
            }
        });
    }

    private ProcessHandle postmaster() {
        return postgres.postmaster()
                .orElseThrow(() -> new ServerFailure("PostgreSQL ended during start; its log is " + postgres.log()));
    }

    private void startService(ServiceProcess service, Optional<String> businessTime) {
        unlessStopping(() -> started(service.start(businessTime)));
    }

    private void started(Part part) {
        parts.add(part);
        ledger.record(part.name(), part.process());
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

    /**
     * The first unexpected end of a part; empty while all started parts run or are down on purpose. Restarts parts
     * whose outage is over.
     */
    Optional<Fault> firstEnd() {
        comeBack(BROKER, this::startBroker);
        services.forEach(
                (service, process) -> comeBack(service.module(), () -> startService(process, Optional.empty())));
        return parts.stream()
                .filter(part -> part.hasEnded() && !outages.isMeant(part.name()))
                .findFirst()
                .map(Part::end);
    }

    private void comeBack(String name, Runnable start) {
        if (outages.isOver(name)) {
            if (parts.removeIf(part -> part.name().equals(name) && part.hasEnded())) {
                try {
                    start.run();
                } catch (ServerFailure e) {
                    throw fault(e);
                }
            }
            outages.close(name);
        }
    }

    /** Stops the services in parallel, then the broker, then the database. Idempotent. */
    void stop() {
        stopping = true;
        starting.writeLock().lock();
        try {
            stopAll();
            ledger.clear();
        } finally {
            starting.writeLock().unlock();
        }
    }

    private void stopAll() {
        try {
            CompletableFuture.allOf(services.values().stream()
                            .map(service -> CompletableFuture.runAsync(service::stop))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            try {
                kafka.stop();
            } finally {
                postgres.stop();
            }
        }
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    URI address(Service service) {
        return services.get(service).address();
    }

    URI managementAddress(Service service) {
        return services.get(service).managementAddress();
    }
}
