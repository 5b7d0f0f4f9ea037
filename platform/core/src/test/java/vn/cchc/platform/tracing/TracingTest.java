package vn.cchc.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {

    private static final String FIRST = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String SECOND = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = provider(true);
    private final Tracer tracer = provider.get("test");
    private final Tracing tracing = new Tracing(tracer);
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void events_of_one_request_go_on_in_its_trace() {
        tracing.process("cchc.sample", List.of(FIRST, FIRST), this::look);

        SpanData span = only();
        assertThat(span.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getLinks()).isEmpty();
        assertThat(seen).containsExactly("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
    }

    @Test
    void events_of_several_requests_are_linked_from_a_trace_of_their_own() {
        tracing.process("cchc.sample", Arrays.asList(FIRST, null, SECOND, "unreadable"), this::look);

        SpanData span = only();
        assertThat(span.getParentSpanContext()).isEqualTo(SpanContext.getInvalid());
        assertThat(span.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(SpanContext::getSpanId)
                .containsExactly("00f067aa0ba902b7", "b7ad6b7169203331");
        assertThat(span.getAttributes().asMap().toString()).contains("messaging.batch.message_count=4");
        assertThat(seen).containsExactly("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
    }

    @Test
    void what_fails_says_so_and_does_not_repeat_the_message() {
        assertThatThrownBy(() -> tracing.root("sweep", () -> {
                    throw new IllegalStateException("Nguyễn Văn An");
                }))
                .isInstanceOf(IllegalStateException.class);

        SpanData span = only();
        assertThat(span.getName()).isEqualTo("sweep");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.toString()).contains("java.lang.IllegalStateException").doesNotContain("Nguyễn");
    }

    @Test
    void a_timer_is_a_trace_of_its_own_also_within_another() {
        tracing.root("outer", () -> tracing.root("inner", this::look));

        assertThat(exporter.getFinishedSpanItems())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getParentSpanContext()).isEqualTo(SpanContext.getInvalid()))
                .extracting(SpanData::getTraceId)
                .doesNotHaveDuplicates();
    }

    @Test
    void unless_it_is_asked_for_nothing_is_recorded_whatever_the_caller_samples_and_the_trace_goes_on() {
        try (SdkTracerProvider off = provider(false)) {
            new Tracing(off.get("test")).process("cchc.sample", List.of(FIRST), this::look);
        }

        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        assertThat(seen).singleElement().asString().matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00");
    }

    @Test
    void what_is_sent_is_recorded_only_where_its_trace_is_sampled() {
        assertThat(tracing.send("cchc.sample", FIRST).isRecording()).isTrue();
        assertThat(tracing.send("cchc.sample", FIRST.replaceFirst("01$", "00")).isRecording())
                .isFalse();
        assertThat(tracing.send("cchc.sample", null).isRecording()).isFalse();
    }

    @Test
    void a_write_is_a_span_below_the_work_under_way_and_not_the_cause_of_what_it_journals() {
        tracing.root("sweep", () -> tracing.insert("journal", this::look));

        assertThat(exporter.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("INSERT journal", "sweep");
        SpanData written = exporter.getFinishedSpanItems().get(0);
        SpanData sweep = exporter.getFinishedSpanItems().get(1);
        assertThat(written.getParentSpanId()).isEqualTo(sweep.getSpanId());
        assertThat(seen).containsExactly("00-" + sweep.getTraceId() + "-" + sweep.getSpanId() + "-01");
    }

    @Test
    void a_write_outside_of_what_is_recorded_is_no_span() {
        tracing.insert("journal", this::look);

        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        assertThat(seen).containsExactly("");
    }

    @Test
    void there_is_no_traceparent_outside_of_a_trace() {
        Traceparent.within("unreadable", this::look);
        Traceparent.within(null, this::look);
        Traceparent.within(SECOND, this::look);

        assertThat(seen).containsExactly("", "", SECOND);
    }

    private void look() {
        seen.add(Traceparent.current().orElse(""));
    }

    private SpanData only() {
        assertThat(exporter.getFinishedSpanItems()).hasSize(1);
        return exporter.getFinishedSpanItems().get(0);
    }

    private SdkTracerProvider provider(boolean enabled) {
        return SdkTracerProvider.builder()
                .setSampler(new Sampling().sampler(enabled, 1))
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
    }
}
