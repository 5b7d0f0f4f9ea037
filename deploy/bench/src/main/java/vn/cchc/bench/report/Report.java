package vn.cchc.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.bench.item.Goal;
import vn.cchc.bench.item.Item;
import vn.cchc.bench.item.LargeLists;
import vn.cchc.bench.item.LargePlan;
import vn.cchc.bench.load.Trial;
import vn.cchc.bench.system.FirstRequests.First;
import vn.cchc.local.api.Service;

/** All figures of a run, as a table for people and as JSON for programs. */
public final class Report {
    private static final Goal P99_MILLIS = new Goal(20, 10, 5);
    private static final Goal MEMORY_MEGABYTES = new Goal(260, 200, 185);
    private static final Goal STEP_SECONDS = new Goal(3, 2, 1);
    private static final Goal IMPORT_MEGABYTES = new Goal(300, 260, 220);
    private static final Goal GROWTH = new Goal(1.5, 1.3, 1.1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Surroundings surroundings;
    private final List<Map<Service, First>> starts;
    private final List<ItemResult> results;
    private final LargePlan.Measured largePlan;
    private final List<LargeLists.Growth> lists;

    /**
     * Takes the figures.
     *
     * @param starts measurements of each start of the system
     * @param largePlan without turns when it was not measured
     * @param lists empty when they were not measured
     */
    public Report(
            Surroundings surroundings,
            List<Map<Service, First>> starts,
            List<ItemResult> results,
            LargePlan.Measured largePlan,
            List<LargeLists.Growth> lists) {
        this.surroundings = surroundings;
        this.starts = List.copyOf(starts);
        this.results = List.copyOf(results);
        this.largePlan = largePlan;
        this.lists = List.copyOf(lists);
    }

    public String table() {
        StringBuilder table = new StringBuilder(4000);
        line(table, "");
        line(
                table,
                "%s, %d cores, %s; load average before %.2f",
                surroundings.processor(),
                surroundings.cores(),
                surroundings.java(),
                surroundings.loadAverage());
        line(table, "%s", settings());
        line(table, "");
        line(
                table,
                "%-16s %8s %8s %6s %11s %17s %-8s %26s %7s %8s",
                "item",
                "ours/s",
                "limit/s",
                "ratio",
                "least-most",
                "floor/target/str.",
                "verdict",
                "µs/op service+db (others)",
                "limit",
                "foreign");
        for (ItemResult result : results) {
            Item item = result.item();
            line(
                    table,
                    "%-16s %8.0f %8.0f %6.2f %11s %17s %-8s %26s %7.0f %7.0f %%",
                    item.name(),
                    result.perSecond(),
                    result.limitPerSecond(),
                    result.ratio(),
                    String.format(Locale.ROOT, "%.2f-%.2f", result.leastRatio(), result.greatestRatio()),
                    goal(item.goal(), "%.2f/%.2f/%.2f"),
                    item.goal().verdict(result.ratio()),
                    item.trees().stream()
                                    .map(tree -> String.valueOf(Math.round(result.cpuMicros(tree))))
                                    .collect(Collectors.joining("+"))
                            + " (" + Math.round(result.othersCpuMicros()) + ")",
                    result.limitCpuMicros(),
                    result.foreignShare() * 100);
        }
        line(table, "");
        line(
                table,
                "%-16s %8s %10s %10s %17s %s",
                "half the rate",
                "per s",
                "median ms",
                "p99 ms",
                "floor/target/str.",
                "verdict");
        for (ItemResult result : results) {
            if (!result.latencies().isEmpty()) {
                line(
                        table,
                        "%-16s %8.0f %10.1f %10.1f %17s %s",
                        result.item().name(),
                        result.perSecond() / 2,
                        result.medianMillis(),
                        result.p99Millis(),
                        goal(P99_MILLIS, "%.0f/%.0f/%.0f"),
                        P99_MILLIS.verdict(result.p99Millis()));
            }
        }
        line(table, "");
        line(
                table,
                "%-18s %22s %16s %17s %s",
                "first request",
                "s, three start at once",
                "resident MB",
                "floor/target/str.",
                "verdict");
        for (Service service : Service.values()) {
            double memory = median(service, First::residentMegabytes);
            line(
                    table,
                    "%-18s %22.1f %16.0f %17s %s",
                    service.module(),
                    median(service, First::seconds),
                    memory,
                    goal(MEMORY_MEGABYTES, "%.0f/%.0f/%.0f"),
                    MEMORY_MEGABYTES.verdict(memory));
        }
        if (!largePlan.made().isEmpty()) {
            line(table, "");
            line(table, "%-26s %8s %17s %s", LargePlan.NAME, "seconds", "floor/target/str.", "verdict");
            steps(table, largePlan.made());
            steps(table, largePlan.imported());
            double seconds = Median.of(largePlan.imported().stream()
                    .map(LargePlan.Turn::allSeconds)
                    .toList());
            line(
                    table,
                    "%-26s %8.2f %17s %s",
                    "import of DOCX, both steps",
                    seconds,
                    goal(STEP_SECONDS, "%.1f/%.1f/%.1f"),
                    STEP_SECONDS.verdict(seconds));
            double megabytes = most(largePlan.imported(), LargePlan.Turn::mostOwnMegabytes);
            line(
                    table,
                    "%-26s %8.0f %17s %s",
                    "most MB of its own of it",
                    megabytes,
                    goal(IMPORT_MEGABYTES, "%.0f/%.0f/%.0f"),
                    IMPORT_MEGABYTES.verdict(megabytes));
            line(
                    table,
                    "%-26s %8.0f",
                    "resident, with files",
                    most(largePlan.imported(), LargePlan.Turn::mostMegabytes));
            line(
                    table,
                    "%-26s %8.0f, resident %.0f",
                    "of JSON and annex",
                    most(largePlan.made(), LargePlan.Turn::mostOwnMegabytes),
                    most(largePlan.made(), LargePlan.Turn::mostMegabytes));
        }
        if (!lists.isEmpty()) {
            line(table, "");
            line(
                    table,
                    "%-28s %10s %10s %10s %17s %-8s %s",
                    LargeLists.NAME,
                    "pages/s",
                    "among " + lists.get(0).rows(),
                    "time ratio",
                    "floor/target/str.",
                    "verdict",
                    "µs/op service+db, among few and many");
            for (LargeLists.Growth list : lists) {
                double few = median(list.amongFew(), Trial::perSecond);
                double many = median(list.amongMany(), Trial::perSecond);
                line(
                        table,
                        "%-28s %10.0f %10.0f %10.2f %17s %-8s %s, %s",
                        list.list(),
                        few,
                        many,
                        few / many,
                        goal(GROWTH, "%.1f/%.1f/%.1f"),
                        GROWTH.verdict(few / many),
                        cpu(list.amongFew()),
                        cpu(list.amongMany()));
            }
        }
        return table.toString();
    }

    private static String cpu(List<Trial> trials) {
        return LargeLists.TREES.stream()
                .map(tree -> String.valueOf(Math.round(median(trials, trial -> trial.cpuMicrosOf(tree)))))
                .collect(Collectors.joining("+"));
    }

    private static double median(List<Trial> trials, ToDoubleFunction<Trial> figure) {
        return Median.of(trials.stream().map(figure::applyAsDouble).toList());
    }

    /** Writes a file named after the time of the run to {@code folder}. */
    public Path writeTo(Path folder) {
        Path file = folder.resolve(surroundings.begun().toString().replaceAll("[:.]", "-") + ".json");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), tree());
            return file;
        } catch (IOException e) {
            throw new Unmeasurable(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("begun", surroundings.begun().toString());
        tree.put("processor", surroundings.processor());
        tree.put("cores", surroundings.cores());
        tree.put("java", surroundings.java());
        tree.put("loadAverageBefore", surroundings.loadAverage());
        tree.put("tools", surroundings.tools());
        tree.put("database", surroundings.database());
        tree.put("items", results.stream().map(Report::tree).toList());
        Map<String, Object> services = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            double memory = median(service, First::residentMegabytes);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("secondsToFirstRequest", median(service, First::seconds));
            one.put("residentMegabytesAtFirstRequest", memory);
            one.put("residentGoal", goalTree(MEMORY_MEGABYTES));
            one.put("residentVerdict", MEMORY_MEGABYTES.verdict(memory));
            one.put("starts", starts.stream().map(start -> start.get(service)).toList());
            services.put(service.module(), one);
        }
        tree.put("services", services);
        if (!largePlan.made().isEmpty()) {
            tree.put("largePlan", largePlan);
        }
        if (!lists.isEmpty()) {
            tree.put("largeLists", lists);
        }
        return tree;
    }

    private static Map<String, Object> tree(ItemResult result) {
        Item item = result.item();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("item", item.name());
        tree.put("perSecond", result.perSecond());
        tree.put("limitPerSecond", result.limitPerSecond());
        tree.put("ratio", result.ratio());
        tree.put("ratios", result.ratios());
        tree.put("goal", goalTree(item.goal()));
        tree.put("verdict", item.goal().verdict(result.ratio()));
        Map<String, Object> cpu = new LinkedHashMap<>();
        item.trees().forEach(name -> cpu.put(name, result.cpuMicros(name)));
        item.othersTrees().forEach(name -> cpu.put(name, result.cpuMicros(name)));
        tree.put("cpuMicrosPerOperation", cpu);
        tree.put("limitCpuMicrosPerOperation", result.limitCpuMicros());
        tree.put("foreignShare", result.foreignShare());
        tree.put("rounds", result.ours().stream().map(Report::tree).toList());
        tree.put("limitRounds", result.limits().stream().map(Report::tree).toList());
        if (!result.latencies().isEmpty()) {
            tree.put("medianMillisAtHalf", result.medianMillis());
            tree.put("p99MillisAtHalf", result.p99Millis());
            tree.put("p99Goal", goalTree(P99_MILLIS));
            tree.put("p99Verdict", P99_MILLIS.verdict(result.p99Millis()));
            tree.put("latencies", result.latencies());
        }
        return tree;
    }

    private static Map<String, Object> tree(Trial trial) {
        return Map.of(
                "operations", trial.operations(),
                "perSecond", trial.perSecond(),
                "cpuMicros", trial.cpuMicros(),
                "foreignShare", trial.foreignShare());
    }

    private static Map<String, Double> goalTree(Goal goal) {
        return Double.isNaN(goal.floor())
                ? Map.of()
                : Map.of("floor", goal.floor(), "target", goal.target(), "stretch", goal.stretch());
    }

    private static String goal(Goal goal, String format) {
        return Double.isNaN(goal.floor())
                ? "-"
                : String.format(Locale.ROOT, format, goal.floor(), goal.target(), goal.stretch());
    }

    private static void steps(StringBuilder table, List<LargePlan.Turn> turns) {
        for (String step : turns.get(0).seconds().keySet()) {
            double seconds = Median.of(
                    turns.stream().map(turn -> turn.seconds().get(step)).toList());
            line(
                    table,
                    "%-26s %8.2f %17s %s",
                    step,
                    seconds,
                    goal(STEP_SECONDS, "%.1f/%.1f/%.1f"),
                    STEP_SECONDS.verdict(seconds));
        }
    }

    private static double most(List<LargePlan.Turn> turns, ToDoubleFunction<LargePlan.Turn> megabytes) {
        return turns.stream().mapToDouble(megabytes).max().orElseThrow();
    }

    private double median(Service service, ToDoubleFunction<First> figure) {
        return Median.of(starts.stream()
                .map(start -> figure.applyAsDouble(start.get(service)))
                .toList());
    }

    private String settings() {
        return surroundings.database().entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder table, String format, Object... values) {
        table.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
