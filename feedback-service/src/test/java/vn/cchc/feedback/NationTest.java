package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Nation;
import vn.cchc.platform.testing.Nation.Cost;
import vn.cchc.platform.testing.TestTokens;

/**
 * That the first page of a list and of the register costs at most 1.3 times as much among the feedback of 3,300 authorities as among 1,000:
 * for the office of a province that has a tenth of all, for that of a district and for a commune. The statements really issued are
 * explained.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class NationTest {

    private static final String NOW = "2020-12-24T08:00:00+07:00";

    private static final String AUTHORITIES = """
            INSERT INTO known_authority (id, version, code, name, parent_id, units)
            SELECT id, 1, id, 'UBND', parent_id, '[]' FROM place""";

    /**
     * Of what is there from the beginning a third is open, mostly overdue, a sixth is withdrawn and a sixth answered by the authority's own
     * unit; of what comes later few or none are. One in seven has moved, and one in seven may move.
     */
    private static final String FEEDBACK = """
            INSERT INTO feedback (id, version, authority_id, register_year, register_number, tracking_code, channel, kind, urgency,
                state, content, content_folded, excerpt, received_at, received_on, entered_at, due_on, policy_id, limit_amount,
                limit_unit, limit_rolls_forward, limit_max_extensions, limit_paused_in, limit_legal_basis, paused_days,
                refusal_reason, classification, unit_id, answered_at, ended_on, changed_at, due_at, due_moved_from, due_provisional,
                state_spans)
            SELECT gen_random_uuid(), 1, id, 2020, n,
                coalesce((CAST('{%4$s}' AS text[]))[n], '8' || lpad((%3$d + row_number() OVER ())::text, 12, '0')),
                'ONLINE', 'REFLECTION', 'NORMAL', state, text, text, text, at, day, at, day + 10, gen_random_uuid(), 10,
                'CALENDAR_DAY', true, 1, '', '', 0,
                CASE WHEN state = 'REFUSED' THEN 'COMPLAINT' END,
                CASE WHEN state IN ('RECEIVED', 'WITHDRAWN') THEN NULL
                    WHEN state = 'REFUSED' THEN 'NOT_ACCEPTABLE' ELSE 'REGULATION_OWN' END,
                CASE WHEN first AND state = 'ANSWERED' THEN id
                    WHEN state IN ('ASSIGNED', 'ANSWERED', 'CLOSED') THEN '00000000-0000-4000-8000-000000000001' END,
                CASE WHEN state IN ('ANSWERED', 'CLOSED') THEN at + INTERVAL '5 days' END,
                CASE WHEN state NOT IN ('RECEIVED', 'ASSIGNED') THEN day + 5 END, at,
                (day + 11)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', CASE WHEN n %% 7 = 1 THEN day + 9 END,
                n %% 7 = 2, 'RECEIVED ' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            FROM (SELECT *, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
                    'Đèn đường thôn ' || n || ' hỏng đã hai tuần, đề nghị xã sửa chữa ' || md5(by_chance::text) AS text,
                    CASE WHEN first THEN (ARRAY['RECEIVED', 'ASSIGNED', 'WITHDRAWN', 'REFUSED', 'ANSWERED', 'CLOSED'])[n %% 6 + 1]
                        ELSE coalesce((ARRAY['RECEIVED', 'ASSIGNED', 'REFERRED'])[by_chance %% 50 + 1],
                            (ARRAY['CLOSED', 'REFUSED', 'ANSWERED'])[n %% 3 + 1]) END AS state
                FROM (SELECT *, timestamptz '2019-01-01 00:00:00Z' + by_chance %% 62380800 * INTERVAL '1 second' AS at, %5$s AS first
                    FROM (SELECT id, n, abs(hashtext(id || ' ' || n)) AS by_chance
                        FROM authority_tree CROSS JOIN LATERAL (
                            SELECT coalesce(max(register_number), 0) AS last FROM feedback WHERE authority_id = authority_tree.id) f,
                            generate_series(last + 1, last + %2$s) n WHERE %1$s) a) b) c
            ORDER BY by_chance""";

    private static final String SENDERS = """
            INSERT INTO feedback_sender (feedback_id, authority_id, name, folded)
            SELECT f.id, authority_id, 'Nguyễn Văn An', 'nguyen van an' FROM feedback f JOIN authority_tree t ON t.id = authority_id
            WHERE '%1$s' = ANY (path || authority_id) ORDER BY register_number, authority_id
            ON CONFLICT DO NOTHING""";

    private static final String ANSWERS = """
            INSERT INTO feedback_answer (feedback_id, authority_id, text)
            SELECT f.id, authority_id, 'Đã sửa chữa xong.' FROM feedback f JOIN authority_tree t ON t.id = authority_id
            WHERE '%1$s' = ANY (path || authority_id) AND answered_at IS NOT NULL ORDER BY register_number, authority_id
            ON CONFLICT DO NOTHING""";

    private static final String REFERRALS = """
            INSERT INTO feedback_referral (feedback_id, authority_id, to_name, referred_at, due_on)
            SELECT f.id, authority_id, 'UBND huyện', received_at, due_on FROM feedback f JOIN authority_tree t ON t.id = authority_id
            WHERE '%1$s' = ANY (path || authority_id) AND state = 'REFERRED' ORDER BY register_number, authority_id
            ON CONFLICT DO NOTHING""";

    private final Nation nation = Nation.random();
    private List<String> trigrams = List.of();
    private int stored;

    @BeforeEach
    void introduceAuthorities() throws SQLException {
        Commune.now(NOW);
        nation.register(AUTHORITIES);
        trigrams = Nation.dropIndexes("%gin_trgm_ops%", "feedback", "feedback_sender");
    }

    @AfterEach
    void remove() throws SQLException {
        nation.remove("known_authority", "feedback_answer", "feedback_referral", "feedback_sender", "feedback");
        Nation.createIndexes(trigrams);
    }

    /** Of that authority so many, with the tracking codes of the page that is read over HTTP. */
    private void begin(UUID authority, int some) throws SQLException {
        SecureRandom random = new SecureRandom();
        String codes = Stream.generate(() -> TrackingCode.random(random).digits())
                .limit(51)
                .collect(Collectors.joining(","));
        fill("id = '" + authority + "'", some, codes, true);
    }

    /** So many more of each authority that the condition holds for. */
    private void goOn(String authorities, int each) throws SQLException {
        fill(authorities, each, "", false);
    }

    private void fill(String authorities, int each, String codes, boolean first) throws SQLException {
        Nation.fill("feedback", FEEDBACK.formatted(authorities, each, stored, codes, first));
        stored += Nation.ROWS;
    }

    private Map<String, Cost> costs() throws SQLException {
        Nation.fill("feedback_sender", SENDERS.formatted(nation.province()));
        Nation.fill("feedback_answer", ANSWERS.formatted(nation.province()));
        Nation.fill("feedback_referral", REFERRALS.formatted(nation.province()));
        Nation.analyze("feedback", "feedback_sender", "feedback_answer", "feedback_referral", "authority_tree");
        Map<String, Cost> costs = new LinkedHashMap<>();
        office(costs, "the province", nation.province());
        office(costs, "a district", nation.district());
        office(costs, "a commune", nation.commune());
        UUID province = nation.province();
        costs.put(
                "overdue",
                filtered("overdue=true", province, OffsetDateTime.parse(NOW), LocalDate.parse("2020-12-24")));
        costs.put("not overdue", filtered("overdue=false", province, OffsetDateTime.parse(NOW)));
        costs.put("due before a day", filtered("dueBefore=2020-12-24", province, LocalDate.parse("2020-12-24")));
        for (String state : List.of("RECEIVED", "ASSIGNED", "ANSWERED", "REFUSED", "WITHDRAWN")) {
            costs.put(state, filtered("state=" + state, province, state));
        }
        for (String filter : List.of("moved", "provisional")) {
            costs.put(filter, filtered(filter + "=true", province));
        }
        costs.put(
                "of a unit",
                Nation.page(TestTokens.officer(province, province), "feedback", "feedback", province, province));
        costs.put(
                "whether a commune is beneath the province",
                Nation.scope(
                        TestTokens.superior(province),
                        "statistics?from=2020-01-01&to=2020-01-02&authority=" + nation.commune(),
                        nation.commune(),
                        province));
        return costs;
    }

    private static void office(Map<String, Cost> costs, String of, UUID authority) throws SQLException {
        String clerk = TestTokens.clerk(authority);
        costs.put("list of " + of, Nation.page(clerk, "feedback", "feedback", authority));
        costs.put("register of " + of, Nation.page(clerk, "register?year=2020", "feedback", authority, 2020, 0));
    }

    private Cost filtered(String filter, Object... parameters) throws SQLException {
        return Nation.page(TestTokens.clerk(nation.province()), "feedback?" + filter, "feedback", parameters);
    }

    @Test
    void the_first_page_costs_the_same_among_the_feedback_of_3300_authorities() throws SQLException, IOException {
        begin(nation.province(), 400);
        begin(nation.district(), 200);
        begin(nation.commune(), 200);
        goOn(nation.all() + " AND left(id::text, 1) = '0'", 1);
        Map<String, Cost> few = costs();

        goOn("id = '" + nation.province() + "'", Nation.ROWS / 10);
        goOn(nation.all(), Nation.each() * 9 / 10);
        Map<String, Cost> many = costs();

        Nation.assertCostTheSame(few, many);
        assertThat(many).allSatisfy((list, cost) -> {
            for (String table : List.of("feedback", "feedback_sender")) {
                assertThat(cost.chosen().has("Seq Scan", table)).as(list).isFalse();
            }
            // Of each row its own page, and its sender and its answer by an index of three levels.
            assertThat(cost.chosen().buffers()).as(list).isLessThanOrEqualTo(51 * 9 + 10);
        });
    }
}
