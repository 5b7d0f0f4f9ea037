package vn.cchc.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cchc.bench.item.Item;
import vn.cchc.bench.load.OpenLoop.Latency;
import vn.cchc.bench.load.Trial;
import vn.cchc.bench.load.WarmUp;
import vn.cchc.bench.report.ItemResult;
import vn.cchc.bench.report.Median;

/**
 * Order of measurements: warm-up, comparison of statements, rounds with rotated items, then latency at half the
 * throughput.
 */
final class Measurements {
    private final Options options;
    private final PrintStream out;

    Measurements(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures all items.
     *
     * @throws Unmeasurable when a service issues statements other than those in the committed scripts
     */
    List<ItemResult> run(List<Item> items) {
        WarmUp warmUp = new WarmUp(options.warmUp(), out);
        items.forEach(item -> warmUp.run(item.name(), item.trees(), item::ours));
        checkStatements(items);
        Map<Item, List<Trial>> ours = new LinkedHashMap<>();
        Map<Item, List<Trial>> limits = new LinkedHashMap<>();
        Map<Item, List<Latency>> latencies = new LinkedHashMap<>();
        for (Item item : items) {
            ours.put(item, new ArrayList<>());
            limits.put(item, new ArrayList<>());
            latencies.put(item, new ArrayList<>());
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (int place = 0; place < items.size(); place++) {
                Item item = items.get((place + round) % items.size());
                if (round % 2 == 0) {
                    ours.get(item).add(item.ours(options.window()));
                    limits.get(item).add(item.limit(options.window()));
                } else {
                    limits.get(item).add(item.limit(options.window()));
                    ours.get(item).add(item.ours(options.window()));
                }
                say(round + 1, item, last(ours.get(item)), last(limits.get(item)));
            }
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (int place = 0; place < items.size(); place++) {
                Item item = items.get((place + round) % items.size());
                halfLoad(item, ours.get(item)).ifPresent(latencies.get(item)::add);
            }
        }
        return items.stream()
                .map(item -> new ItemResult(item, ours.get(item), limits.get(item), latencies.get(item)))
                .toList();
    }

    private void checkStatements(List<Item> items) {
        StringBuilder faults = new StringBuilder();
        for (Item item : items) {
            List<String> differences = item.statementDifferences();
            if (!differences.isEmpty()) {
                faults.append("\n").append(item.name()).append(":\n  ").append(String.join("\n  ", differences));
            }
        }
        if (!faults.isEmpty()) {
            throw new Unmeasurable("The services issue other statements than those in deploy/bench/pgbench:" + faults);
        }
        out.println("The services issue the statements of the committed scripts, and no others.");
    }

    private Optional<Latency> halfLoad(Item item, List<Trial> ours) {
        double half = Median.of(ours.stream().map(Trial::perSecond).toList()) / 2;
        Optional<Latency> latency = item.latency(half, options.window());
        latency.ifPresent(times -> out.printf(
                "%s at %.0f/s: median %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                item.name(), times.perSecond(), times.median(), times.p99(), times.worst()));
        return latency;
    }

    private void say(int round, Item item, Trial ours, Trial limit) {
        out.printf(
                "round %d: %s %.0f/s, limit %.0f/s, ratio %.2f; %.0f µs/op of processor time; others used %.0f %%%n",
                round,
                item.name(),
                ours.perSecond(),
                limit.perSecond(),
                ours.perSecond() / limit.perSecond(),
                ours.cpuMicrosOf(item.trees().toArray(String[]::new)),
                100 * Math.max(ours.foreignShare(), limit.foreignShare()));
    }

    private static Trial last(List<Trial> trials) {
        return trials.get(trials.size() - 1);
    }
}
