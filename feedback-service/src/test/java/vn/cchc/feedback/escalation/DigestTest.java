package vn.cchc.feedback.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2021-01-15");

    private static Digest.Told told(String authority, int number, Recipient recipient, int workingDays) {
        return new Digest.Told(authority, number, 2021, FRIDAY, recipient, workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER_UNIT, -3, sắp đến hạn",
        "OFFICER_UNIT, 0, đến hạn",
        "OFFICER_UNIT, 1, đã quá hạn",
        "HEAD_OF_UNIT, 2, 'đã quá hạn, báo cáo trưởng bộ phận'",
        "LEADER, 3, 'đã quá hạn, báo cáo lãnh đạo cơ quan'",
        "SUPERIOR, 5, 'đã quá hạn, báo cáo cơ quan cấp trên'"
    })
    void a_line_says_how_the_case_stood_when_the_step_was_decided(Recipient recipient, int days, String wording) {
        Digest digest = Digest.of(recipient, List.of(told("UBND xã Tiên Hưng", 12, recipient, days)));

        assertThat(digest.groups())
                .containsExactly(new Digest.Group(
                        "UBND xã Tiên Hưng", List.of(new Digest.Line(12, 2021, "15/01/2021", wording))));
    }

    @Test
    void a_long_list_is_cut_and_counted() {
        Digest digest = Digest.of(
                Recipient.SUPERIOR,
                IntStream.rangeClosed(1, 203)
                        .mapToObj(number -> told(number % 2 == 0 ? "A" : "B", number, Recipient.SUPERIOR, 5))
                        .toList());

        assertThat(digest.groups()).extracting(Digest.Group::authority).containsExactly("A", "B");
        assertThat(digest.groups().get(0).lines()).hasSize(100);
        assertThat(digest.more()).isEqualTo(3);
        assertThat(digest.subject()).isEqualTo("Nhắc việc: 203 phản ánh, kiến nghị đến hạn hoặc quá hạn");
    }
}
