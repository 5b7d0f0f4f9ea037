package vn.cchc.bench.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.cchc.bench.Layout;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.bench.data.Requests;
import vn.cchc.bench.data.Requests.Get;
import vn.cchc.bench.data.Traffic;
import vn.cchc.bench.load.LoadTools;
import vn.cchc.bench.load.Meter;
import vn.cchc.bench.load.Trial;
import vn.cchc.bench.load.WarmUp;
import vn.cchc.bench.system.Database;
import vn.cchc.bench.system.RunningSystem;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer.Holder;

/** How much longer a province waits for a page of its milestones among very many than among 1,000. */
public final class LargeLists {

    /** Name on the command line. */
    public static final String NAME = "large-lists";

    /** Processes that answer a list. */
    public static final List<String> TREES = List.of("plan-service", "PostgreSQL");

    private static final int FEW = 1_000;
    private static final int WALKED = 5;
    private static final String LIST = "/api/v1/milestones?limit=" + Traffic.PAGE;
    private static final Map<String, String> LISTS = Map.of(
            "milestones", LIST,
            "milestones overdue", LIST + "&overdue=true",
            "milestones due in September", LIST + "&dueFrom=2020-09-01&dueBefore=2020-10-01");

    private final Layout layout;
    private final RunningSystem system;
    private final LoadTools tools;
    private final Meter meter;
    private final WarmUp warmUp;
    private final Database plans;

    public LargeLists(Layout layout, RunningSystem system, LoadTools tools, Meter meter, WarmUp warmUp) {
        this.layout = layout;
        this.system = system;
        this.tools = tools;
        this.meter = meter;
        this.warmUp = warmUp;
        this.plans = system.database(Service.PLAN);
    }

    /**
     * A list, measured some times among few and then among many.
     *
     * @param rows how many are many
     */
    public record Growth(String list, List<Trial> amongFew, int rows, List<Trial> amongMany) {}

    /** @param many number of milestones at the end, of 3,267 communes */
    public List<Growth> run(int many, int rounds, Duration window) {
        plans.execute(layout.read("sql/no-nation.sql"));
        try {
            plans.execute(layout.read("sql/nation.sql"));
            Map<String, List<Trial>> few = among(FEW, rounds, window);
            plans.execute("SET session_replication_role = replica;"
                    + " DELETE FROM milestone WHERE authority_id IN (SELECT id FROM bench_nation)");
            Map<String, List<Trial>> all = among(many, rounds, window);
            return few.entrySet().stream()
                    .map(list -> new Growth(list.getKey(), list.getValue(), many, all.get(list.getKey())))
                    .toList();
        } finally {
            plans.execute(layout.read("sql/no-nation.sql"));
        }
    }

    private Map<String, List<Trial>> among(int rows, int rounds, Duration window) {
        plans.execute(layout.read("sql/milestones.sql").replace("${rows}", String.valueOf(rows)));
        plans.execute("VACUUM (ANALYZE) milestone");
        plans.execute("VACUUM (ANALYZE) authority_tree");
        UUID province = UUID.fromString(plans.value("SELECT id FROM bench_nation WHERE level = 'PROVINCE'"));
        Holder superior = new Holder("superior.nation", "Tỉnh", "superior", province, null);
        Map<String, List<Trial>> trials = new LinkedHashMap<>();
        Map<String, Requests> pages = new LinkedHashMap<>();
        LISTS.keySet().stream().sorted().forEach(list -> {
            pages.put(list, pages(list, superior));
            trials.put(list, new ArrayList<>());
            warmUp.run(list + " among " + rows, TREES, time -> trial(pages.get(list), time));
        });
        for (int round = 0; round < rounds; round++) {
            pages.forEach((list, requests) -> trials.get(list).add(trial(requests, window)));
        }
        return trials;
    }

    private Trial trial(Requests requests, Duration window) {
        return meter.measure(
                () -> tools.http(system.port(Service.PLAN), layout.own("wrk/get.lua"), requests.arguments(), window));
    }

    /** The first full pages. */
    private Requests pages(String list, Holder superior) {
        ApiClient client = system.callers().as(superior, Service.PLAN);
        String token = system.callers().token(superior);
        String first = LISTS.get(list);
        List<Get> gets = new ArrayList<>();
        String path = first;
        while (path != null && gets.size() < WALKED) {
            JsonNode page = client.get(path);
            if (page.path("items").size() == Traffic.PAGE) {
                gets.add(new Get(token, path));
            }
            path = page.hasNonNull("next")
                    ? first + "&cursor=" + page.get("next").asText()
                    : null;
        }
        if (gets.isEmpty()) {
            throw new Unmeasurable("No full page of " + list);
        }
        return Requests.gets(layout, list.replace(' ', '-'), gets);
    }
}
