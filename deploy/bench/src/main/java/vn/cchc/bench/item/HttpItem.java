package vn.cchc.bench.item;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.cchc.bench.load.LoadTools;
import vn.cchc.bench.load.Meter;
import vn.cchc.bench.load.OpenLoop;
import vn.cchc.bench.load.OpenLoop.Latency;
import vn.cchc.bench.load.Trial;
import vn.cchc.bench.statement.Issued;
import vn.cchc.bench.statement.Script;
import vn.cchc.bench.system.Database;
import vn.cchc.bench.system.Events;
import vn.cchc.local.api.Service;

/** An API operation compared with pgbench running the statements that the service issues for it. */
public final class HttpItem implements Item {
    private static final int CHECKED_REQUESTS = 200;

    private final Operation operation;
    private final Limit limit;
    private final Means means;

    /**
     * The measured side.
     *
     * @param port port of the service
     * @param requestMaker the wrk script
     * @param arguments arguments of that script
     * @param requests the same requests for an open loop
     */
    public record Operation(
            String name,
            Goal goal,
            Service service,
            int port,
            Path requestMaker,
            List<String> arguments,
            Supplier<byte[]> requests) {}

    /**
     * The reference side.
     *
     * @param database the database pgbench runs against
     * @param variables script variables, evaluated for each run
     */
    public record Limit(Database database, Script script, Supplier<Map<String, String>> variables) {}

    /** Measuring tools. */
    public record Means(LoadTools tools, Meter meter, Events events, Issued issued) {}

    public HttpItem(Operation operation, Limit limit, Means means) {
        this.operation = operation;
        this.limit = limit;
        this.means = means;
    }

    @Override
    public String name() {
        return operation.name();
    }

    @Override
    public Goal goal() {
        return operation.goal();
    }

    @Override
    public List<String> trees() {
        return List.of(operation.service().module(), "PostgreSQL");
    }

    @Override
    public List<String> othersTrees() {
        return List.of("Kafka", "plan-service", "reporting-service", "feedback-service").stream()
                .filter(tree -> !tree.equals(operation.service().module()))
                .toList();
    }

    @Override
    public List<String> limitTrees() {
        return List.of("PostgreSQL");
    }

    @Override
    public Trial ours(Duration window) {
        return means.meter().measure(() -> means.tools()
                .http(operation.port(), operation.requestMaker(), operation.arguments(), window));
    }

    @Override
    public Trial limit(Duration window) {
        return means.meter().measure(() -> means.tools()
                .database(
                        limit.database(),
                        limit.script().file(),
                        limit.variables().get(),
                        window));
    }

    @Override
    public Optional<Latency> latency(double perSecond, Duration window) {
        means.events().settle();
        OpenLoop load = new OpenLoop(operation.port(), operation.requests());
        // Warms up the load generator: its own stalls while cold would be measured as latency.
        load.run(perSecond, window.dividedBy(2));
        means.events().settle();
        return Optional.of(load.run(perSecond, window));
    }

    @Override
    public List<String> statementDifferences() {
        return Issued.differences(issued(), limit.script(), CHECKED_REQUESTS);
    }

    @Override
    public String issuedStatements() {
        return issued().entrySet().stream()
                .map(issued ->
                        String.format("%8.3f  %s", issued.getValue() / (double) CHECKED_REQUESTS, issued.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, Long> issued() {
        means.events().settle();
        means.issued().reset();
        OpenLoop.few(operation.port(), operation.requests(), CHECKED_REQUESTS);
        means.events().settle();
        return means.issued().read();
    }
}
