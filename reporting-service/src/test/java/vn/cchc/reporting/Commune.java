package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/**
 * A commune under a district with a plan of 2021, known to the service only through events as their producers send them. Each
 * has ids of its own, so tests do not see one another.
 */
final class Commune {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What figures are counted from. */
    static final List<String> SOURCES =
            List.of("cchc.feedback", "cchc.milestone", "cchc.task", "cchc.target-reading", "cchc.plan");

    static final LocalDate CUT_OFF = LocalDate.of(2021, 2, 25);
    static final LocalDate CUT_OFF_H1 = LocalDate.of(2021, 5, 27);

    final UUID district = UUID.randomUUID();
    final UUID id = UUID.randomUUID();
    final UUID plan = UUID.randomUUID();
    final UUID office = UUID.randomUUID();
    final UUID reportTask = UUID.randomUUID();
    final UUID pressTask = UUID.randomUUID();
    final UUID oneStopTask = UUID.randomUUID();
    final UUID q1 = UUID.randomUUID();
    final UUID h1 = UUID.randomUUID();

    /** The versions of each aggregate in the order of their sequences. */
    private final Map<UUID, List<Integer>> versions = new ConcurrentHashMap<>();

    /** Publishes the authority, the plan, its tasks and the milestones of the report schedule, and waits until they are heard. */
    static Commune withPlan() {
        Commune commune = new Commune();
        commune.introduce();
        return commune;
    }

    private void introduce() {
        publish(
                "authority",
                "registered",
                district,
                1,
                "2020-12-01T08:00:00+07:00",
                authority("UBND huyện Nam Đông", null));
        publish("authority", "changed", id, 2, "2020-12-01T08:00:00+07:00", authority("UBND xã Thượng Lộ", district));
        publish(
                "plan",
                "issued",
                plan,
                1,
                "2020-12-24T10:00:00+07:00",
                fields(
                        "number",
                        "57/KH-UBND",
                        "year",
                        2021,
                        "title",
                        "Kế hoạch CCHC năm 2021",
                        "issuedOn",
                        "2020-12-24",
                        "state",
                        "ISSUED"));
        UUID direction = UUID.randomUUID();
        task(direction, 1, true, 7, "CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CCHC", List.of(), List.of(), 1);
        task(
                reportTask,
                2,
                false,
                7,
                "Báo cáo định kỳ hàng quý, 6 tháng, năm về CCHC",
                List.of("REPORT_SCHEDULE"),
                List.of(),
                1);
        task(
                pressTask,
                3,
                false,
                7,
                "Tuyên truyền nội dung CCHC thông qua các phương tiện thông tin đại chúng",
                List.of("RECURRING"),
                List.of(),
                1);
        task(
                oneStopTask,
                4,
                false,
                2,
                "100% TTHC thực hiện việc tiếp nhận, trả kết quả tại Bộ phận TN&TKQ",
                List.of("CONTINUOUS"),
                List.of(),
                1);
        milestone(
                q1,
                reportTask,
                "REPORT_SCHEDULE",
                "2021-Q1",
                "2021-02-27",
                "2021-02-26",
                "OPEN",
                null,
                null,
                1,
                "2020-12-24T10:00:00+07:00");
        milestone(
                h1,
                reportTask,
                "REPORT_SCHEDULE",
                "2021-H1",
                "2021-05-30",
                "2021-05-28",
                "OPEN",
                null,
                null,
                1,
                "2020-12-24T10:00:00+07:00");
        awaitFact("milestone", h1, 1);
        awaitFact("task", oneStopTask, 1);
        awaitFact("authority", id, 2);
        awaitFact("plan", plan, 1);
    }

    /** Tells of another name of the commune. */
    void rename(String name, int version) {
        publish("authority", "changed", id, version, "2020-12-02T08:00:00+07:00", authority(name, district));
    }

    private Map<String, Object> authority(String name, UUID parent) {
        Map<String, Object> fields = fields(
                "code",
                "A-" + name.hashCode(),
                "name",
                name,
                "level",
                parent == null ? "DISTRICT" : "COMMUNE",
                "parentId",
                parent,
                "place",
                parent == null ? "Nam Đông" : "Thượng Lộ",
                "deadlineInclusive",
                false,
                "validFrom",
                "2000-01-01",
                "validTo",
                null);
        fields.put(
                "units", List.of(fields("id", office, "code", "VPTK", "name", "Văn phòng – Thống kê", "kind", "UNIT")));
        return fields;
    }

