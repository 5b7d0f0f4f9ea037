package vn.cchc.plan.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimReaderTest {

    /** Read by people from the timing column, or from a count without a percentage: not what this reader is for. */
    private static final Set<String> FROM_ELSEWHERE = Set.of("A3.1.3", "A1.4.2", "A7.1.1");

    static Stream<Row> targetsOfTheRealPlan() throws IOException {
        try (InputStream file = AimReaderTest.class.getResourceAsStream("/plan-2021/targets.json")) {
            List<Row> rows = new ArrayList<>();
            for (JsonNode target : new ObjectMapper().readTree(file).get("targets")) {
                if (!FROM_ELSEWHERE.contains(target.get("id").asText())) {
                    rows.add(new Row(
                            target.get("id").asText(),
                            target.get("text").asText(),
                            target.get("operator").isNull()
                                    ? "qualitative"
                                    : target.get("operator").asText() + " "
                                            + target.get("value").asInt()
                                            + (target.get("upper").isNull()
                                                    ? ""
                                                    : "-" + target.get("upper").asInt())
                                            + " " + target.get("unit").asText()));
                }
            }
            return rows.stream();
        }
    }

    record Row(String id, String text, String expected) {}

    @ParameterizedTest
    @MethodSource("targetsOfTheRealPlan")
    void reads_every_target_of_the_real_plan_as_a_careful_reader_did(Row row) {
        Optional<Aim> aim = AimReader.read(row.text());

        assertThat(aim.map(AimReaderTest::text).orElse("qualitative")).isEqualTo(row.expected());
    }

    private static String text(Aim aim) {
        return aim.operator().symbol() + " " + aim.value().intValueExact()
                + aim.upper().map(upper -> "-" + upper.intValueExact()).orElse("") + " " + aim.unit();
    }

    @ParameterizedTest
    @CsvSource({
        "đạt trên 95%, > 95 %",
        "đạt từ 90% trở lên, >= 90 %",
        "Từ 90 % hồ sơ, >= 90 %",
        "dưới 5% hồ sơ trễ hẹn, < 5 %",
        "không quá 10%, <= 10 %",
        "từ 90-100% TTHC, between 90-100 %",
        "tăng từ 15% trở lên, >= 15 % tăng"
    })
    void reads_the_words_before_and_after_a_figure(String text, String expected) {
        assertThat(AimReader.read(text).map(AimReaderTest::text)).contains(expected);
    }

    @Test
    void says_where_the_text_leaves_the_operator_or_the_value_open() {
        assertThat(AimReader.read("60% thủ tục").orElseThrow().assumed()).isTrue();
        assertThat(AimReader.read("tất cả các dịch vụ").orElseThrow().assumed()).isTrue();
        assertThat(AimReader.read("100% thủ tục").orElseThrow().assumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hoàn thành các chức năng cơ bản",
                "đạt 80%, riêng cấp xã 90%",
                "theo ISO 9001:2015",
                "5 phần mềm"
            })
    void leaves_what_has_no_single_percentage_qualitative(String text) {
        assertThat(AimReader.read(text)).isEmpty();
    }

    @Test
    void above_is_strictly_more_and_from_upward_is_at_least() {
        Aim above = AimReader.read("trên 95%").orElseThrow();
        Aim from = AimReader.read("từ 95% trở lên").orElseThrow();

        assertThat(above.isMetBy(new BigDecimal("95.00"))).isFalse();
        assertThat(above.isMetBy(new BigDecimal("95.01"))).isTrue();
        assertThat(from.isMetBy(new BigDecimal("95.00"))).isTrue();
        assertThat(from.isMetBy(new BigDecimal("94.99"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tỷ lệ hồ sơ trễ hạn 5%",
                "TY LE HO SO TRE HAN 5%",
                "5% hồ sơ trễ hẹn",
                "Tỷ lệ hồ sơ trễ hạn: 25%",
                "Tỷ lệ hồ sơ phải bổ sung 30%",
                "Tỷ lệ công dân đi lại nhiều lần 40%",
                "Tỷ lệ đơn thư vượt cấp đạt 22%",
                "Tỷ lệ hồ sơ nộp trực tiếp 30%",
                "Tỷ lệ gia tăng dân số 1,1%",
                "Tỷ lệ một thứ chưa ai nghĩ đến 5%"
            })
    void a_bare_percentage_of_what_may_be_better_less_is_left(String text) {
        assertThat(AimReader.reading(text)).isInstanceOf(AimReading.Unread.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Triển khai thực hiện Đề án 06",
                "Kế hoạch CCHC 2026",
                "Công khai kết quả 6 tháng đầu năm",
                "Trước ngày 30/9 hoàn thành báo cáo",
                "Rà soát văn bản theo Nghị định 61/2018/NĐ-CP",
                "Kế hoạch số 57/KH-UBND",
                "Trực 24/7",
                "Phủ sóng 5G",
                "1. Hoàn thiện thể chế",
                "Nhiệm vụ (2) về số hóa tại thôn 3"
            })
    void a_figure_that_names_something_asks_for_nothing(String text) {
        assertThat(AimReader.reading(text)).isInstanceOf(AimReading.Qualitative.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Triển khai 5 phần mềm dùng chung",
                "Rà soát 25 thủ tục hành chính",
                "Trả lời phản ánh trong thời hạn 10 ngày",
                "Giảm hơn một nửa số cuộc họp",
                "Hoàn thành hai phần ba kế hoạch"
            })
    void a_figure_that_names_nothing_is_not_passed_over(String text) {
        assertThat(AimReader.reading(text)).isInstanceOf(AimReading.Unread.class);
    }

    @Test
    void a_fall_is_growth_below_zero_and_keeps_its_base() {
        AimReading reading = AimReader.reading("Giảm ít nhất 20% so với năm 2020");

        assertThat(reading)
                .isEqualTo(new AimReading.Understood(
                        new Aim(Operator.AT_MOST, BigDecimal.valueOf(-20), Optional.empty(), Aim.PERCENT_MORE, false),
                        Optional.of("năm 2020")));
        assertThat(reading.understood().orElseThrow().isMetBy(new BigDecimal("-25")))
                .isTrue();
        assertThat(reading.understood().orElseThrow().isMetBy(new BigDecimal("-5")))
                .isFalse();
        assertThat(reading.understood().orElseThrow().isMetBy(new BigDecimal("30")))
                .isFalse();
    }

    @Test
    @Timeout(2)
    void the_longest_text_is_read_at_once() {
        for (String words : List.of(
                "vượt quá ",
                "từ trên ",
                "không quá ",
                "90% hồ sơ, ",
                "so với ",
                "trở lên ",
                "nâng cao ",
                "giảm tải 5% ",
                "(")) {
            assertThat(TargetWording.read(words.repeat(4000 / words.length()))).isNotNull();
        }
    }
}
