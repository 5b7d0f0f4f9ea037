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
 * Command line options; see README.md.
 *
 * @param home folder of the bench's output
 * @param feedback number of feedback in the history
 * @param events number of events in the filled outbox
 * @param milestones number of milestones in the largest list
 * @param rounds number of measurements per item
 * @param window duration of one measurement
 * @param warmUp maximum warm-up time of an item
 * @param connections number of connections of both wrk and pgbench
 * @param reuse whether to reuse data loaded by a previous run
 * @param showStatements whether only to print the statements that the services issue
 * @param items names of the items to measure; empty for all
 */
record Options(
        Path home,
        int feedback,
        int events,
        int milestones,
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
            "--milestones",
            "--rounds",
            "--seconds",
            "--warm-up",
            "--connections",
            "--items",
            "--pgbench",
            "--wrk");

    /** @throws Unmeasurable for an unknown option or an invalid value */
    static Options parse(Path root, String... arguments) {
        Map<String, String> given = given(arguments);
        boolean quick = given.containsKey("--quick");
        return new Options(
                Path.of(given.getOrDefault("--home", root.resolve(".cchc/bench").toString()))
                        .toAbsolutePath(),
                number(given, "--feedback", 20_000),
                number(given, "--events", quick ? 30_000 : 200_000),
                number(given, "--milestones", quick ? 20_000 : 1_000_000),
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
                        "Option " + option + " is unknown or has no value; deploy/bench/README.md lists the options.");
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
