package vn.cchc.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was asked for on the command line; README.md explains each.
 *
 * @param home the folder for what the bench leaves behind
 * @param feedback how many feedback the history has
 * @param events how many the outbox is filled with
 * @param rounds how often each item is measured
 * @param window of one measurement
 * @param warmUp the longest time for which an item is warmed
 * @param connections of wrk and pgbench alike
 * @param reuse whether data that a former run has loaded are used again
 * @param showStatements whether only to print what the services issue
 * @param items names of those to measure; empty for all
 */
record Options(
        Path home,
        int feedback,
        int events,
        int rounds,
        Duration window,
        Duration warmUp,
        int connections,
        boolean reuse,
        boolean showStatements,
        Set<String> items,
        String pgbench,
        String wrk) {

    private static final Set<String> FLAGS = Set.of("--quick", "--reuse", "--show-statements");
    private static final Set<String> WITH_VALUE = Set.of(
            "--home",
            "--feedback",
            "--events",
            "--rounds",
            "--seconds",
            "--warm-up",
            "--connections",
            "--items",
            "--pgbench",
            "--wrk");

    /** @throws Unmeasurable for an option that is not known, or a value that it cannot have */
    static Options parse(Path root, String... arguments) {
        Map<String, String> given = given(arguments);
        boolean quick = given.containsKey("--quick");
        return new Options(
                Path.of(given.getOrDefault("--home", root.resolve(".cchc/bench").toString()))
                        .toAbsolutePath(),
                number(given, "--feedback", 20_000),
                number(given, "--events", quick ? 30_000 : 200_000),
                number(given, "--rounds", quick ? 1 : 3),
                Duration.ofSeconds(number(given, "--seconds", quick ? 3 : 10)),
                Duration.ofSeconds(number(given, "--warm-up", quick ? 6 : 180)),
                number(given, "--connections", 8),
                given.containsKey("--reuse"),
                given.containsKey("--show-statements"),
                given.containsKey("--items")
                        ? new TreeSet<>(Arrays.asList(given.get("--items").split(",")))
                        : Set.of(),
                given.getOrDefault("--pgbench", "pgbench"),
                given.getOrDefault("--wrk", "wrk"));
    }

    private static Map<String, String> given(String... arguments) {
        Map<String, String> given = new HashMap<>();
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String option = words.next();
            if (FLAGS.contains(option)) {
                given.put(option, "");
            } else if (WITH_VALUE.contains(option) && words.hasNext()) {
                given.put(option, words.next());
            } else {
                throw new Unmeasurable(
                        "Option " + option + " is not known or lacks its value; deploy/bench/README.md lists them.");
            }
        }
        return given;
    }

    private static int number(Map<String, String> given, String option, int otherwise) {
        String value = given.getOrDefault(option, String.valueOf(otherwise));
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new Unmeasurable(option + " " + value + " is not a number from 1 on.");
        }
        return Integer.parseInt(value);
    }
}
