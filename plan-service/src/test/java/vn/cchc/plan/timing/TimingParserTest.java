package vn.cchc.plan.timing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingParserTest {

    private final TimingParser parser = new TimingParser(2021);

    /** Every timing cell of the real annex with what a careful reader made of it. */
    static Stream<Row> rowsOfTheRealAnnex() throws IOException {
        try (InputStream file = TimingParserTest.class.getResourceAsStream("/plan-2021/annex.json")) {
            List<Row> rows = new ArrayList<>();
            for (JsonNode row : new ObjectMapper().readTree(file).get("rows")) {
                if (row.hasNonNull("timing_text")) {
                    rows.add(new Row(
                            row.get("seq").asInt(),
                            row.get("timing_text").asText(),
                            row.get("timing_type").asText(),
                            row.path("timing_structured")));
                }
            }
            return rows.stream();
        }
    }

    record Row(int seq, String text, String type, JsonNode expected) {}

    @ParameterizedTest
    @MethodSource("rowsOfTheRealAnnex")
    void reads_every_timing_of_the_real_annex_as_a_careful_reader_did(Row row) {
        List<TimingRule> rules = parser.read(row.text());

        switch (row.type()) {
            case "FIXED_DEADLINE" -> assertThat(rules).containsExactly(fixed("", row.expected()));
            case "REPORT_SCHEDULE" ->
                assertThat(rules).singleElement().satisfies(rule -> {
                    List<String> read = ((TimingRule.ReportSchedule) rule)
                            .items().stream()
                                    .map(item -> item.period().key() + " "
                                            + item.deadline()
                                                    .map(deadline -> deadline.wording() + " " + deadline.stated())
                                                    .orElse("-"))
                                    .toList();
                    List<String> expected = new ArrayList<>();
                    row.expected()
                            .get("items")
                            .forEach(item -> expected.add(item.get("period")
                                            .asText()
                                            .replace(" lần 01", "-Y1")
                                            .replace(" lần 02", "-Y2")
                                    + " "
                                    + (item.hasNonNull("due")
                                            ? "BEFORE " + item.get("due").asText()
                                            : "-")));
                    assertThat(read).isEqualTo(expected);
                });
            case "ON_REQUEST" -> assertThat(rules).singleElement().isInstanceOf(TimingRule.OnRequest.class);
            case "COMPOUND" -> {
                assertThat(rules).hasSize(row.expected().get("parts").size());
                assertThat(rules.get(0))
                        .isEqualTo(fixed(
                                "Ban hành Kế hoạch", row.expected().get("parts").get(0)));
                assertThat(rules.get(1))
                        .isEqualTo(fixed(
                                "Thời gian kiểm tra",
                                row.expected().get("parts").get(1)));
                assertThat(rules.get(2))
                        .isEqualTo(new TimingRule.OnEvent(
                                "Ban hành báo cáo hoặc thông báo kết luận",
                                AwaitedEvent.INSPECTION_ENDED,
                                "kiểm tra",
                                Optional.of(new Offset(1, OffsetUnit.WEEK))));
            }
            case "EVENT_OFFSET" ->
                assertThat(rules).singleElement().satisfies(rule -> {
                    TimingRule.OnEvent onEvent = (TimingRule.OnEvent) rule;
                    assertThat(onEvent.event().name())
                            .isEqualTo(row.expected().get("event").asText());
                    assertThat(onEvent.offset())
                            .contains(new Offset(
                                    row.expected().get("amount").asInt(),
                                    OffsetUnit.valueOf(
                                            row.expected().get("unit").asText())));
                });
            case "CONTINUOUS" -> assertThat(rules).containsExactly(new TimingRule.Continuous());
            case "RECURRING_MONTHLY" -> assertThat(rules).containsExactly(new TimingRule.Recurring(Rhythm.MONTHLY));
            case "RECURRING_TWICE_MONTHLY" ->
                assertThat(rules).containsExactly(new TimingRule.Recurring(Rhythm.TWICE_MONTHLY));
            case "RECURRING_QUARTERLY_AND_YEAR_END" ->
                assertThat(rules).containsExactly(new TimingRule.Recurring(Rhythm.QUARTERLY_AND_YEAR_END));
            case "BY_OTHER_PLAN" ->
                assertThat(rules).containsExactly(new TimingRule.ByOtherPlan("Kế hoạch theo dõi tình hình THPL"));
            case "EVENT_NO_OFFSET" ->
                assertThat(rules).singleElement().satisfies(rule -> {
                    assertThat(rule.kind()).isEqualTo(RuleKind.ON_EVENT);
                    assertThat(((TimingRule.OnEvent) rule).offset()).isEmpty();
                });
            default -> throw new AssertionError("No expectation for " + row.type());
        }
    }

    private static TimingRule fixed(String label, JsonNode expected) {
        return new TimingRule.Fixed(
                label, Deadline.before(LocalDate.parse(expected.get("due").asText())));
    }

    @Test
    void reads_the_compound_text_in_its_short_form() {
        List<TimingRule> rules = parser.read(
                "ban hành kế hoạch trước 28/02; kiểm tra trước 15/8; báo cáo chậm nhất 01 tuần sau kiểm tra");

        assertThat(rules)
                .containsExactly(
                        new TimingRule.Fixed("ban hành kế hoạch", Deadline.before(LocalDate.of(2021, 2, 28))),
                        new TimingRule.Fixed("kiểm tra", Deadline.before(LocalDate.of(2021, 8, 15))),
                        new TimingRule.OnEvent(
                                "báo cáo",
                                AwaitedEvent.INSPECTION_ENDED,
                                "kiểm tra",
                                Optional.of(new Offset(1, OffsetUnit.WEEK))));
    }

    @Test
    void tells_feedback_with_a_term_from_feedback_without() {
        assertThat(parser.read("10 ngày sau khi nhận được PAKN"))
                .containsExactly(new TimingRule.OnEvent(
                        "",
                        AwaitedEvent.FEEDBACK_RECEIVED,
                        "nhận được PAKN",
                        Optional.of(new Offset(10, OffsetUnit.DAY))));
        assertThat(parser.read("Khi có PAKN"))
                .containsExactly(
                        new TimingRule.OnEvent("", AwaitedEvent.FEEDBACK_RECEIVED, "có PAKN", Optional.empty()));
    }

    @Test
    void reads_decomposed_text_and_capitals_alike() {
        String decomposed = Normalizer.normalize("HÀNG QUÝ VÀ CUỐI NĂM", Normalizer.Form.NFD);

        assertThat(parser.read(decomposed)).containsExactly(new TimingRule.Recurring(Rhythm.QUARTERLY_AND_YEAR_END));
    }

    @Test
    void reads_a_month_and_a_quarter_as_their_last_day() {
        assertThat(parser.read("Trong tháng 6"))
                .containsExactly(new TimingRule.Fixed("", Deadline.atLatest(LocalDate.of(2021, 6, 30))));
        assertThat(parser.read("Quý IV/2021"))
                .containsExactly(new TimingRule.Fixed("", Deadline.atLatest(LocalDate.of(2021, 12, 31))));
        assertThat(parser.read("Chậm nhất là ngày 15/7/2021"))
                .containsExactly(new TimingRule.Fixed("", Deadline.atLatest(LocalDate.of(2021, 7, 15))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trước 31/02/2021",
                "Trước 32/1",
                "03 lần/tháng",
                "0 ngày sau kiểm tra",
                "1001 ngày sau kiểm tra",
                "Khi có yêu cầu, chậm nhất 5 ngày",
                "Khi có yêu cầu trước 15/3",
                "Hàng tháng; riêng quý I trước 15/3 hoặc 20/3",
                "Quý I, 6 tháng, quý III trước ngày cuối cùng các tháng 2, 5",
                "Quý I, 6 tháng trước ngày 30 các tháng 2, 5",
                "Quý I, quý I trước ngày 25 các tháng 2, 3",
                "Quý V",
                "Tháng 13",
                "Cuối tháng",
                "Khoảng tháng 6",
                "Trước khi họp",
                ";",
                "-"
            })
    void keeps_what_it_cannot_read_and_guesses_nothing(String text) {
        assertThat(parser.read(text)).containsExactly(new TimingRule.Unread(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"05 ngày trước kỳ họp", "24 giờ sau khi nhận", "Họp trước 15/6; báo cáo 05 ngày trước kỳ họp"})
    void leaves_terms_that_a_replica_of_the_version_before_does_not_know_while_it_runs(String text) {
        TimingParser beside = new TimingParser(2021, false);

        assertThat(beside.read(text)).containsExactly(new TimingRule.Unread(text));
        assertThat(beside.read(text, false).unread()).isPresent();
        assertThat(parser.read(text)).doesNotContain(new TimingRule.Unread(text));
        assertThat(beside.read("05 ngày sau kỳ họp")).isEqualTo(parser.read("05 ngày sau kỳ họp"));
    }

    @Test
    void an_inspection_has_not_ended_before_it_begins() {
        assertThat(parser.read("05 ngày trước khi kiểm tra"))
                .containsExactly(new TimingRule.OnEvent(
                        "", AwaitedEvent.OTHER, "kiểm tra", Optional.of(new Offset(-5, OffsetUnit.DAY))));
        assertThat(parser.read("05 ngày trước khi kết thúc kiểm tra"))
                .containsExactly(new TimingRule.OnEvent(
                        "",
                        AwaitedEvent.INSPECTION_ENDED,
                        "kết thúc kiểm tra",
                        Optional.of(new Offset(-5, OffsetUnit.DAY))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Trước ngày họp 3 ngày làm việc | chậm nhất 3 ngày làm việc trước ngày họp",
                "05 ngày trước kỳ họp HĐND | chậm nhất 5 ngày trước kỳ họp HĐND",
                "Gửi tài liệu trước khi họp 02 ngày | Gửi tài liệu chậm nhất 2 ngày trước khi họp",
                "Trong vòng 24h kể từ khi tiếp nhận | chậm nhất 24 giờ kể từ khi tiếp nhận",
                "Muộn nhất 48 giờ trước khi họp | chậm nhất 48 giờ trước khi họp"
            })
    void says_terms_before_an_event_and_in_hours_in_words(String text, String words) {
        assertThat(parser.read(text)).extracting(parser::words).containsExactly(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 ngày sau khi nhận được PAKN\u00a0",
                "\ufeff10\u202fngày sau khi nhận được PA\u00adKN",
                "10 ngày sau\u2007khi nhận được PAKN\u200b."
            })
    void reads_a_timing_as_it_is_pasted(String pasted) {
        assertThat(parser.read(pasted)).isEqualTo(parser.read("10 ngày sau khi nhận được PAKN"));
    }
}
