package vn.cchc.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.bench.system.RunningSystem;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.ApiClient.Answer;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer.Holder;

/** A hundred authorities with one issued plan each, created through the API. */
public final class Communes {
    public static final int COUNT = 100;

    /** The day on which the real plan was signed. */
    public static final OffsetDateTime PLANNED = OffsetDateTime.parse("2020-12-24T09:00:00+07:00");

    private static final String CLOCK = "/local/training-clock";
    private static final String MODEL = "THUONG-LO";
    private static final Holder OPERATOR = new Holder("operator", "Vận hành hệ thống", "operator", null, null);

    private final Callers callers;
    private final JsonNode plan;

    public Communes(RunningSystem system) {
        this.callers = system.callers();
        this.plan = realPlan();
    }

    /**
     * Sets the clocks to the time of measurement. If a previous run has gone beyond that day, the latest day reached is
     * used, as earlier days are marked as complete and cannot be re-entered.
     *
     * @return the day
     */
    public static LocalDate beginDay(RunningSystem system) {
        Callers callers = system.callers();
        LocalDate day = History.TODAY.toLocalDate();
        for (Service service : Service.values()) {
            LocalDate reached = OffsetDateTime.parse(
                            callers.anonymous(service).get(CLOCK).get("now").asText())
                    .toLocalDate();
            day = reached.isAfter(day) ? reached : day;
        }
        setClock(system, History.TODAY.with(day));
        return day;
    }

    /** Sets all services' clocks, which run on from there. */
    private static void setClock(RunningSystem system, OffsetDateTime time) {
        Callers callers = system.callers();
        for (Service service : Service.values()) {
            callers.anonymous(service).put(CLOCK, Map.of("now", time.toString()), Map.of());
        }
    }

    /** Registers the authorities with the sample commune's units, imports the real plan for each and issues it. */
    public void load(RunningSystem system) {
        setClock(system, PLANNED);
        JsonNode model = callers.as(OPERATOR, Service.PLAN)
                .get("/api/v1/authorities/" + modelCommune().get("id").asText());
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<? extends Future<?>> all = IntStream.rangeClosed(1, COUNT)
                    .mapToObj(number -> workers.submit(() -> load(number, model)))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new Unmeasurable(
                    "An authority with its plan could not be created: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private JsonNode modelCommune() {
        for (JsonNode authority : callers.anonymous(Service.PLAN)
                .get("/api/v1/authorities?limit=200")
                .path("items")) {
            if (authority.get("code").asText().equals(MODEL)) {
                return authority;
            }
        }
        throw new Unmeasurable("The launcher has not registered " + MODEL);
    }

    private void load(int number, JsonNode model) {
        ApiClient operator = callers.as(OPERATOR, Service.PLAN);
        Map<String, Object> authority = new HashMap<>();
        authority.put("code", String.format("BENCH-%03d", number));
        authority.put("name", nameOf(number));
        authority.put("level", "COMMUNE");
        authority.put("parentId", model.get("parentId").asText());
        authority.put("place", "Đo " + number);
        authority.put("validFrom", model.get("validFrom").asText());
        UUID id = id(
                operator.post("/api/v1/authorities", authority, onceOnly(null)).body());
        for (JsonNode unit : model.get("units")) {
            ObjectNode details = unit.deepCopy();
            details.remove("id");
            operator.post("/api/v1/authorities/" + id + "/units", details, onceOnly(null));
        }
        ApiClient leader = callers.as(holder("leader", number, id), Service.PLAN);
        ObjectNode document = plan.deepCopy();
        document.withObject("/header").put("issuer", nameOf(number));
        UUID draft = id(callers.as(holder("clerk", number, id), Service.PLAN)
                .post("/api/v1/plan-imports", Map.of("document", document), onceOnly(null))
                .body());
        Answer reviewed = leader.getVersioned("/api/v1/plan-imports/" + draft);
        leader.post("/api/v1/plan-imports/" + draft + "/issuances", Map.of(), onceOnly(reviewed.etag()));
    }

    /** The loaded authorities with their plans, by pgbench number. */
    public static List<Commune> loaded(RunningSystem system) {
        Callers callers = system.callers();
        return system.database(Service.PLAN)
                .query("SELECT number, authority_id, id FROM bench_plan ORDER BY number", row -> {
                    int number = row.getInt(1);
                    UUID authority = row.getObject(2, UUID.class);
                    return new Commune(
                            number,
                            authority,
                            row.getObject(3, UUID.class),
                            callers.token(holder("clerk", number, authority)));
                });
    }

    /** Name of a loaded authority. */
    public static String nameOf(Commune commune) {
        return nameOf(commune.number());
    }

    private static String nameOf(int number) {
        return "UBND xã Đo " + number;
    }

    /** A person of a loaded authority. */
    public static Holder holder(String role, Commune commune) {
        return holder(role, commune.number(), commune.id());
    }

    private static Holder holder(String role, int number, UUID authority) {
        return new Holder(role + "." + number, "Người dùng " + number, role, authority, null);
    }

    private static Map<String, String> onceOnly(String etag) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        return headers;
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.get("id").asText());
    }

    /** The real plan of 2021 as a plan document. */
    public static JsonNode realPlan() {
        try (InputStream document = Communes.class.getResourceAsStream("/sample/plan-2021.json")) {
            return ApiClient.JSON.readTree(document);
        } catch (IOException e) {
            throw new Unmeasurable("The plan of the sample cannot be read: " + e.getMessage(), e);
        }
    }
}
