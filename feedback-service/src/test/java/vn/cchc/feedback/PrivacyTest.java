package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;

/** Neither events nor logs tell who sent what; checked on what was really sent and really logged. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PrivacyTest {

    private static final String NAME = "Hoàng Thị Kín Đáo";
    private static final String CONTENT = "Nội dung riêng tư về hàng xóm ồn ào.";
    private static final String[] SECRETS = {
        "Kín Đáo",
        "kin dao",
        "Hẻm Bí Mật",
        "906060606",
        "rieng-tu@example.vn",
        "hàng xóm",
        "hang xom",
        "cột mốc",
        "Cường"
    };

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private String form() {
        return """
                {"authorityId": "%s", "content": "%s",
                 "sender": {"name": "%s", "address": "Hẻm Bí Mật", "phone": "0906 060 606", "email": "rieng-tu@example.vn"}}""".formatted(commune.id(), CONTENT, NAME);
    }

    /** Through every kind of change once. */
    private List<Commune.Receipt> throughAllChanges() {
        List<Commune.Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            receipts.add(Commune.Receipt.of(Commune.asCitizen().body(form()).post("/api/v1/feedback")));
        }
        var answered = receipts.get(0);
        commune.post(commune.asClerk(), answered.id(), "supplement-requests", "{\"text\": \"cột mốc nào?\"}");
        answered.post("supplements", "{\"content\": \"cột mốc số 3\"}").then().statusCode(200);
        answered.post("messages", "{\"text\": \"Bao giờ hàng xóm thôi ồn?\"}")
                .then()
                .statusCode(201);
        commune.asClerk()
                .body("{\"text\": \"Đã hẹn gặp hàng xóm.\"}")
                .post("/api/v1/feedback/" + answered.id() + "/messages")
                .then()
                .statusCode(201);
        commune.assign(answered.id());
        String asked = "{\"amount\": 2, \"reason\": \"Hàng xóm đi vắng.\"}";
        commune.post(commune.asClerk(), answered.id(), "extension-requests", asked);
        commune.post(commune.asLeader(), answered.id(), "extension-refusals", "{\"reason\": \"Hỏi hàng xóm khác.\"}");
        commune.post(commune.asClerk(), answered.id(), "extension-requests", asked);
        commune.post(commune.asLeader(), answered.id(), "extensions", "{\"note\": \"Chờ hàng xóm về.\"}");
        isApologisedFor(answered);
        commune.post(commune.asLeader(), answered.id(), "answers", "{\"text\": \"Đã nhắc nhở hàng xóm.\"}");
        commune.post(commune.asLeader(), answered.id(), "closures", "{}").then().statusCode(200);
        answered.post("reopenings", "{\"reason\": \"Hàng xóm lại ồn.\"}").then().statusCode(200);
        isAnsweredByTheLeader(answered);
        isMergedAndSeparated(receipts.get(1), answered);
        commune.post(
                        commune.asClerk(),
                        receipts.get(1).id(),
                        "refusals",
                        "{\"reason\": \"DENUNCIATION\", \"text\": \"Tố cáo hàng xóm.\"}")
                .then()
                .statusCode(200);
        commune.post(
                        commune.asClerk(),
                        receipts.get(2).id(),
                        "referrals",
                        "{\"authorityName\": \"Công an huyện\", \"reason\": \"Việc hàng xóm.\"}")
                .then()
                .statusCode(200);
        receipts.get(3)
                .post("withdrawals", "{\"reason\": \"Đã hòa giải với hàng xóm.\"}")
                .then()
                .statusCode(200);
        return receipts;
    }

    private void isMergedAndSeparated(Commune.Receipt receipt, Commune.Receipt leading) {
        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "merges",
                        "{\"intoId\": \"" + leading.id() + "\", \"note\": \"Cùng một hàng xóm.\"}")
                .then()
                .statusCode(200);
        commune.post(commune.asClerk(), receipt.id(), "separations", "{\"note\": \"Hàng xóm khác.\"}")
                .then()
                .statusCode(200);
    }

    /** Overdue then; the letter names the sender, and is sent. */
    private void isApologisedFor(Commune.Receipt receipt) {
        Commune.now("2021-02-01T08:30:00+07:00");
        commune.asClerk()
                .body("{\"reason\": \"Hàng xóm đi vắng lâu ngày.\", \"promisedOn\": \"2021-02-03\"}")
                .post("/api/v1/feedback/" + receipt.id() + "/apology-letters")
                .then()
                .statusCode(201);
        commune.post(
                        commune.asLeader(),
                        receipt.id(),
                        "apology-releases",
                        "{\"letterVersion\": 1, \"documentNumber\": \"17/UBND-VP\"}")
                .then()
                .statusCode(200);
        Commune.asCitizen()
                .header("Tracking-Secret", receipt.secret())
                .accept("application/pdf")
                .get("/api/v1/tracking/" + receipt.code() + "/apology-letter")
                .then()
                .statusCode(200);
    }

    private void isAnsweredByTheLeader(Commune.Receipt receipt) {
        commune.asClerk()
                .body("{\"text\": \"Đã hòa giải với hàng xóm.\"}")
                .post("/api/v1/feedback/" + receipt.id() + "/answer-drafts")
                .then()
                .statusCode(201);
        handIn(receipt);
        commune.post(commune.asClerk(), receipt.id(), "answer-recalls", "{\"reason\": \"Hỏi lại hàng xóm.\"}")
                .then()
                .statusCode(200);
        handIn(receipt);
        commune.post(commune.asLeader(), receipt.id(), "answer-returns", "{\"reason\": \"Nêu tên hàng xóm.\"}")
                .then()
                .statusCode(200);
        handIn(receipt);
        commune.post(commune.asLeader(), receipt.id(), "answer-releases", "{\"draftVersion\": " + draft(receipt) + "}")
                .then()
                .statusCode(200);
    }

    private void handIn(Commune.Receipt receipt) {
        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "answer-submissions",
                        "{\"draftVersion\": " + draft(receipt) + ", \"note\": \"Hàng xóm đã đồng ý.\"}")
                .then()
                .statusCode(200);
    }

    /** The version of the draft. */
    private int draft(Commune.Receipt receipt) {
        return commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/answer-drafts")
                .path("items[0].version");
    }

    @Test
    void everyEventFitsItsContractAndNamesNobody() {
        List<Commune.Receipt> receipts = throughAllChanges();

        int changes = receipts.stream().mapToInt(this::version).sum();
        await().untilAsserted(() -> assertThat(eventsOf(receipts)).hasSize(changes));
        List<SentEvent> events = eventsOf(receipts);
        EventContracts contracts = EventContracts.ofThisModule();
        events.forEach(contracts::assertFits);
        assertThat(events.stream().map(SentEvent::type).distinct())
                // That the due day is counted anew happens to whatever is open at once: RecountTest looks at its
                // events.
                .containsExactlyInAnyOrder(java.util.Arrays.stream(Transition.values())
                        .filter(transition -> transition != Transition.RECOUNT)
                        .map(Transition::eventType)
                        // What the leader releases is an answer, as what the office answers directly.
                        .distinct()
                        .toArray(String[]::new));
        assertThat(events)
                .as("nothing is recorded, and each change has a trace")
                .extracting(event -> event.headers().get("traceparent"))
                .allSatisfy(trace -> assertThat(trace).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
        for (SentEvent event : events) {
            String everything = event.headers() + event.key() + event.data();
            assertThat(everything).doesNotContain(SECRETS);
            for (Commune.Receipt receipt : receipts) {
                assertThat(everything)
                        .doesNotContain(receipt.code(), receipt.code().replace("-", ""), receipt.secret());
            }
        }
        List<Integer> versions =
                IntStream.rangeClosed(1, version(receipts.get(0))).boxed().toList();
        assertThat(TestEvents.read("cchc.feedback", receipts.get(0).id()))
                .extracting(event -> event.json().get("version").intValue())
                .containsExactlyElementsOf(versions);
        assertThat(TestEvents.read("cchc.feedback", receipts.get(0).id()))
                .extracting(event -> event.headers().get("ce_sequence"))
                .containsExactlyElementsOf(
                        versions.stream().map(String::valueOf).toList());
    }

    /** Each change makes one more. */
    private int version(Commune.Receipt receipt) {
        return commune.asLeader().get("/api/v1/feedback/" + receipt.id()).path("version");
    }

    private static List<SentEvent> eventsOf(List<Commune.Receipt> receipts) {
        List<String> keys =
                receipts.stream().map(receipt -> receipt.id().toString()).toList();
        return TestEvents.read("cchc.feedback").stream()
                .filter(event -> keys.contains(event.key()))
                .toList();
    }

    @Test
    void theExamplesFitTheContracts() {
        EventContracts.ofThisModule().assertExamplesFit();
    }

    @Test
    void theDocumentOfEventsNamesEachTypeAndItsSchema() throws Exception {
        String document = Files.readString(Path.of("contracts", "asyncapi.yaml"));

        List<String> types = new ArrayList<>(List.of("vn.cchc.day.marked.v1", "vn.cchc.reminder.decided.v1"));
        java.util.Arrays.stream(Transition.values()).map(Transition::eventType).forEach(types::add);
        for (String type : types) {
            String schema = type.replace("vn.cchc.", "") + ".schema.json";
            assertThat(document).contains("name: " + type + "\n", "$ref: events/" + schema + "\n");
            assertThat(Path.of("contracts", "events", schema)).exists();
        }
    }

    @Test
    void logsNameNobodyEvenWhereTheDatabaseRefuses() throws Exception {
        Recorder recorder = new Recorder();
        Logger root = Logger.getLogger("");
        root.addHandler(recorder);
        List<Commune.Receipt> receipts;
        try {
            receipts = throughAllChanges();
            commune.asClerk()
                    .queryParam("q", "hàng xóm")
                    .get("/api/v1/feedback")
                    .then()
                    .statusCode(200);
            commune.asClerk()
                    .body("{\"name\": \"" + NAME + "\"}")
                    .post("/api/v1/feedback/searches")
                    .then()
                    .statusCode(200);
            Commune.asCitizen()
                    .body(form().replace("0906 060 606", "+84 906060606 7"))
                    .post("/api/v1/feedback");
            refuseOnce();
        } finally {
            root.removeHandler(recorder);
        }

        String log = recorder.text();
        // The refusal itself is told, so the recorder does hear what is logged.
        assertThat(log).contains("ck_for_privacy_test").doesNotContain(SECRETS);
        for (Commune.Receipt receipt : receipts) {
            assertThat(log).doesNotContain(receipt.code(), receipt.code().replace("-", ""), receipt.secret());
        }
    }

    private void refuseOnce() throws Exception {
        try (var connection = LocalServers.connect();
                var ddl = connection.createStatement()) {
            ddl.execute("ALTER TABLE feedback_sender ADD CONSTRAINT ck_for_privacy_test CHECK (name <> '" + NAME
                    + "') NOT VALID");
            try {
                var answer = Commune.asCitizen().body(form()).post("/api/v1/feedback");
                answer.then().statusCode(500);
                assertThat(answer.asString()).doesNotContain(SECRETS).doesNotContain("feedback_sender");
            } finally {
                ddl.execute("ALTER TABLE feedback_sender DROP CONSTRAINT ck_for_privacy_test");
            }
        }
    }

    private static final class Recorder extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Formatter formatter = new SimpleFormatter();

        Recorder() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord logged) {
            lines.add(formatter.format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        String text() {
            return String.join("\n", lines);
        }
    }
}
