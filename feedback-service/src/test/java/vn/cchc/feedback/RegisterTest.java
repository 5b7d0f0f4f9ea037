package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
