package vn.cchc.plan.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.timing.Wordings.Outcome;
import vn.cchc.plan.timing.Wordings.Wording;

/** Wordings of other offices, and ones made up to be misread. A wrong reading is far worse than none. */
class TimingWordingsTest {

    static final String CORPUS = "/timing-phrases.tsv";
    static final String FURTHER = "/timing-phrases-more.tsv";
    static final String LATEST = "/timing-phrases-latest.tsv";
    private static final Path GRAMMAR = Path.of(System.getProperty("cchc.root"), "plan-service/docs/timing-grammar.md");

    static Stream<Wording> all() {
        return Stream.of(CORPUS, FURTHER, LATEST).flatMap(file -> Wordings.of(file).stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_wording_is_read_wrong(Wording wording) {
        assertThat(wording.outcome())
                .as(Wordings.notation(wording.read().rules(), wording.year()) + " of " + wording)
                .isNotEqualTo(Outcome.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {CORPUS, FURTHER, LATEST})
    void of_what_is_readable_at_least_85_of_100_are_read(String file) {
        List<Wording> readable = Wordings.of(file).stream()
                .filter(wording -> !wording.mayBeLeft())
                .toList();
        List<Wording> left = readable.stream()
                .filter(wording -> wording.outcome() == Outcome.LEFT)
                .toList();

        assertThat(readable).isNotEmpty();
        assertThat(100 * left.size()).as("left: " + left).isLessThanOrEqualTo(15 * readable.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {CORPUS, FURTHER, LATEST})
    void the_page_of_the_grammar_states_how_many_are_read(String file) throws IOException {
        List<Wording> wordings = Wordings.of(file);
        Function<Predicate<Wording>, Long> count =
                which -> wordings.stream().filter(which).count();

        assertThat(Files.readString(GRAMMAR))
                .contains("| `%s` | %d | %d | %d | %d | %d |"
                        .formatted(
                                file.substring(1),
                                wordings.size(),
                                count.apply(wording -> wording.isRead() && wording.outcome() == Outcome.RIGHT),
                                count.apply(wording -> !wording.isRead() && wording.mayBeLeft()),
                                count.apply(wording -> !wording.isRead() && !wording.mayBeLeft()),
                                count.apply(wording -> wording.outcome() == Outcome.WRONG)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_read_is_printed_in_words_that_are_read_alike(Wording wording) {
        TimingParser parser = new TimingParser(wording.year());
        TimingReading reading = wording.read();

        if (reading.unread().isEmpty()) {
            assertThat(reading.rules()).allSatisfy(rule -> assertThat(parser.read(parser.words(rule)))
                    .containsExactly(rule));
        }
    }

    @Test
    void the_start_of_a_span_is_kept_and_shown() {
        TimingRule span = new TimingParser(2026).read("Tháng 3 – 5").get(0);

        assertThat(Occurrence.of(span, 2026, false))
                .extracting(Occurrence::label)
                .containsExactly("từ ngày 01/03/2026");
    }

    @Test
    void an_hour_is_of_the_day_itself_and_shown() {
        Occurrence by = Occurrence.of(
                        new TimingParser(2026)
                                .read("Trước 16h00 ngày 25/6/2026")
                                .get(0),
                        2026,
                        false)
                .get(0);

        assertThat(by.label()).isEqualTo("trước 16 giờ 00");
        assertThat(by.due().orElseThrow().kind()).isEqualTo(DueBasisKind.AT_LATEST);
    }

    @Test
    void an_exception_replaces_the_day_of_its_period_and_keeps_its_key() {
        TimingRule monthly = new TimingParser(2026)
                .read("Hàng tháng trước ngày 20, riêng tháng 12 trước ngày 10/12")
                .get(0);

        assertThat(Occurrence.of(monthly, 2026, false)).hasSize(12).last().satisfies(december -> {
            assertThat(december.key()).isEqualTo("2026-12");
            assertThat(december.due().orElseThrow().day()).hasToString("2026-12-10");
        });
    }

    @Test
    void the_hour_of_an_exception_and_of_a_weekday_is_shown() {
        TimingRule monthly = new TimingParser(2026)
                .read("Họp hàng tháng, riêng tháng 12 trước 16h00 ngày 20/12")
                .get(0);
        TimingRule weekly =
                new TimingParser(2026).read("Trước 16h00 thứ Năm hằng tuần").get(0);

        assertThat(Occurrence.of(monthly, 2026, false))
                .extracting(Occurrence::label)
                .startsWith("Họp, Tháng 01/2026")
                .endsWith("Họp, Tháng 12/2026, trước 16 giờ 00");
        assertThat(Occurrence.of(weekly, 2026, false))
                .extracting(Occurrence::label)
                .startsWith("Tuần đến ngày 01/01/2026, trước 16 giờ 00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thời hạn trước ngày 15/6/2026 | ''",
                "Các tháng 3, 6, 9, 12 | ''",
                "Lúc 8h00, ngày 15/6/2026 | ''",
                "Hàng tháng, trước ngày 05 của tháng sau liền kề | ''",
                "Trước ngày 10/01 năm sau liền kề | ''",
                "Báo cáo kết quả trước ngày 15/11 | Báo cáo kết quả",
                "Trồng tháng 2 | Trồng",
                "Mua máy tính trước 15/6 | Mua máy tính",
                "Tháng 6: kiểm tra | kiểm tra",
                "Ngày 01 tháng 6 họp dân | họp dân",
                "01 tháng 6 (họp dân) | họp dân"
            })
    void a_label_is_all_that_names_the_work_and_nothing_else(String text, String label) {
        assertThat(new TimingParser(2026).read(text))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.kind()).isNotEqualTo(RuleKind.UNREAD))
                .extracting(TimingRule::label)
                .containsOnly(label);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void what_is_left_says_why(String text, UnreadReason reason) {
        assertThat(new TimingParser(2026).read(text, false).unread()).contains(reason);
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                        new Object[] {"Như trên", UnreadReason.SAME_AS_BEFORE},
                        new Object[] {"Không trước ngày 15/6", UnreadReason.EARLIEST_DAY},
                        new Object[] {"Sau ngày 30/6/2026", UnreadReason.EARLIEST_DAY},
                        new Object[] {"Bắt đầu tháng 3/2026", UnreadReason.EARLIEST_DAY},
                        new Object[] {"Khoảng tháng 6", UnreadReason.VAGUE},
                        new Object[] {"Trước 31/6", UnreadReason.NO_SUCH_DAY},
                        new Object[] {"12 giờ sau khi nhận", UnreadReason.HOURS},
                        new Object[] {"Trong 8 giờ làm việc kể từ khi nhận", UnreadReason.HOURS},
                        new Object[] {"3 ngày trước", UnreadReason.TERM_WITHOUT_EVENT},
                        new Object[] {"Chậm nhất 10 ngày làm việc", UnreadReason.TERM_WITHOUT_EVENT},
                        new Object[] {"Đảm bảo đúng tiến độ", UnreadReason.NO_TIME},
                        new Object[] {"Định kỳ", UnreadReason.UNKNOWN_WORDING})
                .map(Arguments::of);
    }
}