    void task(
            UUID task,
            int seq,
            boolean heading,
            int area,
            String title,
            List<String> rules,
            List<String> progress,
            int version) {
        publish(
                "task",
                version == 1 ? "planned" : "progress-entered",
                task,
                version,
                version == 1 ? "2020-12-24T10:00:00+07:00" : "2021-02-20T10:00:00+07:00",
                fields(
                        "planId",
                        plan,
                        "year",
                        2021,
                        "parentId",
                        null,
                        "seq",
                        seq,
                        "level",
                        heading ? 1 : 2,
                        "heading",
                        heading,
                        "printedCode",
                        heading ? "1" : "1." + seq,
                        "code",
                        "1." + seq,
                        "title",
                        title,
                        "areaNumber",
                        area,
                        "leadUnitId",
                        heading ? null : office,
                        "leadText",
                        heading ? null : "Văn phòng – Thống kê",
                        "products",
                        heading ? List.of() : List.of("Báo cáo"),
                        "timingText",
                        heading ? null : "Thường xuyên",
                        "ruleKinds",
                        rules,
                        "progressPeriods",
                        rules.contains("CONTINUOUS") ? List.of("2021-Q1", "2021-H1") : List.of(),
                        "enteredPeriods",
                        progress));
    }

    void milestone(
            UUID milestone,
            UUID task,
            String rule,
            String occurrence,
            String dueOn,
            String workOn,
            String state,
            String submittedOn,
            String acceptedOn,
            int version,
            String occurredAt) {
        Map<String, Object> fields = fields(
                "planId",
                plan,
                "year",
                2021,
                "taskId",
                task,
                "ruleKind",
                rule,
                "occurrence",
                occurrence,
                "label",
                occurrence,
                "dueOn",
                dueOn,
                "workOn",
                workOn,
                "state",
                state,
                "submittedOn",
                submittedOn,
                "acceptedOn",
                acceptedOn);
        // Only the table of working days for 2028 is missing; events from before that was told have no such field.
        if (dueOn != null && dueOn.startsWith("2028")) {
            fields.put("dueProvisional", true);
        }
        publish("milestone", "planned", milestone, version, occurredAt, fields);
    }

    /** An event of a feedback; what is not known yet is null, as the producer sends it. */
    static Map<String, Object> feedback(
            String channel, String state, String receivedOn, String dueOn, String answeredOn) {
        return feedback(channel, state, receivedOn, dueOn, null, answeredOn);
    }

    static Map<String, Object> feedback(
            String channel, String state, String receivedOn, String dueOn, String pausedSince, String answeredOn) {
        return fields(
                "number",
                1,
                "year",
                2021,
                "channel",
                channel,
                "kind",
                "REFLECTION",
                "classification",
                null,
                "state",
                state,
                "receivedAt",
                receivedOn + "T08:00:00+07:00",
                "receivedOn",
                receivedOn,
                "dueOn",
                dueOn,
                "pausedSince",
                pausedSince,
                "unitId",
                null,
                "answeredAt",
                answeredOn == null ? null : answeredOn + "T09:00:00+07:00",
                "answeredOn",
                answeredOn,
                "inTime",
                answeredOn == null ? null : answeredOn.compareTo(dueOn) <= 0);
    }

    UUID feedbackReceived(String channel, String receivedOn, String dueOn, String enteredAt) {
        UUID feedback = UUID.randomUUID();
        publish("feedback", "received", feedback, 1, enteredAt, feedback(channel, "RECEIVED", receivedOn, dueOn, null));
        return feedback;
    }

    void publish(
            String aggregate,
            String participle,
            UUID aggregateId,
            int version,
            String occurredAt,
            Map<String, Object> state) {
        TestEvents.publish(
                "cchc." + aggregate, List.of(event(aggregate, participle, aggregateId, version, occurredAt, state)));
    }

    /** An event as its service sends it from its journal: in sequence, recorded when it occurred. */
    TestEvents.Raw event(
            String aggregate,
            String participle,
            UUID aggregateId,
            int version,
            String occurredAt,
            Map<String, Object> state) {
        return event(aggregate, participle, aggregateId, version, occurredAt, occurredAt, state);
    }

    /** The same of an event that was recorded later than it occurred. */
    TestEvents.Raw event(
            String aggregate,
            String participle,
            UUID aggregateId,
            int version,
            String occurredAt,
            String recordedAt,
            Map<String, Object> state) {
        Map<String, Object> payload = fields(
                "id",
                aggregateId,
                "authorityId",
                aggregate.equals("authority") ? aggregateId : id,
                "version",
                version,
                "occurredAt",
                occurredAt);
        payload.putAll(state);
        TestEvents.Raw event = TestEvents.event(
                aggregateId,
                "vn.cchc." + aggregate + "." + participle + ".v1",
                write(payload),
                sequence(aggregateId, version));
        Map<String, String> headers = new HashMap<>(event.headers());
        headers.put("ce_time", occurredAt);
        headers.put("ce_recordedtime", recordedAt);
        return new TestEvents.Raw(event.key(), headers, event.body());
    }

    /** Contiguous, in the order in which the versions of an aggregate are first told; versions may leave gaps. */
    private long sequence(UUID aggregateId, int version) {
        List<Integer> told = versions.computeIfAbsent(aggregateId, any -> new ArrayList<>());
        if (!told.contains(version)) {
            told.add(version);
        }
        return told.indexOf(version) + 1L;
    }

