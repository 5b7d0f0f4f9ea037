package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

@QuarkusTest
@WithTestResource(LocalServers.class)
class RegisterTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private List<Integer> numbers(int year) {
        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = commune.asClerk().get("/api/v1/register?limit=7&year=" + year + "&cursor=" + cursor);
            page.then().statusCode(200);
            numbers.addAll(page.path("items.number"));
            cursor = page.path("next");
        }
        return numbers;
    }

    @Test
    void manyAtOnceAndSomeRolledBackLeaveNoGap() throws Exception {
        String refused = "Bị cơ sở dữ liệu từ chối " + commune.id();
        ddl("ALTER TABLE feedback_sender ADD CONSTRAINT ck_for_test CHECK (name <> '" + refused + "') NOT VALID");
        List<Callable<Integer>> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String name = i % 3 == 0 ? refused : "Nguyễn Văn An";
            people.add(() -> Commune.asCitizen()
                    .body(commune.form(Commune.CONTENT).replace("Nguyễn Văn An", name))
                    .post("/api/v1/feedback")
                    .statusCode());
        }

        List<Integer> statuses = new ArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(6);
        try {
            for (Future<Integer> answer : crowd.invokeAll(people)) {
                statuses.add(answer.get());
            }
        } finally {
            crowd.shutdown();
            ddl("ALTER TABLE feedback_sender DROP CONSTRAINT ck_for_test");
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(40);
        assertThat(statuses).filteredOn(status -> status == 500).hasSize(20);
        assertThat(numbers(2021)).isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
        // Neither row nor event is there of what was rolled back.
        assertThat(sentEvents()).isLessThanOrEqualTo(40);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(sentEvents()).isEqualTo(40));
    }

    /** A service that dies leaves a broken connection behind; whoever was answered nothing sends again with the same key. */
    @Test
    void fiftyAtOnceWhileConnectionsBreakHaveFiftyNumbers() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger broken = new AtomicInteger();
        ExecutorService crowd = Executors.newFixedThreadPool(51);
        try {
            Future<?> breaking = crowd.submit(() -> {
                while (!over.get() && broken.get() < 12) {
                    broken.addAndGet(breakThoseThatNumber());
                }
                return null;
            });
            List<Future<Integer>> people = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                people.add(crowd.submit(this::receiveUntilItIsDone));
            }
            List<Integer> given = new ArrayList<>();
            for (Future<Integer> number : people) {
                given.add(number.get());
            }
            over.set(true);
            breaking.get();

            List<Integer> all = IntStream.rangeClosed(1, 50).boxed().toList();
            assertThat(given).containsExactlyInAnyOrderElementsOf(all);
            assertThat(numbers(2021)).isEqualTo(all);
            assertThat(broken).as("connections broken").hasPositiveValue();
        } finally {
            over.set(true);
            crowd.shutdown();
        }
    }

    private int receiveUntilItIsDone() {
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 200; attempt++) {
            Response answer = Commune.asCitizen()
                    .header("Idempotency-Key", key)
                    .body(commune.form(Commune.CONTENT))
                    .post("/api/v1/feedback");
            if (answer.statusCode() == 201) {
                return answer.path("number");
            }
        }
        throw new AssertionError("Not received in 200 attempts");
    }

    /** Ends sessions that hold a number, or wait for one. */
    private static int breakThoseThatNumber() throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity
                            WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
                                  AND query ILIKE ANY (ARRAY['INSERT INTO gapless_number%', 'insert into feedback%'])
                            LIMIT 1) one""")) {
            row.next();
            return row.getInt(1);
        }
    }

    private long sentEvents() {
        return TestEvents.read("cchc.feedback").stream()
                .filter(event -> event.data().contains(commune.id().toString()))
                .count();
    }

    private static void ddl(String statement) throws SQLException {
        try (var connection = LocalServers.connect();
                var ddl = connection.createStatement()) {
            ddl.execute(statement);
        }
    }

    @Test
    void eachYearOfEntryBeginsWithOne() {
        commune.receive();
        commune.receive();
        Commune.now("2022-01-04T08:00:00+07:00");

        var late = commune.enter("POST", "2021-12-30T15:00:00+07:00");

        assertThat(late.number()).isEqualTo(1);
        assertThat(numbers(2021)).containsExactly(1, 2);
        assertThat(numbers(2022)).containsExactly(1);
        commune.asClerk()
                .get("/api/v1/register?year=2022")
                .then()
                .body("items[0].receivedAt", equalTo("2021-12-30T15:00:00+07:00"));
    }

    @Test
    void aLineShowsHowItEnded() {
        var answered = commune.receive();
        commune.assign(answered.id());
        commune.post(
                commune.asLeader(),
                answered.id(),
                "answers",
                "{\"text\": \"Xong.\", \"documentNumber\": \"15/UBND\", \"documentDate\": \"2021-01-05\"}");
        var referred = commune.receive();
        commune.post(
                commune.asClerk(),
                referred.id(),
                "referrals",
                "{\"authorityName\": \"Công an huyện\", \"reason\": \"Thẩm quyền.\"}");

        commune.asLeader()
                .get("/api/v1/register")
                .then()
                .statusCode(200)
                .body("items.number", contains(1, 2))
                .body("items[0].trackingCode", equalTo(answered.code()))
                .body("items[0].content", equalTo(Commune.CONTENT))
                .body("items[0].sender.name", equalTo("Nguyễn Văn An"))
                .body("items[0].unitName", equalTo("Địa chính – Xây dựng"))
                .body("items[0].person", equalTo("Lê Văn Cường"))
                .body("items[0].dueOn", equalTo("2021-01-15"))
                .body("items[0].documentNumber", equalTo("15/UBND"))
                .body("items[0].documentDate", equalTo("2021-01-05"))
                .body("items[0].inTime", equalTo(true))
                .body("items[1].referredTo", equalTo("Công an huyện"))
                .body("items[1].referredOn", equalTo("2021-01-05"))
                .body("items[1].enteredAt", notNullValue());
    }
}
