package vn.cchc.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.bench.system.Database;
import vn.cchc.platform.testing.server.ChildProcess;

/**
 * Single-threaded load generators: {@code wrk} for HTTP, {@code pgbench} for the database, Kafka's {@code
 * ProducerPerformance} for the broker.
 */
public final class LoadTools {
    private static final Pattern WRK_COUNT = Pattern.compile("(?m)^\\s*([0-9]+) requests in ");
    private static final Pattern WRK_RATE = Pattern.compile("(?m)^Requests/sec:\\s*([0-9.]+)");
    private static final Pattern WRK_FAULT = Pattern.compile("(?m)^\\s*(Non-2xx.*|Socket errors:.*)$");
    private static final Pattern PGBENCH_COUNT =
            Pattern.compile("(?m)^number of transactions actually processed: ([0-9]+)");
    private static final Pattern PGBENCH_FAILED = Pattern.compile("(?m)^number of failed transactions: ([0-9]+)");
    private static final Pattern PGBENCH_RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern KAFKA_TOTAL =
            Pattern.compile("(?m)^([0-9]+) records sent, ([0-9.]+) records/sec .*99\\.9th\\.");

    private final String pgbench;
    private final String wrk;
    private final int connections;

    /** @param connections number of connections of both wrk and pgbench */
    public LoadTools(String pgbench, String wrk, int connections) {
        this.pgbench = pgbench;
        this.wrk = wrk;
        this.connections = connections;
    }

    /**
     * Closed-loop HTTP load at maximum throughput.
     *
     * @param script creates the requests from {@code arguments}
     */
    public Volume http(int port, Path script, List<String> arguments, Duration duration) {
        List<String> command = new ArrayList<>(List.of(
                wrk,
                "-t1",
                "-c" + connections,
                "-d" + duration.toSeconds() + "s",
                "--timeout",
                "30s",
                "-s",
                script.toString(),
                "http://localhost:" + port,
                "--"));
        command.addAll(arguments);
        String output = run(command);
        Matcher fault = WRK_FAULT.matcher(output);
        if (fault.find()) {
            throw new Unmeasurable(
                    "Not every request was successful: " + fault.group(1).strip());
        }
        return new Volume(Long.parseLong(find(WRK_COUNT, output)), Double.parseDouble(find(WRK_RATE, output)));
    }

    /**
     * Closed-loop transactions at maximum throughput, with prepared statements, as the service's role.
     *
     * @param variables script variables
     */
    public Volume database(Database database, Path script, Map<String, String> variables, Duration duration) {
        List<String> command = new ArrayList<>(List.of(
                pgbench,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                "--jobs=1",
                "--time=" + duration.toSeconds(),
                "--host=localhost",
                "--port=" + database.port(),
                "--username=" + database.owner(),
                "--file=" + script));
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.add(database.name());
        String output = run(command);
        if (!find(PGBENCH_FAILED, output).equals("0")) {
            throw new Unmeasurable("pgbench had failed transactions:\n" + output);
        }
        return new Volume(Long.parseLong(find(PGBENCH_COUNT, output)), Double.parseDouble(find(PGBENCH_RATE, output)));
    }

    /**
     * Sends records at maximum throughput, with the relay's producer settings.
     *
     * @param payloads a file with one record value per line
     */
    public static Volume broker(String bootstrapServers, String topic, long records, Path payloads) {
        String output = run(List.of(
                ChildProcess.javaCommand(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                topic,
                "--num-records",
                String.valueOf(records),
                "--payload-file",
                payloads.toString(),
                "--throughput",
                "-1",
                "--producer-props",
                "bootstrap.servers=" + bootstrapServers,
                "acks=all",
                "enable.idempotence=true",
                "compression.type=lz4",
                "batch.size=65536",
                "linger.ms=5"));
        Matcher total = KAFKA_TOTAL.matcher(output);
        if (!total.find()) {
            throw new Unmeasurable("ProducerPerformance printed no total:\n" + output);
        }
        return new Volume(Long.parseLong(total.group(1)), Double.parseDouble(total.group(2)));
    }

    /** First line of a program's version output. */
    static String version(String program, String option) {
        return runAnyStatus(List.of(program, option))
                .output()
                .lines()
                .findFirst()
                .orElse("unknown");
    }

    public Map<String, String> versions() {
        return Map.of("pgbench", version(pgbench, "--version"), "wrk", version(wrk, "--version"));
    }

    private static String find(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new Unmeasurable("No match of " + pattern + " in:\n" + output);
        }
        return matcher.group(1);
    }

    private static String run(List<String> command) {
        Ended ended = runAnyStatus(command);
        if (ended.status() != 0) {
            throw new Unmeasurable(command.stream().limit(1).collect(Collectors.joining()) + " ended with "
                    + ended.status() + ":\n" + ended.output());
        }
        return ended.output();
    }

    private record Ended(int status, String output) {}

    private static Ended runAnyStatus(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new Unmeasurable(command.get(0) + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        }
    }
}