    static void awaitFact(String kind, UUID id, long version) {
        await().atMost(PATIENCE)
                .until(() -> count(
                                "SELECT count(*) FROM heard WHERE kind = ? AND id = ? AND (state ->> 'version')::bigint = ?",
                                kind,
                                id,
                                version)
                        == 1);
    }

    /**
     * Lets all services mark a day as complete, and waits until that has been heard. What is told of it afterwards is late. The
     * mark is for all communes.
     */
    static void everythingIsCompleteTo(LocalDate day) {
        SOURCES.forEach(topic -> markUnlessMarked(topic, day));
        SOURCES.forEach(topic -> awaitMark(topic, day));
    }

    private static void markUnlessMarked(String topic, LocalDate day) {
        if (!isMarked(topic, day)) {
            TestEvents.mark(topic, day);
        }
    }

    static void awaitMark(String topic, LocalDate day) {
        await().atMost(PATIENCE).until(() -> isMarked(topic, day));
    }

    private static boolean isMarked(String topic, LocalDate day) {
        return count("SELECT count(*) FROM heard_to WHERE topic = ?", topic) > 0
                && count(
                                "SELECT count(*) FROM heard_to WHERE topic = ? AND (marked_day IS NULL OR marked_day < ?)",
                                topic,
                                day)
                        == 0;
    }

    /** As if no service had marked a day yet. */
    static void nothingIsMarked() {
        execute("UPDATE heard_to SET marked_day = NULL, withheld = '{}'");
    }

    /** All topics are heard from their beginnings, by whom knows of their epochs. */
    static void forgetWhatWasHeard() {
        for (String table : List.of("heard", "authority_now", "task_now", "scheduled_milestone_now", "heard_to")) {
            execute("DELETE FROM " + table);
        }
    }

    static int execute(String sql, Object... parameters) {
        try (Connection connection = LocalServers.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static long count(String sql, Object... parameters) {
        try (Connection connection = LocalServers.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Business time from now on. */
    static void itIs(String moment) {
        given().contentType(ContentType.JSON)
                .body(Map.of("now", moment))
                .put("/local/training-clock")
                .then()
                .statusCode(200);
    }

    RequestSpecification clerk() {
        return as(TestTokens.clerk(id));
    }

    RequestSpecification leader() {
        return as(TestTokens.leader(id));
    }

    RequestSpecification above() {
        return as(TestTokens.superior(district));
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Begins the report of the first quarter and gives its id. */
    /**
     * A number of the year 2021 that a restore has lost.
     *
     * @param firstSentOn null where it had not been sent
     */
    void loseNumber(int number, UUID report, String firstSentOn) {
        execute(
                "INSERT INTO lost_number VALUES (?, 2021, 'BC-UBND', ?, ?, CAST(? AS jsonb), 1)",
                id,
                number,
                report,
                """
                {"regime": "CCHC", "period": "2021-Q1", "state": "%s", "number": %d, "approvedOn": "2021-02-26",
                 "dueOn": "2021-02-27", "firstSentOn": %s, "year": 2021}""".formatted(
                                firstSentOn == null ? "APPROVED" : "SENT",
                                number,
                                firstSentOn == null ? null : '"' + firstSentOn + '"'));
    }

    String draftOfFirstQuarter() {
        return clerk().body(Map.of("milestoneId", q1))
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String etag(String report) {
        return clerk().get("/api/v1/reports/" + report)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    /** Approves a report whose cut-off is that of the first quarter, with complete figures. */
    ValidatableResponse approve(String report) {
        everythingIsCompleteTo(CUT_OFF);
        return change(leader(), report, "approvals");
    }

    /** Begins the report of the first half-year and gives its id. */
    String draftOfHalfYear() {
        return clerk().body(Map.of("milestoneId", h1))
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Makes a change of state that succeeds. */
    ValidatableResponse change(RequestSpecification who, String report, String transition) {
        return who.header("If-Match", etag(report))
                .post("/api/v1/reports/" + report + "/" + transition)
                .then()
                .statusCode(200);
    }

    ValidatableResponse write(String report, String section, String text) {
        return clerk().header("If-Match", etag(report))
                .body(Map.of("text", text))
                .put("/api/v1/reports/" + report + "/sections/" + section)
                .then();
    }

    /** The text of each page of the PDF. */
    List<String> pages(String report, String query) {
        byte[] pdf = clerk().accept("application/pdf")
                .get("/api/v1/reports/" + report + "/document" + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return PdfPages.of(pdf);
    }

    /** The value of a figure as an integer. */
    int figure(String report, String code) {
        Number value = clerk().get("/api/v1/reports/" + report + "/figures")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.code == '" + code + "' }.value");
        return value.intValue();
    }

    static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Object> list = Arrays.asList(pairs);
        for (int i = 0; i < list.size(); i += 2) {
            Object value = list.get(i + 1);
            fields.put((String) list.get(i), value instanceof UUID uuid ? uuid.toString() : value);
        }
        return fields;
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
