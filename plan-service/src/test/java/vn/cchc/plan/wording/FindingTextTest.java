package vn.cchc.plan.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.NamedRow;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.timing.UnreadReason;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Untranscribed;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.testing.LocalServers;

/** The message bundles exist in a running service only. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class FindingTextTest {

    private static final NamedRow ROW = new NamedRow(72, Optional.of("5.2"), "Sơ kết \"giữa kỳ\" <6 tháng> & tổng kết");
    private static final NamedRow WITHOUT_CODE = new NamedRow(3, Optional.empty(), "Bộ phận TN&TKQ {x}");

    private static Arguments says(FindingCode code, Figures figures, String vi, String en) {
        return Arguments.of(code, figures, BilingualText.of(vi, en));
    }

    static List<Arguments> findings() {
        return List.of(
                says(
                        FindingCode.BUDGET_HEADING_DIFFERS,
                        new Figures.HeadingAmount(ROW, 18_000_000, 0),
                        "Mục 5.2 \"Sơ kết \"giữa kỳ\" <6 tháng> & tổng kết\" ghi 18.000.000 đ, các nhiệm vụ bên dưới cộng lại 0 đ",
                        "Heading 5.2 \"Sơ kết \"giữa kỳ\" <6 tháng> & tổng kết\" states 18.000.000 đ, its tasks sum to 0 đ"),
                says(
                        FindingCode.BUDGET_TOTAL_DIFFERS,
                        new Figures.TotalAmount(34_900_000, 950),
                        "Tổng kinh phí ghi 34.900.000 đ, các nhiệm vụ cộng lại 950 đ",
                        "The total states 34.900.000 đ, the tasks sum to 950 đ"),
                says(
                        FindingCode.CODE_DUPLICATE,
                        new Figures.DuplicateCode("5.1.2", 2),
                        "Mã 5.1.2 được dùng 2 lần",
                        "The code 5.1.2 is used 2 times"),
                says(
                        FindingCode.CODE_MALFORMED,
                        new Figures.MalformedCode("2,2,1", Optional.of("2.2.1")),
                        "Mã \"2,2,1\" không đúng dạng, đọc là 2.2.1",
                        "The code \"2,2,1\" is malformed, read as 2.2.1"),
                says(
                        FindingCode.CODE_MALFORMED,
                        new Figures.MalformedCode("IV", Optional.empty()),
                        "Mã \"IV\" không đúng dạng",
                        "The code \"IV\" is malformed"),
                says(
                        FindingCode.CODE_OUT_OF_PLACE,
                        new Figures.CodeOutOfPlace("3.1", "2"),
                        "Mã 3.1 nằm dưới mục 2",
                        "The code 3.1 stands beneath 2"),
                says(
                        FindingCode.UNIT_SPELLINGS,
                        new Figures.UnitSpellings(
                                "BPMC",
                                "Bộ phận một cửa",
                                List.of(
                                        new Figures.Spelling("Bộ phận TN&TKQ", List.of(1)),
                                        new Figures.Spelling("Bộ phận một cửa", List.of(2)))),
                        "\"Bộ phận một cửa\" được viết theo 2 cách: \"Bộ phận TN&TKQ\", \"Bộ phận một cửa\"",
                        "\"Bộ phận một cửa\" is written in 2 ways: \"Bộ phận TN&TKQ\", \"Bộ phận một cửa\""),
                says(
                        FindingCode.UNIT_UNKNOWN,
                        new Figures.UnknownUnit("Đoàn Thanh niên"),
                        "\"Đoàn Thanh niên\" không phải là bộ phận đã khai báo của cơ quan",
                        "\"Đoàn Thanh niên\" is no unit registered for the authority"),
                says(
                        FindingCode.LEAD_MISSING,
                        new Figures.MissingLead(WITHOUT_CODE),
                        "Nhiệm vụ \"Bộ phận TN&TKQ {x}\" chưa có bộ phận chủ trì",
                        "Nobody is in charge of task \"Bộ phận TN&TKQ {x}\""),
                says(
                        FindingCode.LEAD_MISSING,
                        new Figures.MissingLead(WITHOUT_CODE, Optional.of(new Figures.Share(70, 70))),
                        "Cả 70 nhiệm vụ đều chưa có bộ phận chủ trì",
                        "Nobody is in charge of any of the 70 tasks"),
                says(
                        FindingCode.TIMING_MISSING,
                        new Figures.MissingTiming(WITHOUT_CODE),
                        "Nhiệm vụ \"Bộ phận TN&TKQ {x}\" chưa có thời gian thực hiện",
                        "Task \"Bộ phận TN&TKQ {x}\" has no timing"),
                says(
                        FindingCode.TIMING_MISSING,
                        new Figures.MissingTiming(WITHOUT_CODE, Optional.of(new Figures.Share(6, 70))),
                        "6 trong 70 nhiệm vụ chưa có thời gian thực hiện",
                        "6 of the 70 tasks have no timing"),
                says(
                        FindingCode.TIMING_UNREAD,
                        new Figures.UnreadTiming("Khi nào xong", Optional.empty()),
                        "Không đọc được thời gian \"Khi nào xong\": hạn do người dùng đặt",
                        "The timing \"Khi nào xong\" cannot be read: days are set by hand"),
                says(
                        FindingCode.TIMING_UNREAD,
                        new Figures.UnreadTiming("Không trước 15/6", Optional.of(UnreadReason.EARLIEST_DAY)),
                        "Không đọc được thời gian \"Không trước 15/6\": hạn do người dùng đặt (đó là ngày sớm nhất, không phải"
                                + " là hạn)",
                        "The timing \"Không trước 15/6\" cannot be read: days are set by hand (it names an earliest day, which"
                                + " is no deadline)"),
                says(
                        FindingCode.DUE_ON_DAY_OFF,
                        new Figures.DaysOff(
                                WITHOUT_CODE,
                                List.of(
                                        new Figures.DayOff(
                                                LocalDate.of(2021, 2, 27),
                                                LocalDate.of(2021, 2, 26),
                                                "thứ Bảy",
                                                "Saturday"),
                                        new Figures.DayOff(
                                                LocalDate.of(2021, 5, 1),
                                                LocalDate.of(2021, 4, 29),
                                                "Quốc tế Lao động",
                                                "Labour Day"))),
                        "Hạn của nhiệm vụ \"Bộ phận TN&TKQ {x}\" rơi vào ngày nghỉ: 27/02/2021 (thứ Bảy; ngày làm việc trước đó"
                                + " 26/02/2021), 01/05/2021 (Quốc tế Lao động; ngày làm việc trước đó 29/04/2021)",
                        "Task \"Bộ phận TN&TKQ {x}\" falls due on days off: 2021-02-27 (Saturday; working day before it 2021-02-26),"
                                + " 2021-05-01 (Labour Day; working day before it 2021-04-29)"),
                says(
                        FindingCode.DUE_PROVISIONAL,
                        new Figures.ProvisionalDueDays(List.of(2031), 1),
                        "Chưa có bảng ngày làm việc năm 2031: hạn của 1 nhiệm vụ là tạm tính, có thể thay đổi khi có bảng",
                        "There is no table of working days for 2031 yet: due days of 1 task are provisional and may change when"
                                + " it comes"),
                says(
                        FindingCode.DUE_PROVISIONAL,
                        new Figures.ProvisionalDueDays(List.of(2031, 2032), 3),
                        "Chưa có bảng ngày làm việc năm 2031, 2032: hạn của 3 nhiệm vụ là tạm tính, có thể thay đổi khi có bảng",
                        "There is no table of working days for 2031, 2032 yet: due days of 3 tasks are provisional and may change"
                                + " when it comes"),
                says(
                        FindingCode.DEADLINE_OUTSIDE_YEAR,
                        new Figures.DeadlineOutsideYear(
                                new NamedRow(2, Optional.of("1.1.1"), "Ban hành kế hoạch"),
                                LocalDate.of(2020, 12, 31),
                                LocalDate.of(2020, 12, 30),
                                2021),
                        "Mốc 31/12/2020 của nhiệm vụ 1.1.1 \"Ban hành kế hoạch\" đến hạn ngày 30/12/2020, ngoài năm 2021",
                        "The deadline 2020-12-31 of task 1.1.1 \"Ban hành kế hoạch\" falls due on 2020-12-30, outside 2021"),
                says(
                        FindingCode.TARGET_CONFLICT,
                        new Figures.TargetConflict(
                                6,
                                "100% văn bản",
                                "100 %",
                                new NamedRow(87, Optional.of("6.2"), "Từ 90% văn bản"),
                                "≥ 90 %",
                                Optional.of("van ban ap")),
                        "Chỉ tiêu \"100% văn bản\" (100 %) khác với phụ lục, dòng 87: \"Từ 90% văn bản\" (≥ 90 %)",
                        "The target \"100% văn bản\" (100 %) differs from row 87 of the annex: \"Từ 90% văn bản\" (≥ 90 %)"),
                says(
                        FindingCode.TARGET_UNREAD,
                        new Figures.UnreadTarget("Hồ sơ trễ hẹn 2%", TargetDoubt.DIRECTION),
                        "Chưa đọc được chỉ tiêu \"Hồ sơ trễ hẹn 2%\": chưa rõ số liệu là mức tối thiểu hay tối đa."
                                + " Chỉ tiêu được giữ như đã in, không có mức để so sánh",
                        "The target \"Hồ sơ trễ hẹn 2%\" was not read: it does not say whether the figure is a minimum or a maximum."
                                + " It is kept as printed, with nothing to compare"),
                says(
                        FindingCode.ISSUER_DIFFERS,
                        new Figures.OtherIssuer("UBND xã Hương Lộc", "UBND xã Thượng Lộ"),
                        "Cơ quan ban hành ghi \"UBND xã Hương Lộc\", cơ quan nhận kế hoạch là \"UBND xã Thượng Lộ\"",
                        "The issuer is printed \"UBND xã Hương Lộc\", the authority is \"UBND xã Thượng Lộ\""),
                says(
                        FindingCode.AREA_BY_ELIMINATION,
                        new Figures.AreaByElimination(
                                new NamedRow(27, Optional.of("2"), "THỂ CHẾ"), 1, "Xây dựng pháp luật"),
                        "Mục \"THỂ CHẾ\" được ghép với lĩnh vực 1 \"Xây dựng pháp luật\" vì chỉ còn lại hai phần này",
                        "Section \"THỂ CHẾ\" was paired with area 1 \"Xây dựng pháp luật\" because only these two were left"),
                says(
                        FindingCode.AREA_UNKNOWN,
                        new Figures.UnknownArea(new NamedRow(27, Optional.of("2"), "THỂ CHẾ")),
                        "Mục \"THỂ CHẾ\" không ứng với lĩnh vực nào của kế hoạch",
                        "Section \"THỂ CHẾ\" belongs to no area of the plan"),
                says(
                        FindingCode.AREA_UNKNOWN,
                        new Figures.UnknownArea(
                                new NamedRow(27, Optional.of("2"), "THỂ CHẾ"), Optional.of(7), Optional.empty()),
                        "7 mục của phụ lục không ứng với lĩnh vực nào của kế hoạch",
                        "7 sections of the annex belong to no area of the plan"),
                says(
                        FindingCode.AREA_UNKNOWN,
                        new Figures.UnknownArea(WITHOUT_CODE, Optional.empty(), Optional.of(new Figures.Share(70, 70))),
                        "Phụ lục không chia theo lĩnh vực: cả 70 nhiệm vụ không ứng với lĩnh vực nào của kế hoạch",
                        "The annex is not divided by area: none of the 70 tasks belongs to an area of the plan"),
                says(
                        FindingCode.AREA_UNKNOWN,
                        new Figures.UnknownArea(WITHOUT_CODE, Optional.empty(), Optional.of(new Figures.Share(1, 70))),
                        "1 trong 70 nhiệm vụ không nằm trong mục nào ứng với lĩnh vực của kế hoạch",
                        "1 of the 70 tasks stands in no section that belongs to an area of the plan"),
                says(
                        FindingCode.DUE_BEFORE_PERIOD_ENDS,
                        new Figures.DueBeforePeriodEnds(
                                new NamedRow(4, Optional.of("1.3"), "Báo cáo CCHC"),
                                List.of(
                                        new Figures.EarlyReport(
                                                "Quý I/2026", LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31)),
                                        new Figures.EarlyReport(
                                                "Quý III/2026", LocalDate.of(2026, 8, 31), LocalDate.of(2026, 9, 30)))),
                        "Nhiệm vụ 1.3 \"Báo cáo CCHC\" có báo cáo đến hạn trước khi kỳ kết thúc: Quý I/2026 có hạn 28/02/2026"
                                + " (kỳ kết thúc 31/03/2026), Quý III/2026 có hạn 31/08/2026 (kỳ kết thúc 30/09/2026)",
                        "Task 1.3 \"Báo cáo CCHC\" has reports that are due before their periods end: Quý I/2026 is due on"
                                + " 2026-02-28 (ends on 2026-03-31), Quý III/2026 is due on 2026-08-31 (ends on 2026-09-30)"),
                says(
                        FindingCode.SCHEDULE_WITHOUT_DAY,
                        new Figures.ScheduleWithoutDay(WITHOUT_CODE, List.of("Quý I/2026", "Năm 2026")),
                        "Nhiệm vụ \"" + WITHOUT_CODE.title()
                                + "\" nêu kỳ báo cáo mà không nêu ngày: Quý I/2026, Năm 2026."
                                + " Các kỳ này chưa có hạn",
                        "Task \"" + WITHOUT_CODE.title()
                                + "\" names reporting periods without a day: Quý I/2026, Năm 2026."
                                + " They have no due day yet"),
                says(
                        FindingCode.AMOUNT_UNREAD,
                        new Figures.UnreadAmount(WITHOUT_CODE, "12.9 (triệu đồng)"),
                        "Kinh phí của \"" + WITHOUT_CODE.title()
                                + "\" ghi là \"12.9 (triệu đồng)\" mà chưa rõ số tiền: không" + " tính vào tổng nào",
                        "The amount of \"" + WITHOUT_CODE.title()
                                + "\" is printed \"12.9 (triệu đồng)\", and is not clear: it" + " is in no sum"),
                says(
                        FindingCode.FILE_DOUBT,
                        new Figures.NotedInFile(
                                "AMOUNT_AMBIGUOUS",
                                List.of(new Figures.InFile(
                                        "12.9",
                                        19,
                                        Optional.of(4),
                                        Optional.empty(),
                                        Optional.of("Kinh phí (triệu đồng)")))),
                        "Số tiền \"12.9\" có thể hiểu nhiều cách: hãy điền bằng đồng. Trong tệp: đoạn hoặc bảng thứ 19, dòng 4,"
                                + " cột \"Kinh phí (triệu đồng)\"",
                        "The amount \"12.9\" can be read in several ways: add it in đồng. In the file: paragraph or table 19,"
                                + " row 4, column \"Kinh phí (triệu đồng)\""),
                says(
                        FindingCode.FILE_DOUBT,
                        new Figures.NotedInFile("OF_A_LATER_VERSION", List.of(inSheet("A", "Cũ"), inSheet("B", "Cũ"))),
                        "Cần đối chiếu với tệp: \"A\". Trong tệp: trang tính \"Cũ\"; và 1 chỗ khác",
                        "Compare with the file: \"A\". In the file: sheet \"Cũ\"; and 1 more"),
                says(
                        FindingCode.FILE_CELL_LEFT,
                        new Figures.NotedInFile("NO_AMOUNT", List.of(inSheet("theo dự toán", "Phụ lục"))),
                        "Ô của tệp \"theo dự toán\" chưa được đưa vào kế hoạch: không phải một số tiền rõ ràng. Trong tệp: trang"
                                + " tính \"Phụ lục\"",
                        "A cell of the file (\"theo dự toán\") is not in the plan: no single clear amount. In the file: sheet"
                                + " \"Phụ lục\""),
                says(
                        FindingCode.FILE_TEXT_LEFT,
                        new Figures.NotedInFile(
                                "NO_PLACE", List.of(paragraph("Căn cứ <Luật> & \"{x}\"", 3), paragraph("PHỤ LỤC", 9))),
                        "2 nội dung của tệp chưa được đưa vào kế hoạch: văn bản kế hoạch không có mục cho nội dung này. Trong"
                                + " tệp: đoạn hoặc bảng thứ 3, \"Căn cứ <Luật> & \"{x}\"\" …",
                        "Parts of the file that are not in the plan: 2 (a plan document has no part for it). In the file:"
                                + " paragraph or table 3, \"Căn cứ <Luật> & \"{x}\"\" …"),
                says(
                        FindingCode.FILE_TEXT_LEFT,
                        new Figures.NotedInFile("PICTURE", List.of(paragraph("", 3))),
                        "1 nội dung của tệp chưa được đưa vào kế hoạch: hình ảnh. Trong tệp: đoạn hoặc bảng thứ 3",
                        "Parts of the file that are not in the plan: 1 (a picture). In the file: paragraph or table 3"),
                says(
                        FindingCode.FILE_FURTHER,
                        new Figures.FurtherInFile(3, 210),
                        "Ngoài phần đã liệt kê, tệp còn 3 điểm chưa rõ và 210 nội dung chưa được đưa vào kế hoạch",
                        "Beside what is listed the file has 3 doubts, and 210 parts that are not in the plan"));
    }

    private static Figures.InFile inSheet(String printed, String sheet) {
        return new Figures.InFile(printed, 1, Optional.empty(), Optional.of(sheet), Optional.empty());
    }

    private static Figures.InFile paragraph(String printed, int block) {
        return new Figures.InFile(printed, block, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("findings")
    void a_finding_is_a_sentence_in_both_languages(FindingCode code, Figures figures, BilingualText text) {
        assertThat(FindingText.of(code, figures)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(UnreadReason.class)
    void each_reason_why_a_timing_was_not_read_has_words(UnreadReason reason) {
        BilingualText words = FindingText.of(reason);

        assertThat(words.vi()).isNotBlank();
        assertThat(words.en()).isNotBlank().isNotEqualTo(words.vi());
    }

    @ParameterizedTest
    @EnumSource
    void every_doubt_has_words_in_both_languages(TargetDoubt doubt) {
        assertThat(FindingText.of(doubt).vi())
                .isNotBlank()
                .isNotEqualTo(FindingText.of(doubt).en());
    }

    @ParameterizedTest
    @EnumSource
    void every_doubt_of_a_transcript_has_words_of_its_own(Doubt.Code doubt) {
        BilingualText words = FileNoteText.doubt(doubt.name(), "12.9");

        assertThat(words).isNotEqualTo(FileNoteText.doubt("OF_A_LATER_VERSION", "12.9"));
        assertThat(words.vi()).isNotBlank().isNotEqualTo(words.en());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void all_that_a_transcript_leaves_has_words_of_its_own(Untranscribed.Why why) {
        BilingualText words = FileNoteText.left(why.name());

        assertThat(words).isNotEqualTo(FileNoteText.left("OF_A_LATER_VERSION"));
        assertThat(words.vi()).isNotBlank().isNotEqualTo(words.en());
    }

    @ParameterizedTest
    @EnumSource
    void every_code_has_an_advice_of_its_own_in_both_languages(FindingCode code) {
        BilingualText advice = FindingText.advice(code);

        assertThat(advice.vi()).isNotBlank();
        assertThat(advice.en()).isNotBlank().isNotEqualTo(advice.vi());
        assertThat(Stream.of(FindingCode.values())
                        .filter(other -> FindingText.advice(other).equals(advice)))
                .containsExactly(code);
    }

    @Test
    void an_advice_names_the_cell_and_wordings_that_are_read() {
        assertThat(FindingText.advice(FindingCode.TIMING_UNREAD).vi())
                .isEqualTo(
                        "Viết lại ô thời gian, ví dụ \"trước ngày 25/3\", \"hàng quý\" hoặc \"10 ngày sau khi nhận được văn"
                                + " bản\"; nếu giữ nguyên thì đặt hạn bằng tay sau khi ban hành");
    }

    @Test
    void every_code_is_in_the_table() {
        assertThat(findings().stream().map(each -> (FindingCode) each.get()[0]).distinct())
                .containsExactlyInAnyOrder(FindingCode.values());
    }
}
