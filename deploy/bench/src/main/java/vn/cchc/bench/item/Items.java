package vn.cchc.bench.item;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vn.cchc.bench.Layout;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.bench.data.Communes;
import vn.cchc.bench.data.History;
import vn.cchc.bench.data.Requests;
import vn.cchc.bench.data.Traffic;
import vn.cchc.bench.item.HttpItem.Limit;
import vn.cchc.bench.item.HttpItem.Means;
import vn.cchc.bench.item.HttpItem.Operation;
import vn.cchc.bench.load.LoadTools;
import vn.cchc.bench.load.Meter;
import vn.cchc.bench.statement.Issued;
import vn.cchc.bench.statement.Script;
import vn.cchc.bench.system.Database;
import vn.cchc.bench.system.Events;
import vn.cchc.bench.system.RunningSystem;
import vn.cchc.local.api.Service;

/** The measured items with the goals set in advance. */
public final class Items {
    /** Same length as the event of a received feedback and as the response to its sender; written by pgbench. */
    private static final String EVENT = """
            {"id":"01a207bf-9684-7836-ac20-ea74044ad61c","authorityId":"01900000-0000-7000-8000-000000000001","version":1,\
            "occurredAt":"2021-01-18T09:00:36.405+07:00","number":6,"year":2021,"channel":"ONLINE","kind":"REFLECTION",\
            "classification":null,"state":"RECEIVED","receivedAt":"2021-01-18T09:00:36.405+07:00",\
            "receivedOn":"2021-01-18","dueOn":"2021-01-28","dueCalendar":"VN-2026.1","dueProvisional":false,\
            "dueRolls":true,"dueMovedFrom":null,"pausedDays":0,"pausedSince":null,\
            "unitId":null,"answeredAt":null,"answeredOn":null,"inTime":null}""";

    /** Those that no limit of database or broker compares with. */
    private static final List<String> WITHOUT_LIMIT = List.of(LargePlan.NAME, LargeLists.NAME);

    private final Layout layout;
    private final RunningSystem system;
    private final LoadTools tools;
    private final Events events;
    private final Traffic traffic;
    private final int feedback;
    private final int relayed;
    private final Meter meter;

    /**
     * Sizes.
     *
     * @param feedback number of feedback in the history
     * @param relayed number of changes in a filled outbox
     */
    public record Size(int feedback, int relayed) {}

    public Items(Layout layout, RunningSystem system, LoadTools tools, Events events, Size size) {
        this.layout = layout;
        this.system = system;
        this.tools = tools;
        this.events = events;
        this.feedback = size.feedback();
        this.relayed = size.relayed();
        this.traffic = new Traffic(layout, system, Communes.loaded(system), feedback);
        this.meter = new Meter(system.processes(), events::settle);
    }

    /** @param wanted names; empty for all */
    public List<Item> all(Set<String> wanted) {
        Map<String, Supplier<Item>> known = new LinkedHashMap<>();
        known.put("feedback-intake", () -> intake("feedback-intake"));
        known.put(
                "feedback-by-id",
                () -> read("feedback-by-id", Service.FEEDBACK, new Goal(0.28, 0.38, 0.45), traffic.feedbackById()));
        known.put(
                "feedback-page",
                () -> read("feedback-page", Service.FEEDBACK, new Goal(0.35, 0.45, 0.55), traffic.feedbackPage()));
        known.put(
                "plan-budget", () -> read("plan-budget", Service.PLAN, new Goal(0.5, 0.6, 0.7), traffic.planBudget()));
        known.put("relay", this::relay);
        List<Item> items = new ArrayList<>();
        for (String name : wanted) {
            if (!known.containsKey(name) && !WITHOUT_LIMIT.contains(name)) {
                throw new Unmeasurable(
                        "Unknown item " + name + "; known are " + known.keySet() + " and " + WITHOUT_LIMIT);
            }
        }
        known.forEach((name, make) -> {
            if (wanted.isEmpty() || wanted.contains(name)) {
                items.add(make.get());
            }
        });
        return items;
    }

    private Item intake(String name) {
        Requests requests = traffic.intake();
        return item(
                new Operation(
                        name,
                        new Goal(0.30, 0.45, 0.60),
                        Service.FEEDBACK,
                        system.port(Service.FEEDBACK),
                        layout.own("wrk/post.lua"),
                        requests.arguments(),
                        requests.bytes()),
                new Database(system.postgresPort(), History.COPY, Service.FEEDBACK.key()),
                () -> Map.of("payload", EVENT, "i", "0", "run", seconds()));
    }

    private Item read(String name, Service service, Goal goal, Requests requests) {
        return item(
                new Operation(
                        name,
                        goal,
                        service,
                        system.port(service),
                        layout.own("wrk/get.lua"),
                        requests.arguments(),
                        requests.bytes()),
                system.database(service),
                () -> Map.of("rows", String.valueOf(Traffic.PAGE + 1), "first", "0"));
    }

    /** Epoch seconds of the pgbench run, so that its ids are new and ascending. */
    private static String seconds() {
        return String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    }

    private Item item(Operation operation, Database database, Supplier<Map<String, String>> variables) {
        Supplier<Map<String, String>> all = () -> {
            Map<String, String> defined = new HashMap<>(variables.get());
            defined.put("feedback", String.valueOf(feedback));
            defined.put("communes", String.valueOf(Communes.COUNT));
            return defined;
        };
        return new HttpItem(
                operation,
                new Limit(database, Script.read(layout.own("pgbench/" + operation.name() + ".sql")), all),
                new Means(
                        tools,
                        meter,
                        events,
                        new Issued(
                                new Database(system.postgresPort(), "postgres", "postgres"),
                                operation.service().key())));
    }

    private Item relay() {
        return new RelayItem(
                new RelayItem.Content(
                        system.database(Service.FEEDBACK),
                        layout.read("sql/events.sql").replace("${events}", String.valueOf(relayed)),
                        layout.read("sql/fill-outbox.sql"),
                        relayed,
                        layout.work("relay.payloads")),
                system.bootstrapServers(),
                meter,
                events);
    }
}
