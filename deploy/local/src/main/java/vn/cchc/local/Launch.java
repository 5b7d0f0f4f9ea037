package vn.cchc.local;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer;
import vn.cchc.local.sample.Clocks;
import vn.cchc.local.sample.People;
import vn.cchc.local.sample.Sample;
import vn.cchc.platform.testing.server.PostgresServer;

/** One run of {@code mvn -Pup}, from the checks of the machine to the end of the last process. */
final class Launch {
    /** A process terminated from outside refuses requests for a second or two before it ends. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Options options;
    private final PrintStream out;

    Launch(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Starts everything and blocks until something fails. A signal ends the JVM and, through the shutdown hook, the
     * system.
     *
     * @throws Fault always: the cause of the failure. Nothing is left running then
     */
    void run() {
        long begun = System.nanoTime();
        WorkFolder folder = WorkFolder.at(options.home());
        SingleLaunch.claim(folder.lock());
        endLeftovers(folder);
        PortCheck.requireFree(options.ports());
        if (options.fresh()) {
            folder.clear();
        }
        TokenIssuer issuer = TokenIssuer.keptIn(folder.tokenKey());
        LocalSystem system = new LocalSystem(options, folder, issuer.publicKey());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
        runSystem(system, folder, issuer, begun);
    }

    private void endLeftovers(WorkFolder folder) {
        List<String> ended = new ArrayList<>(new ProcessLedger(folder.processes()).endLeftovers());
        // A database whose launcher was killed during start-up is not in the ledger yet.
        PostgresServer.in(folder.postgres(), options.postgresPort())
                .postmaster()
                .ifPresent(process -> {
                    ProcessLedger.end(process);
                    ended.add("PostgreSQL");
                });
        if (!ended.isEmpty()) {
            say("Stopped processes left over by a killed launcher: " + String.join(", ", ended));
        }
    }

    private void runSystem(LocalSystem system, WorkFolder folder, TokenIssuer issuer, long begun) {
        Watch watch = new Watch(system::firstEnd, GRACE);
        try {
            say("Starting PostgreSQL, Kafka and the services; logs are in " + folder.home() + " …");
            StartPage page = watch.over(() -> prepare(system, folder, issuer));
            releaseMemory();
            if (!system.isStopping()) {
                page.print(out, Duration.ofNanos(System.nanoTime() - begun));
            }
            watch.forEver();
        } catch (RuntimeException failure) {
            if (system.isStopping()) {
                awaitEndOfJvm();
            }
            stop(system);
            throw failure;
        }
    }

    private StartPage prepare(LocalSystem system, WorkFolder folder, TokenIssuer issuer) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        Callers callers = new Callers(http, addresses(system::address), addresses(system::managementAddress), issuer);
        // Reads its journal: a corrupt one must fail before anything is started.
        Sample sample = new Sample(callers, system.bootstrapServers(), folder.sampleJournal(), folder.reports());
        system.start(http, sample.beginning(options.withSample()));
        People people = sample.prepare(options.withSample(), this::say);
        Access access = access(callers, people);
        access.writeTo(folder.access());
        return new StartPage(access, people, folder, sample.report());
    }

    private static Map<Service, URI> addresses(Function<Service, URI> of) {
        Map<Service, URI> addresses = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            addresses.put(service, of.apply(service));
        }
        return addresses;
    }

    private static Access access(Callers callers, People people) {
        Map<String, URI> services = new LinkedHashMap<>();
        Map<String, URI> management = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            services.put(service.key(), callers.address(service));
            management.put(service.key(), callers.managementAddress(service));
        }
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("clerk", callers.token(people.clerk()));
        tokens.put("officer", callers.token(people.officer(People.OFFICERS_UNIT)));
        tokens.put("leader", callers.token(people.leader()));
        tokens.put("district", callers.token(people.reviewer()));
        tokens.put("operator", callers.token(People.operator()));
        tokens.put("admin", callers.token(people.admin()));
        return new Access(services, management, tokens, new Clocks(callers).today());
    }

    /** The build has filled this JVM's heap; from now on it is idle, so the memory is released. */
    private static void releaseMemory() {
        System.gc();
    }

    /** During shutdown by a signal, failures are consequences of the shutdown and are not reported. */
    private static void awaitEndOfJvm() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops everything; when a failure and a signal coincide, waits for the stop already in progress. */
    private void stop(LocalSystem system) {
        boolean first = !system.isStopping();
        if (first) {
            say("Stopping the services, then Kafka, then PostgreSQL …");
        }
        system.stop();
        if (first) {
            say("Stopped.");
        }
    }

    private void say(String line) {
        out.println("[cchc] " + line);
        out.flush();
    }
}
