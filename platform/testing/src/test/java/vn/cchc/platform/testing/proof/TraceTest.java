package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.platform.testing.proof.SampleEvents.TOPIC;
import static vn.cchc.platform.testing.proof.SampleEvents.event;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.SampleProjection;
import vn.cchc.platform.testing.sample.SampleSweep;
import vn.cchc.platform.testing.sample.Samples;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.Timers;

/** A request, what it sends, and what is made of that in other services are one trace, which tells nothing of a person. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TraceTest {

    private static final String TRACEPARENT = "SELECT traceparent FROM journal WHERE id = ?";

    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final String caller = "00-" + traceId + "-00f067aa0ba902b7-01";

    @Inject
    InMemorySpanExporter spans;

    @Inject
    Samples samples;

    @Inject
    Timers timers;

    @AfterEach
    void forget() {
        spans.reset();
        SampleProjection.mistakeAbout = null;
    }

    @Test
    void a_trace_goes_from_the_request_through_the_topic_to_what_the_listener_writes() {
        UUID id = UUID.fromString(clerk().header("traceparent", caller)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{\"name\": \"" + SampleProjection.FOLLOWED + "\"}")
                .post("/api/v1/samples")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        UUID follower = SampleProjection.follower(id);

        patiently()
                .until(() -> ofTrace(SpanKind.CONSUMER).size() == 2
                        && ofTrace("send cchc.sample").size() == 2);

        SpanData request = ofTrace(SpanKind.SERVER).get(0);
        assertThat(request.getName()).isEqualTo("POST /api/v1/samples");
        assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        String written = "00-" + traceId + "-" + request.getSpanId() + "-01";
        assertThat(Database.value(TRACEPARENT, id)).isEqualTo(written);
        assertThat(TestEvents.read(TOPIC, id).get(0).headers()).containsEntry("traceparent", written);
        assertThat(ofTrace("send cchc.sample").get(0).getParentSpanId()).isEqualTo(request.getSpanId());
        SpanData heard = ofTrace(SpanKind.CONSUMER).get(0);
        assertThat(heard)
                .returns("process cchc.sample", SpanData::getName)
                .returns(request.getSpanId(), SpanData::getParentSpanId);
        assertThat(Database.value(TRACEPARENT, follower)).isEqualTo("00-" + traceId + "-" + heard.getSpanId() + "-01");
        SpanData heardNext = ofTrace(SpanKind.CONSUMER).get(1);
        assertThat(heardNext.getParentSpanId()).isEqualTo(heard.getSpanId());
        assertThat(ofTrace("INSERT journal"))
                .extracting(SpanData::getParentSpanId)
                .containsExactly(request.getSpanId(), heard.getSpanId());
        assertThat(ofTrace("INSERT heard"))
                .extracting(SpanData::getParentSpanId)
                .containsExactly(heard.getSpanId(), heardNext.getSpanId());
    }

    @Test
    void what_nobody_samples_is_not_recorded_and_has_a_trace_all_the_same() {
        UUID id = UUID.fromString(clerk().header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{\"name\": \"quiet\"}")
                .post("/api/v1/samples")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        patiently().until(() -> Database.knownVersion(id) == 0);
        String written = (String) Database.value(TRACEPARENT, id);
        assertThat(written).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(TestEvents.read(TOPIC, id).get(0).headers()).containsEntry("traceparent", written);
        assertThat(spans.getFinishedSpanItems())
                .noneSatisfy(span -> assertThat(written).contains(span.getTraceId()));
    }

    @Test
    void what_is_written_outside_of_a_trace_has_none() {
        UUID id = samples.create("alone");

        patiently().until(() -> Database.knownVersion(id) == 0);
        assertThat(Database.value(TRACEPARENT, id)).isNull();
        assertThat(TestEvents.read(TOPIC, id).get(0).headers()).doesNotContainKey("traceparent");
    }

    @Test
    void a_span_tells_neither_path_nor_query_nor_who_called() {
        UUID id = Ids.next();
        for (String path :
                List.of("/api/v1/samples?name=Nguyễn Văn An", "/api/v1/samples/" + id, "/api/v1/none/" + id)) {
            clerk().header("traceparent", caller)
                    .header("User-Agent", "telltale")
                    .header("X-Forwarded-For", "203.0.113.7")
                    .header("baggage", "name=telltale")
                    .get(path);
        }

        patiently().until(() -> ofTrace(SpanKind.SERVER).size() == 3);
        assertThat(ofTrace(SpanKind.SERVER))
                .extracting(SpanData::getName)
                .contains("GET /api/v1/samples", "GET /api/v1/samples/{id}");
        assertThat(ofTrace(SpanKind.SERVER)).allSatisfy(span -> assertThat(
                        span.getName() + span.getAttributes() + span.getEvents() + span.getStatus())
                .doesNotContain(id.toString(), "Nguy", "telltale", "203.0.113.7", "127.0.0.1", "localhost"));
        assertThat(ofTrace(SpanKind.SERVER).get(0).getAttributes().asMap().toString())
                .contains("http.route=/api/v1/samples", "http.response.status_code=200", "url.query=REDACTED");
    }

    @Test
    void health_and_metrics_are_not_traced() {
        Management.given()
                .header("traceparent", caller)
                .get("/q/health/live")
                .then()
                .statusCode(200);
        Management.given()
                .header("traceparent", caller)
                .get("/q/metrics")
                .then()
                .statusCode(200);
        clerk().header("traceparent", caller).get("/q/metrics").then().statusCode(404);
        clerk().header("traceparent", caller).get("/api/v1/samples").then().statusCode(200);

        patiently().until(() -> !ofTrace(SpanKind.SERVER).isEmpty());
        assertThat(ofTrace(SpanKind.SERVER)).extracting(SpanData::getName).containsExactly("GET /api/v1/samples");
    }

    @Test
    void a_dead_letter_keeps_its_trace_and_a_retry_continues_it() {
        UUID id = Ids.next();
        SampleProjection.mistakeAbout = id;
        TestEvents.publish(TOPIC, List.of(withTrace(id, caller)));
        patiently().until(() -> Database.deadLetters(id) == 1);
        String letter = Database.value("SELECT id FROM dead_letter WHERE aggregate_id = ?", id)
                .toString();
        patiently().until(() -> !ofTrace(SpanKind.CONSUMER).isEmpty());
        assertThat(ofTrace(SpanKind.CONSUMER).get(0).getAttributes().asMap().toString())
                .contains("error.type=java.lang.IllegalStateException")
                .doesNotContain("a mistake in the handler");
        spans.reset();
        SampleProjection.mistakeAbout = null;

        RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .post("/api/v1/dead-letters/" + letter + "/retries")
                .then()
                .body("state", equalTo("PROCESSED"))
                .body("headers.traceparent", equalTo(caller));

        // A span of the failure may end after the reset.
        patiently().untilAsserted(() -> assertThat(ofTrace(SpanKind.CONSUMER)).anySatisfy(retried -> {
            assertThat(retried.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(retried.getLinks()).as("the operator's request").hasSize(1);
        }));
    }

    @Test
    void an_event_is_taken_in_whatever_its_traceparent() {
        List<UUID> ids = Stream.generate(Ids::next).limit(4).toList();
        List<String> unreadable =
                List.of("", "nonsense", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "x".repeat(100_000));

        for (int i = 0; i < ids.size(); i++) {
            TestEvents.publish(TOPIC, List.of(withTrace(ids.get(i), unreadable.get(i))));
        }

        patiently().untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(Database.knownVersion(id)).isZero()));
    }

    @Test
    void a_timer_begins_a_trace_of_its_own() {
        SampleSweep.traceparent = Optional.empty();

        QuarkusTransaction.requiringNew()
                .run(() -> timers.set(
                        new Timer(SampleSweep.KIND, Ids.next(), "", "", OffsetDateTime.parse("2000-01-01T00:00:00Z"))));

        patiently().untilAsserted(() -> assertThat(SampleSweep.traceparent)
                .hasValueSatisfying(trace -> assertThat(trace).endsWith("-00")));
    }

    private static TestEvents.Raw withTrace(UUID id, String traceparent) {
        TestEvents.Raw event = event(id, 1);
        Map<String, String> headers = new HashMap<>(event.headers());
        headers.put("traceparent", traceparent);
        return new TestEvents.Raw(event.key(), headers, event.body());
    }

    /** In the order of their beginnings. */
    private List<SpanData> ofTrace(SpanKind kind) {
        return ofTrace(span -> span.getKind() == kind);
    }

    private List<SpanData> ofTrace(String name) {
        return ofTrace(span -> span.getName().equals(name));
    }

    private List<SpanData> ofTrace(Predicate<SpanData> wanted) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(traceId))
                .filter(wanted)
                .sorted(Comparator.comparing(SpanData::getStartEpochNanos))
                .toList();
    }

    private static RequestSpecification clerk() {
        return RestAssured.given().auth().oauth2(TestTokens.clerk(UUID.randomUUID()));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
