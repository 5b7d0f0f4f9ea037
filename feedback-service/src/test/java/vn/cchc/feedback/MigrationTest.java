package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.feedback.migration.FoldAllInvisible;
import vn.cchc.feedback.migration.FoldAnew;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestCalendars;

/**
 * Data of the version before the journal. It is migrated in a schema of its own, and then put where the service reads, for it to
 * be read as anybody reads it.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MigrationTest {

    private static final String BEFORE_THE_JOURNAL = "20261123.10";

    private static final String FEEDBACK = """
            INSERT INTO feedback (id, version, authority_id, register_year, register_number, tracking_code, channel, kind,
                classification, urgency, state, content, content_folded, excerpt, received_at, received_on, entered_at,
                entered_by, entered_by_name, due_on, policy_id, limit_amount, limit_unit, limit_rolls_forward,
                limit_max_extensions, limit_paused_in, limit_legal_basis, paused_days, paused_since, unit_id, person,
                answered_at, answered_on, ended_on, changed_at)
            VALUES ('%s', %d, '%s', 2021, %d, '%s', 'PHONE', 'REFLECTION', %s, 'NORMAL', '%s', 'Đèn hỏng.', 'den hong.',
                'Đèn hỏng.', '2021-01-04T09:00:00+07:00', '2021-01-04', '2021-01-05T00:10:00+07:00', 'sub-1', 'Trần Thị Bình',
                '2021-01-15', '01900000-0000-7000-8000-000000000001', 10, 'CALENDAR_DAY', true, 1, 'SUPPLEMENT_REQUESTED',
                'mục 1.4.2', %d, %s, %s, 'Lê Văn Cường', %s, '%s')""";

    private static final String SENDER =
            "INSERT INTO feedback_sender VALUES ('%s', '%s', 'An', 'Thôn 3', '0912345678', NULL, 'an')";

    private static final String CHANGE = """
            INSERT INTO feedback_change (feedback_id, version, authority_id, transition, state, at, by_subject, by_name, note,
                unit_id, person)
            VALUES ('%s', %d, '%s', '%s', '%s', '%s', %s, %s, %s, %s, %s)""";

    private final String schema = "m" + UUID.randomUUID().toString().replace("-", "");
    private final SecureRandom random = new SecureRandom();

    @Inject
    Limits limits;

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-20T08:30:00+07:00");
        commune = Commune.create();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(LocalServers.jdbcUrl(), "postgres", null)
                .schemas(schema)
                .locations("db/platform", "db/migration")
                .javaMigrations(new FoldAnew(), new FoldAllInvisible())
                .target(target)
                .load()
                .migrate();
    }

    private void run(String... statements) throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + schema + ", public");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Puts what was migrated where the service reads. */
    private void move() throws SQLException {
        run(
                "INSERT INTO public.feedback SELECT * FROM " + schema + ".feedback",
                "INSERT INTO public.feedback_sender SELECT * FROM " + schema + ".feedback_sender",
                "INSERT INTO public.feedback_answer SELECT * FROM " + schema + ".feedback_answer",
                "INSERT INTO public.feedback_referral SELECT * FROM " + schema + ".feedback_referral",
                "INSERT INTO public.journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state,"
                        + " detail, actor, actor_name, reason, reconstructed) SELECT kind, id, epoch, sequence, type,"
                        + " occurred_at, recorded_at, authority_id, state, detail, actor, actor_name, reason, reconstructed"
                        + " FROM " + schema + ".journal WHERE kind = 'feedback' ORDER BY position");
    }

    private String code() {
        return TrackingCode.random(random).digits();
    }

    private UUID answeredFeedback() throws SQLException {
        UUID id = UUID.randomUUID();
        UUID c = commune.id();
        String unit = "'" + commune.landUnit() + "'";
        run(
                FEEDBACK.formatted(
                        id,
                        6,
                        c,
                        1,
                        code(),
                        "'REGULATION_OWN'",
                        "ANSWERED",
                        0,
                        "NULL",
                        unit,
                        "'2021-01-12T17:00:00+07:00', '2021-01-12', '2021-01-12'",
                        "2021-01-12T17:00:00+07:00"),
                SENDER.formatted(id, c),
                CHANGE.formatted(
                        id,
                        2,
                        c,
                        "REQUEST_SUPPLEMENT",
                        "SUPPLEMENT_REQUESTED",
                        "2021-01-06T08:00:00+07:00",
                        "'sub-1'",
                        "'Trần Thị Bình'",
                        "'Cột nào?'",
                        "NULL",
                        "NULL"),
                CHANGE.formatted(
                        id,
                        3,
                        c,
                        "SUPPLEMENT",
                        "RECEIVED",
                        "2021-01-06T23:59:00+07:00",
                        "NULL",
                        "NULL",
                        "'Cột số 3.'",
                        "NULL",
                        "NULL"),
                CHANGE.formatted(
                        id,
                        4,
                        c,
                        "ACCEPT",
                        "ACCEPTED",
                        "2021-01-07T08:00:00+07:00",
                        "'sub-1'",
                        "'Trần Thị Bình'",
                        "NULL",
                        "NULL",
                        "NULL"),
                CHANGE.formatted(
                        id,
                        5,
                        c,
                        "ASSIGN",
                        "ASSIGNED",
                        "2021-01-07T09:00:00+07:00",
                        "'sub-2'",
                        "'Lãnh đạo'",
                        "NULL",
                        unit,
                        "'Lê Văn Cường'"),
                CHANGE.formatted(
                        id,
                        6,
                        c,
                        "ANSWER",
                        "ANSWERED",
                        "2021-01-12T17:00:00+07:00",
                        "'sub-3'",
                        "'Lê Văn Cường'",
                        "NULL",
                        "NULL",
                        "NULL"));
        return id;
    }

    private UUID receivedFeedback() throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                FEEDBACK.formatted(
                        id,
                        1,
                        commune.id(),
                        random.nextInt(1_000_000) + 1,
                        code(),
                        "NULL",
                        "RECEIVED",
                        0,
                        "NULL",
                        "NULL",
                        "NULL, NULL, NULL",
                        "2021-01-05T00:10:00+07:00"),
                SENDER.formatted(id, commune.id()));
        return id;
    }

    private UUID pausedFeedback() throws SQLException {
        UUID id = UUID.randomUUID();
        UUID c = commune.id();
        run(
                FEEDBACK.formatted(
                        id,
                        2,
                        c,
                        2,
                        code(),
                        "NULL",
                        "SUPPLEMENT_REQUESTED",
                        3,
                        "'2021-01-18'",
                        "NULL",
                        "NULL, NULL, NULL",
                        "2021-01-18T08:00:00+07:00"),
                SENDER.formatted(id, c),
                CHANGE.formatted(
                        id,
                        2,
                        c,
                        "REQUEST_SUPPLEMENT",
                        "SUPPLEMENT_REQUESTED",
                        "2021-01-18T08:00:00+07:00",
                        "'sub-1'",
                        "'Trần Thị Bình'",
                        "'Cột nào?'",
                        "NULL",
                        "NULL"));
        return id;
    }

    @Test
    void theHistoryOfAFeedbackOfTheVersionBeforeIsReadAsEver() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        UUID id = answeredFeedback();

        migrate("latest");
        move();

        commune.asClerk()
                .get("/api/v1/feedback/" + id + "/changes")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2, 3, 4, 5, 6))
                .body(
                        "items.transition",
                        contains("RECEIVE", "REQUEST_SUPPLEMENT", "SUPPLEMENT", "ACCEPT", "ASSIGN", "ANSWER"))
                .body(
                        "items.to",
                        contains("RECEIVED", "SUPPLEMENT_REQUESTED", "RECEIVED", "ACCEPTED", "ASSIGNED", "ANSWERED"))
                .body("items[5].from", equalTo("ASSIGNED"))
                .body("items[0].at", equalTo("2021-01-05T00:10:00+07:00"))
                .body("items[0].by", equalTo("Trần Thị Bình"))
                .body("items[1].reason", equalTo("Cột nào?"))
                .body("items[2].note", equalTo("Cột số 3."))
                .body("items[2].by", nullValue())
                .body("items[4].unitId", equalTo(commune.landUnit().toString()))
                .body("items[4].person", equalTo("Lê Văn Cường"))
                .body("items[5].unitId", nullValue())
                .body("items.reconstructed", everyItem(equalTo(true)));
    }

    @Test
    void whyASenderTookAFeedbackBackIsReadAsEverAndStandsWhereItCanBeErased() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        UUID id = UUID.randomUUID();
        String at = "2021-01-18T08:00:00+07:00";
        run(
                FEEDBACK.formatted(
                        id,
                        2,
                        commune.id(),
                        3,
                        code(),
                        "NULL",
                        "WITHDRAWN",
                        0,
                        "NULL",
                        "NULL",
                        "NULL, NULL, '2021-01-18'",
                        at),
                CHANGE.formatted(
                        id,
                        2,
                        commune.id(),
                        "WITHDRAW",
                        "WITHDRAWN",
                        at,
                        "NULL",
                        "NULL",
                        "'Đã hòa giải với ông Nam.'",
                        "NULL",
                        "NULL"));

        migrate("latest");
        run(SENDER.formatted(id, commune.id()));
        move();

        commune.asClerk()
                .get("/api/v1/feedback/" + id + "/changes")
                .then()
                .statusCode(200)
                .body("items[1].what", equalTo("withdrawn"))
                .body("items[1].reason", equalTo("Đã hòa giải với ông Nam."))
                .body("items[1].note", equalTo("Đã hòa giải với ông Nam."));
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM journal WHERE id = '" + id
                        + "' AND sequence = 2 AND reason IS NULL AND detail ? 'reason'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void itsHistoryGoesOnBehindWhatWasCarriedOver() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        UUID id = pausedFeedback();
        migrate("latest");
        move();

        commune.post(commune.asClerk(), id, "supplements", "{\"content\": \"Cột số 3.\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(3));

        commune.asClerk()
                .get("/api/v1/feedback/" + id + "/changes")
                .then()
                .body("items.version", contains(1, 2, 3))
                .body("items.reconstructed", contains(true, true, false))
                .body("items[2].from", equalTo("SUPPLEMENT_REQUESTED"));
    }

    @Test
    void aPolicyThatPausesCountsThePauseThatBeganBeforeTheJournal() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        UUID id = pausedFeedback();
        migrate("latest");
        move();
        commune.decide("PHONE", null, 20, "CALENDAR_DAY", "SUPPLEMENT_REQUESTED");
        limits.forget();

        commune.post(commune.asClerk(), id, "supplements", "{\"content\": \"Cột số 3.\"}")
                .then()
                .statusCode(200);
        commune.post(commune.asClerk(), id, "acceptances", "{\"classification\": \"REGULATION_OWN\"}")
                .then()
                .statusCode(200)
                // 4 January and 20 + 2 days.
                .body("dueOn", equalTo("2021-01-26"));
    }

    /** The former policy paused for three days, and is still pausing. */
    @Test
    void aPolicyOfTheCategoryThatDoesNotPauseCountsNoPauseOfBeforeTheJournal() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        UUID id = pausedFeedback();
        migrate("latest");
        move();

        commune.post(
                        commune.asClerk(),
                        id,
                        "referrals",
                        "{\"authorityName\": \"Công an huyện\", \"reason\": \"Thẩm quyền.\"}")
                .then()
                .statusCode(200)
                .body("referral.dueOn", equalTo("2021-01-11"));
        assertThat((Integer) commune.asLeader()
                        .get("/api/v1/statistics?from=2021-01-01&to=2021-01-18")
                        .path("total.open"))
                .isEqualTo(1);
    }

    @Test
    void figuresOfAPastDayAreReadFromWhatWasCarriedOver() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        answeredFeedback();
        migrate("latest");
        move();

        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-11")
                .then()
                .body("total.open", equalTo(1))
                .body("total.answeredInTime", equalTo(0));
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-12")
                .then()
                .body("total.open", equalTo(0))
                .body("total.answeredInTime", equalTo(1));
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-12&recordedUpTo=2021-01-04")
                .then()
                .body("total.received", equalTo(0));
        // It was entered on the next day.
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-12&recordedUpTo=2021-01-05")
                .then()
                .body("total.received", equalTo(1))
                .body("total.answeredInTime", equalTo(1))
                .body("byChannel.channel", contains("PHONE"))
                .body("byChannel.counts.answeredInTime", contains(1));
        // On this day it waited for the sender.
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-06")
                .then()
                .body("total.open", equalTo(1))
                .body("total.overdue", equalTo(0));
    }

    @Test
    void ofTheLastVersionTheWholePublicStateIsCarriedOver() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        UUID answered = answeredFeedback();
        UUID paused = pausedFeedback();

        migrate("latest");

        assertThat(state(answered, 6))
                .contains("\"dueOn\" : \"2021-01-15\"", "\"answeredOn\" : \"2021-01-12\"", "\"inTime\" : true")
                .contains("\"answeredAt\" : \"2021-01-12T17:00:00+07:00\"", "\"classification\" : \"REGULATION_OWN\"");
        assertThat(state(answered, 3)).doesNotContain("classification", "dueOn", "unitId", "answered");
        assertThat(state(paused, 2))
                .contains(
                        "\"pausedSince\" : \"2021-01-18\"",
                        "\"pausedDays\" : 3",
                        "\"state\" : \"SUPPLEMENT_REQUESTED\"");
    }

    /** By the program's table it would be due on the 14th. */
    @Test
    void anAdministratorsTableStaysInForceAndADueDayThatWasCountedWithItStays() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        run(TestCalendars.writtenByHand(TestCalendars.withDayOff("TINH-1", LocalDate.of(2021, 1, 14))));
        UUID id = receivedFeedback();

        migrate("latest");
        move();
        try {
            assertThat(TestCalendars.startWith(schema)).isFalse();

            commune.asClerk()
                    .get("/api/v1/feedback/" + id)
                    .then()
                    .statusCode(200)
                    .body("dueOn", equalTo("2021-01-15"))
                    .body("dueMovedFrom", nullValue())
                    .body("version", equalTo(1));
            commune.asClerk()
                    .get("/api/v1/feedback/" + id + "/due-date")
                    .then()
                    .statusCode(200)
                    .body("dueCalendar", equalTo("TINH-1"))
                    .body("countedNow", nullValue())
                    .body("explanation.tableVersion", equalTo("TINH-1"));
            assertThat(commune.enter("PHONE", "2021-01-04T09:00:00+07:00").dueOn())
                    .isEqualTo("2021-01-15");
        } finally {
            TestCalendars.restore();
        }
    }

    private String column(String table, String column, UUID id) throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT (" + column + ")::text FROM " + schema + "." + table + " WHERE id = '" + id + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void whatIsFoldedOtherwiseNowIsFoldedAnewAndTheRestIsNotTouched() throws SQLException {
        migrate("20261205.40");
        UUID pasted = openFeedback("\u00D0ường\u00a0vào thô\u00adn 3 ngập\u200b nước");
        UUID lookAlike = openFeedback("\u0189ường \u0007vào");
        UUID typed = openFeedback("Đèn hỏng.");
        run(
                "UPDATE feedback SET content_folded = 'as it was'",
                "UPDATE feedback_sender SET name = '\u0189ào \u00D0ức' WHERE feedback_id = '" + lookAlike + "'");

        migrate("latest");

        assertThat(folded(pasted)).isEqualTo("duong vao thon 3 ngap nuoc");
        assertThat(folded(lookAlike)).isEqualTo("duong vao");
        assertThat(folded(typed)).isEqualTo("as it was");
        assertThat(foldedSender(lookAlike)).isEqualTo("dao duc | 0912345678");
        assertThat(foldedSender(typed)).isEqualTo("an");
    }

    @Test
    void whatShowsNothingIsFoldedAwayWhereTheFormerMigrationLeftIt() throws SQLException {
        migrate("20261210.10");
        UUID annotated = openFeedback("\uFFF9Đường\u1680vào\u0085thôn\u0600 3\uDB40\uDC41");
        UUID typed = openFeedback("Đèn\nhỏng.");
        run(
                "UPDATE feedback SET content_folded = 'as it was'",
                "UPDATE feedback_sender SET name = 'A\uFFFBn', folded = 'as it was' WHERE feedback_id = '" + annotated
                        + "'");

        migrate("latest");

        assertThat(folded(annotated)).isEqualTo("duong vao thon 3");
        assertThat(folded(typed)).isEqualTo("as it was");
        assertThat(foldedSender(annotated)).isEqualTo("an | 0912345678");
    }

    /** More rows than one batch has; one of them is being changed all the while. */
    @Test
    void batchesAreCommittedOneByOneAndARowThatIsBeingChangedIsFoldedWhenThatIsOver() throws SQLException {
        migrate("20261210.10");
        UUID first = openFeedback("Đèn\uFFF9hỏng.");
        run(
                "CREATE TABLE more AS SELECT * FROM feedback, generate_series(1, 1200) n",
                "UPDATE more SET id = gen_random_uuid(), register_number = 2000000 + n, tracking_code = (1000000000000 + n)::text",
                "ALTER TABLE more DROP COLUMN n",
                "INSERT INTO feedback SELECT * FROM more");
        UUID held = UUID.fromString(column("feedback", "SELECT max(id::text) FROM " + schema + ".feedback", first));
        CompletableFuture<Void> migration;
        try (var other = LocalServers.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE " + schema + ".feedback SET person = 'X' WHERE id = '" + held + "'");

            migration = CompletableFuture.runAsync(() -> migrate("latest"), work -> new Thread(work).start());

            await().untilAsserted(() -> assertThat(column(
                            "feedback",
                            "SELECT count(*) FROM " + schema + ".feedback WHERE content_folded <> 'denhong.'",
                            first))
                    .isEqualTo("1"));
            assertThat(migration).isNotDone();
            assertThat(folded(held)).isEqualTo("den hong.");
            other.commit();
        }
        assertThat(migration).succeedsWithin(Duration.ofSeconds(30));
        assertThat(folded(held)).isEqualTo("denhong.");
    }

    private UUID openFeedback(String content) throws SQLException {
        UUID id = receivedFeedback();
        run("UPDATE feedback SET content = '" + content + "' WHERE id = '" + id + "'");
        return id;
    }

    private String folded(UUID id) throws SQLException {
        return column("feedback", "content_folded", id);
    }

    private String foldedSender(UUID id) throws SQLException {
        return column(
                "feedback", "SELECT folded FROM " + schema + ".feedback_sender WHERE feedback_id = feedback.id", id);
    }

    @Test
    void anOpenCaseOfBeforeGetsItsMomentAndItsSpansAndAnEndedOneStaysAsItIs() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        UUID open = pausedFeedback();
        UUID answered = answeredFeedback();
        migrate("latest");
        move();

        assertThat(column("feedback", "due_at AT TIME ZONE 'UTC'", open)).isEqualTo("2021-01-15 17:00:00");
        assertThat(column("feedback", "state_spans", open))
                .isEqualTo("RECEIVED 2021-01-04T02:00:00.000000Z,SUPPLEMENT_REQUESTED 2021-01-18T01:00:00.000000Z");
        assertThat(column("feedback", "coalesce(due_at::text, state_spans)", answered))
                .isNull();
        run("INSERT INTO public.feedback_answer (feedback_id, authority_id, text) VALUES ('" + answered + "', '"
                + commune.id() + "', 'Đã sửa.')");
        commune.post(commune.asClerk(), answered, "closures", "{}")
                .then()
                .statusCode(200)
                .body("answer.inTime", equalTo(true));
        commune.asClerk().get("/api/v1/feedback?overdue=true").then().body("items.id", contains(open.toString()));
        assertThat((Integer) commune.asLeader()
                        .get("/api/v1/statistics?from=2021-01-01&to=2021-01-20")
                        .path("total.answeredInTime"))
                .isEqualTo(1);
    }

    /** During an upgrade a replica of the version before enters and changes cases, and knows neither moment nor spans. */
    @Test
    void whatTheVersionBeforeWritesMeanwhileHasItsMomentAndItsSpans() throws SQLException {
        migrate("20261205.40");
        UUID id = receivedFeedback();
        run(
                "UPDATE feedback SET version = 2, state = 'SUPPLEMENT_REQUESTED', paused_since = '2021-01-07',"
                        + " changed_at = '2021-01-07T08:00:00+07:00' WHERE id = '" + id + "'",
                "UPDATE feedback SET version = 3, state = 'RECEIVED', paused_since = NULL, paused_days = 4,"
                        + " due_on = '2021-01-18', changed_at = '2021-01-11T08:00:00+07:00' WHERE id = '" + id + "'",
                "UPDATE feedback SET version = 4, state = 'SUPPLEMENT_REQUESTED', paused_since = '2021-01-18',"
                        + " changed_at = '2021-01-18T08:00:00+07:00' WHERE id = '" + id + "'");

        assertThat(column("feedback", "due_at AT TIME ZONE 'UTC'", id)).isEqualTo("2021-01-18 17:00:00");
        assertThat(column("feedback", "state_spans", id))
                .isEqualTo("RECEIVED 2021-01-04T02:00:00.000000Z,SUPPLEMENT_REQUESTED 2021-01-07T01:00:00.000000Z,"
                        + "RECEIVED 2021-01-11T01:00:00.000000Z,SUPPLEMENT_REQUESTED 2021-01-18T01:00:00.000000Z");
        migrate("latest");
        move();
        commune.post(commune.asClerk(), id, "supplements", "{\"content\": \"Cột số 3.\"}")
                .then()
                .statusCode(200)
                // 4 January and 10 + 4 + 2 days.
                .body("dueOn", equalTo("2021-01-20"));
    }

    @Test
    void ofACaseInItsSecondRoundTheAnswerOfThisRoundIsShownAndTheHistoryOfBoth() throws SQLException {
        migrate(BEFORE_THE_JOURNAL);
        UUID id = answeredFeedback();
        String answer =
                "INSERT INTO feedback_answer (feedback_id, authority_id, text, document_number, document_date%s)"
                        + " VALUES ('" + id + "', '" + commune.id() + "', '%s', '%s', '2021-01-12'%s)";
        run(
                answer.formatted("", "Sẽ sửa.", "15/UBND", ""),
                "INSERT INTO feedback_referral (feedback_id, authority_id, to_name, referred_at, due_on) VALUES ('" + id
                        + "', '" + commune.id() + "', 'UBND huyện', '2021-01-06T08:00:00+07:00', '2021-01-11')");
        migrate("latest");
        run(
                answer.formatted(", round", "Đã sửa.", "21/UBND", ", 2"),
                "UPDATE feedback SET round = 2, version = 8, answered_at = '2021-01-18T09:00:00+07:00',"
                        + " answered_on = '2021-01-18', due_on = '2021-01-25' WHERE id = '" + id + "'",
                "INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)"
                        + " SELECT 'feedback', '" + id
                        + "', 1, n, 'vn.cchc.feedback.' || lower(step) || '.v1', at, at, '"
                        + commune.id() + "', json_build_object('version', n + 6, 'state', step, 'unitId', '"
                        + commune.landUnit()
                        + "') FROM (VALUES (1, 'ASSIGNED', timestamptz '2021-01-15T09:00:00+07:00'),"
                        + " (2, 'ANSWERED', timestamptz '2021-01-18T09:00:00+07:00')) later (n, step, at)");
        move();

        commune.asClerk()
                .get("/api/v1/feedback/" + id)
                .then()
                .statusCode(200)
                .body("answer.text", equalTo("Đã sửa."))
                .body("answer.documentNumber", equalTo("21/UBND"))
                .body("answer.inTime", equalTo(true))
                .body("referral", nullValue());
        commune.asClerk()
                .get("/api/v1/register?year=2021")
                .then()
                .body("items.documentNumber", contains("21/UBND"))
                .body("items[0].referredTo", nullValue());
        commune.asClerk()
                .get("/api/v1/feedback/" + id + "/changes")
                .then()
                .body("items.version", contains(1, 2, 3, 4, 5, 6, 7, 8))
                .body("items[5].transition", equalTo("ANSWER"))
                .body("items[7].transition", equalTo("ANSWER"));
    }

    private String state(UUID id, int version) throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT json_strip_nulls(state)::jsonb FROM " + schema
                        + ".journal WHERE id = '" + id + "' AND sequence = " + version)) {
            row.next();
            return row.getString(1).replace("\": ", "\" : ");
        }
    }

    @Test
    void the_service_applies_its_migrations_in_java_at_start() throws SQLException {
        assertThat(LocalServers.migrationsInJava()).containsExactly("20261210.10", "20261211.10");
    }
}
