package vn.cchc.bench.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.bench.data.Commune;
import vn.cchc.bench.data.Communes;
import vn.cchc.bench.system.ProcessTree;
import vn.cchc.bench.system.RunningSystem;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Service;

/**
 * How long one clerk waits for the largest plan as a Word file, and how much memory that takes: 2,000 rows, the real annex many times
 * over, each in a section of its own. No limit of database or broker compares with it, so the goals are absolute. A turn leaves nothing
 * behind but drafts given up.
 */
public final class LargePlan {

    /** Name on the command line. */
    public static final String NAME = "large-plan";

    private static final int ROWS = 2_000;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String IMPORTS = "/api/v1/plan-imports";

    private final ApiClient clerk;
    private final ProcessTree service;
    private final ObjectNode document;

    public LargePlan(RunningSystem system) {
        Commune commune = Communes.loaded(system).get(0);
        this.clerk = system.callers().as(Communes.holder("clerk", commune), Service.PLAN);
        this.service = system.process(Service.PLAN.module())
                .orElseThrow(() -> new Unmeasurable("The launcher has not recorded plan-service"));
        this.document = large(Communes.realPlan().deepCopy());
        document.withObject("/header").put("issuer", Communes.nameOf(commune));
    }

    /**
     * A turn.
     *
     * @param seconds by step, in their order
     * @param mostMegabytes the most resident memory of plan-service in the turn, in 10⁶ bytes
     * @param mostOwnMegabytes the most of its own of that, without pages of files
     */
    public record Turn(Map<String, Double> seconds, double mostMegabytes, double mostOwnMegabytes) {

        /** Of all its steps. */
        public double allSeconds() {
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * What was measured.
     *
     * @param made the Word file made from a plan document
     * @param imported the Word file imported by a service that has done nothing else since its start
     */
    public record Measured(List<Turn> made, List<Turn> imported) {}

    /** Makes the Word file so many times, after one that is not counted. */
    public List<Turn> make(int turns, Path file) {
        return afterOne(turns, () -> make(file));
    }

    /** Imports the Word file so many times, after one that is not counted. */
    public List<Turn> importFrom(int turns, Path file) {
        byte[] word = read(file);
        return afterOne(turns, () -> importFrom(word));
    }

    private static List<Turn> afterOne(int turns, Supplier<Turn> turn) {
        return Stream.generate(turn).limit(turns + 1L).skip(1).toList();
    }

    private Turn make(Path file) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Memory memory = new Memory(service);
        JsonNode draft = timed("import of JSON", seconds, () -> imported(document));
        byte[] word = timed(
                "annex as DOCX",
                seconds,
                () -> clerk.download(IMPORTS + "/" + draft.get("id").asText() + "/annex", WORD));
        Turn turn = memory.turn(seconds);
        giveUp(draft);
        write(file, word);
        return turn;
    }

    private Turn importFrom(byte[] word) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Memory memory = new Memory(service);
        JsonNode transcript = timed("transcript of DOCX", seconds, () -> clerk.postFile(
                        "/api/v1/plan-transcripts", "ke-hoach.docx", WORD, word)
                .body());
        ObjectNode transcribed = transcript.withObject("/document").deepCopy();
        int rows = transcribed.get("annex").size();
        if (rows != document.get("annex").size()) {
            throw new Unmeasurable("The transcript of " + document.get("annex").size() + " rows has " + rows);
        }
        transcribed.set("header", document.get("header"));
        JsonNode draft = timed("import of the transcript", seconds, () -> imported(transcribed));
        Turn turn = memory.turn(seconds);
        giveUp(draft);
        return turn;
    }

    /** The most memory of a process from now on; what it has of its own is looked at every {@value #EVERY_MILLIS} ms. */
    private static final class Memory {

        private static final long EVERY_MILLIS = 10;

        private final ProcessTree process;
        private final AtomicReference<Double> mostOwn = new AtomicReference<>(0.0);
        private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

        Memory(ProcessTree process) {
            this.process = process;
            process.forgetMost();
            ScheduledFuture<?> unused = looking.scheduleAtFixedRate(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void look() {
            mostOwn.accumulateAndGet(process.ownMegabytes(), Math::max);
        }

        Turn turn(Map<String, Double> seconds) {
            looking.shutdownNow();
            look();
            return new Turn(seconds, process.mostMegabytes(), mostOwn.get());
        }
    }

    private static void write(Path file, byte[] word) {
        try {
            Files.write(file, word);
        } catch (IOException e) {
            throw new Unmeasurable(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unmeasurable(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private JsonNode imported(ObjectNode plan) {
        return clerk.post(IMPORTS, Map.of("document", plan), onceOnly()).body();
    }

    private void giveUp(JsonNode draft) {
        String path = IMPORTS + "/" + draft.get("id").asText();
        Map<String, String> headers = new LinkedHashMap<>(onceOnly());
        headers.put("If-Match", clerk.getVersioned(path).etag());
        clerk.post(path + "/discards", Map.of(), headers);
    }

    private static Map<String, String> onceOnly() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static <T> T timed(String step, Map<String, Double> seconds, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        seconds.put(step, (System.nanoTime() - begin) / 1e9);
        return result;
    }

    /** The annex again and again, each time below a section, until there are {@link #ROWS}; cut off where they are reached. */
    private static ObjectNode large(ObjectNode plan) {
        plan.withObject("/header").put("number", "58/KH-UBND");
        plan.path("areas")
                .forEach(area -> area.path("targets").forEach(target -> ((ObjectNode) target).remove("linkedRows")));
        JsonNode rows = plan.get("annex").deepCopy();
        ArrayNode annex = plan.putArray("annex");
        for (int section = 1; annex.size() < ROWS; section++) {
            int above = annex.size() + 1;
            annex.addObject().put("order", above).put("code", "P" + section).put("title", "Phần " + section);
            for (JsonNode row : rows) {
                if (annex.size() == ROWS) {
                    break;
                }
                ObjectNode copy = row.deepCopy();
                copy.put("order", above + row.get("order").intValue());
                copy.put("parent", above + row.path("parent").asInt(0));
                annex.add(copy);
            }
        }
        return plan;
    }
}
