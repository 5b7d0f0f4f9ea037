package vn.cchc.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.cchc.bench.data.Communes;
import vn.cchc.bench.data.History;
import vn.cchc.bench.item.Item;
import vn.cchc.bench.item.Items;
import vn.cchc.bench.item.LargeLists;
import vn.cchc.bench.item.LargePlan;
import vn.cchc.bench.load.LoadTools;
import vn.cchc.bench.load.Meter;
import vn.cchc.bench.load.WarmUp;
import vn.cchc.bench.report.ItemResult;
import vn.cchc.bench.report.Report;
import vn.cchc.bench.report.Surroundings;
import vn.cchc.bench.system.Events;
import vn.cchc.bench.system.FirstRequests;
import vn.cchc.bench.system.FirstRequests.First;
import vn.cchc.bench.system.RunningSystem;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer.Holder;

/** Main class of {@code deploy/bench/run}: loads data, starts the system, measures, reports, stops. */
public final class Bench {
    private static final Map<Service, String> FIRST_PATHS = Map.of(
            Service.PLAN, "/api/v1/plans?year=2021",
            Service.FEEDBACK, "/api/v1/feedback?limit=1",
            Service.REPORTING, "/api/v1/due-reports?year=2021");

    /** Strong reference, so that the level is kept. */
    private static final Logger ROOT_LOG = Logger.getLogger("");

    private final Layout layout;
    private final Options options;
    private final PrintStream out;

    /** The system to be stopped by the shutdown hook. */
    private final AtomicReference<RunningSystem> running = new AtomicReference<>();

    private Bench(Layout layout, Options options, PrintStream out) {
        this.layout = layout;
        this.options = options;
        this.out = out;
    }

    /** Exit status 0 after a report, 1 when nothing could be measured. */
    public static void main(String[] arguments) {
        ROOT_LOG.setLevel(Level.SEVERE);
        try {
            Path root = Path.of(System.getProperty("cchc.root", "."))
                    .toAbsolutePath()
                    .normalize();
            Options options = Options.parse(root, arguments);
            new Bench(new Layout(root, options.home()).prepared(), options, System.out).run();
            System.exit(0);
        } catch (Unmeasurable | Fault e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        LoadTools tools = new LoadTools(options.pgbench(), options.wrk(), options.connections());
        Surroundings before = Surroundings.now(tools.versions());
        if (!options.reuse()) {
            load();
        }
        List<Map<Service, First>> starts = new ArrayList<>();
        for (int start = 0; start < options.rounds(); start++) {
            stop();
            starts.add(start());
        }
        RunningSystem system = running.get();
        LocalDate day = Communes.beginDay(system);
        List<ItemResult> results;
        List<LargePlan.Turn> made;
        List<LargeLists.Growth> lists;
        Surroundings surroundings;
        try (Events events = new Events(system)) {
            events.awaitMarked(day.minusDays(1));
            events.settle();
            List<Item> items = new Items(
                            layout, system, tools, events, new Items.Size(options.feedback(), options.events()))
                    .all(options.items());
            if (options.showStatements()) {
                items.forEach(item -> out.println(item.name() + "\n" + item.issuedStatements()));
                return;
            }
            results = new Measurements(options, out).run(items);
            made = wanted(LargePlan.NAME)
                    ? new LargePlan(system).make(options.rounds(), layout.largePlan())
                    : List.of();
            lists = wanted(LargeLists.NAME) ? lists(system, tools, events) : List.of();
            surroundings = before.withDatabase(system.database(Service.FEEDBACK).settings());
        } finally {
            stop();
        }
        Report report =
                new Report(surroundings, starts, results, new LargePlan.Measured(made, imported(made.size())), lists);
        out.println(report.table());
        out.println("JSON: " + report.writeTo(layout.results()));
    }

    /** Started anew, so that the memory is that of the import alone. */
    private List<LargePlan.Turn> imported(int turns) {
        if (turns == 0) {
            return List.of();
        }
        try {
            start();
            return new LargePlan(running.get()).importFrom(turns, layout.largePlan());
        } finally {
            stop();
        }
    }

    private boolean wanted(String item) {
        return options.items().isEmpty() || options.items().contains(item);
    }

    private List<LargeLists.Growth> lists(RunningSystem system, LoadTools tools, Events events) {
        Meter meter = new Meter(system.processes(), events::settle);
        return new LargeLists(layout, system, tools, meter, new WarmUp(options.warmUp(), out))
                .run(options.milestones(), options.rounds(), options.window());
    }

    private void load() {
        say("Loading " + Communes.COUNT + " authorities with plans through the API");
        RunningSystem system = RunningSystem.start(layout, true, Communes.PLANNED);
        running.set(system);
        system.awaitReady();
        new Communes(system).load(system);
        try (Events events = new Events(system)) {
            events.settle();
        }
        stop();
        say("Loading " + options.feedback() + " feedback");
        History.load(layout, options.feedback());
    }

    private Map<Service, First> start() {
        RunningSystem system = RunningSystem.start(layout, false, Communes.PLANNED);
        running.set(system);
        String token = system.issuer().token(new Holder("clerk", "Người dùng", "clerk", UUID.randomUUID(), null));
        Map<Service, First> first = FirstRequests.of(
                system, service -> FirstRequests.get(system, service, FIRST_PATHS.get(service), token));
        system.awaitReady();
        first.forEach((service, one) -> out.printf(
                "start: %s first request after %.1f s, with %.0f MB%n",
                service.module(), one.seconds(), one.residentMegabytes()));
        return first;
    }

    private void say(String line) {
        out.println(line + " …");
    }

    private void stop() {
        RunningSystem system = running.getAndSet(null);
        if (system != null) {
            system.close();
        }
    }
}
