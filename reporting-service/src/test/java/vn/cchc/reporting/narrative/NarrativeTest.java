package vn.cchc.reporting.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.reporting.document.DocumentModel;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.projection.FeedbackState;
import vn.cchc.reporting.projection.HeardVersion;
import vn.cchc.reporting.projection.MilestoneState;
import vn.cchc.reporting.projection.PlanState;
import vn.cchc.reporting.projection.TaskState;
import vn.cchc.reporting.regime.PeriodKind;
import vn.cchc.reporting.regime.ReportForm;
import vn.cchc.reporting.regime.ReportingPeriod;
import vn.cchc.reporting.regime.Section;

/** What the text proposed for a report says, and what the table of tasks says of each. The message bundles exist in a running service only. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class NarrativeTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2021, 2, 25);
    private static final LocalDate PREVIOUS_CUT_OFF = LocalDate.of(2020, 12, 31);
    private static final OffsetDateTime TOLD_AT = OffsetDateTime.parse("2021-02-20T08:00:00+07:00");
    private static final UUID OFFICE = UUID.randomUUID();
    private static final Section AREA = new Section("II.1", "1.", "Cải cách thể chế", 2, Section.Kind.AREA, 1);
    private static final Section NEXT = new Section("IV", "IV.", "Nhiệm vụ kỳ tới", 1, Section.Kind.NEXT, null);
    private static final Section PAKN = new Section("II.2", "2.", "Thủ tục", 2, Section.Kind.PROCEDURES, 2);

    private final List<HeardVersion<TaskState>> tasks = new ArrayList<>();
    private final List<HeardVersion<MilestoneState>> milestones = new ArrayList<>();
    private final List<HeardVersion<FeedbackState>> feedback = new ArrayList<>();

    @Test
    void a_share_is_told_with_what_it_is_a_share_of() {
        UUID task = task("Công khai kết quả", "Văn phòng - Thống kê");
        milestone(task, "RECURRING", "2021-01-15", "ACCEPTED", "2021-01-14");
        milestone(task, "RECURRING", "2021-01-31", "ACCEPTED", "2021-02-02");
        milestone(task, "RECURRING", "2021-02-15", "OPEN", null);
        milestone(task, "RECURRING", "2021-02-20", "WAIVED", null);

        assertThat(propose(AREA))
                .startsWith(
                        "Trong kỳ có 04 mốc nhiệm vụ đến hạn, trong đó 01 mốc được miễn thực hiện; đã hoàn thành 02/03 mốc"
                                + " phải thực hiện (đạt 66,7%), trong đó 01 mốc chậm hạn; còn 01 mốc đã quá hạn.");
    }

    @Test
    void an_area_names_what_was_done_before_its_day_and_which_continuous_tasks_tell_of_progress() {
        UUID early = task("Ban hành kế hoạch kiểm tra", "Văn phòng - Thống kê");
        milestone(early, "FIXED", "2021-02-27", "ACCEPTED", "2021-02-20");
        continuous("Cập nhật thủ tục.", true);
        continuous("Thiết lập quy trình", false);

        assertThat(propose(AREA).lines())
                .containsExactly(
                        "Trong kỳ không có nhiệm vụ đến hạn.",
                        "Nhiệm vụ hoàn thành trước hạn:",
                        "- Ban hành kế hoạch kiểm tra (Văn phòng – Thống kê, hạn 27/02/2021).",
                        "Trong 02 nhiệm vụ thường xuyên, 01 nhiệm vụ đã báo cáo tiến độ:",
                        "- Cập nhật thủ tục (Văn phòng – Thống kê).");
    }

    @Test
    void the_next_period_names_what_falls_due_and_the_feedback_still_open() {
        UUID task = task("Báo cáo sáu tháng", "Văn phòng, thống kê");
        milestone(task, "FIXED", "2021-05-24", "OPEN", null);
        milestone(task, "FIXED", "2021-09-29", "OPEN", null);
        feedback("ASSIGNED");

        assertThat(propose(NEXT).lines())
                .containsExactly(
                        "Tiếp tục thực hiện các nhiệm vụ thường xuyên của kế hoạch; hoàn thành các nhiệm vụ có hạn đến ngày"
                                + " 25/05/2021:",
                        "- Báo cáo sáu tháng (Văn phòng – Thống kê, hạn 24/05/2021).",
                        "Giải quyết dứt điểm 01 PAKN đang xử lý.");
    }

    @Test
    void a_due_day_that_may_still_move_says_so() {
        UUID task = task("Báo cáo sáu tháng", "Văn phòng, thống kê");
        milestone(task, "FIXED", "", "2021-05-24", "OPEN", null, true);

        assertThat(propose(NEXT)).contains("(Văn phòng – Thống kê, hạn 24/05/2021, tạm tính).");
    }

    @Test
    void an_area_of_continuous_tasks_alone_is_told_in_one_paragraph() {
        continuous("Cập nhật thủ tục", false);

        assertThat(propose(AREA))
                .isEqualTo("Trong kỳ không có nhiệm vụ đến hạn. Có 01 nhiệm vụ thường xuyên chưa báo cáo tiến độ.");
    }

    @Test
    void of_a_task_with_several_things_to_do_the_thing_and_its_heading_are_named() {
        UUID heading = task("Kiểm tra, giám sát công tác CCHC", "");
        UUID task = task(heading, "Đảng ủy, HĐND", "Đảng ủy, HĐND", List.of(), List.of());
        milestone(task, "FIXED", "Ban hành Kế hoạch", "2021-01-31", "OPEN", null);

        assertThat(propose(AREA).lines())
                .containsExactly(
                        "Trong kỳ có 01 mốc nhiệm vụ đến hạn; chưa hoàn thành mốc nào; còn 01 mốc đã quá hạn.",
                        "Nhiệm vụ quá hạn, chưa hoàn thành:",
                        "- Kiểm tra, giám sát công tác CCHC - Đảng ủy, HĐND: Ban hành Kế hoạch (Đảng ủy, HĐND, hạn"
                                + " 31/01/2021).");
    }

    @Test
    void the_opening_cites_the_plan_and_the_days_counted_in_words() {
        assertThat(new Narrative(data()).opening())
                .startsWith(
                        "Thực hiện Kế hoạch số 57/KH-UBND ngày 24 tháng 12 năm 2020 của Ủy ban nhân dân xã Thượng Lộ")
                .contains("(số liệu tính từ ngày 01 tháng 01 năm 2021 đến hết ngày 25 tháng 02 năm 2021)");
    }

    @Test
    void the_table_of_tasks_says_how_each_stands() {
        milestone(task("A", ""), "FIXED", "2021-02-20", "ACCEPTED", "2021-02-20");
        milestone(task("B", ""), "FIXED", "2021-02-20", "ACCEPTED", "2021-02-21");
        milestone(task("C", ""), "FIXED", "2021-02-20", "OPEN", null);
        milestone(task("D", ""), "FIXED", "2021-02-27", "ACCEPTED", "2021-02-21");
        milestone(task("E", ""), "FIXED", "2020-12-30", "ACCEPTED", "2020-12-24");
        milestone(task("F", ""), "FIXED", "2021-03-20", "OPEN", null);
        milestone(task("G", ""), "ON_REQUEST", null, "UNARMED", null);
        milestone(task("H", ""), "REPORT_SCHEDULE", null, "UNARMED", null);
        milestone(task("I", ""), "FIXED", "2021-02-20", "WAIVED", null);
        continuous("K", true);

        DocumentModel document = new ReportDocument(data()).compose(Map.of(), Optional.empty(), 1);

        DocumentModel.Table table =
                (DocumentModel.Table) document.appendices().get(1).blocks().get(0);
        assertThat(table.rows().stream().map(row -> row.cells().get(6)))
                .containsExactly(
                        "Hoàn thành đúng hạn",
                        "Hoàn thành chậm hạn 01 mốc",
                        "Quá hạn (20/02/2021)",
                        "Hoàn thành trước hạn 01 mốc",
                        "Đã hoàn thành",
                        "Chưa đến hạn",
                        "Chưa phát sinh",
                        "Kế hoạch không nêu hạn",
                        "Được miễn thực hiện",
                        "Thường xuyên, đã báo cáo tiến độ");
    }

    @Test
    void every_figure_has_its_name_and_its_unit() {
        task("Công khai kết quả", "Văn phòng - Thống kê");

        assertThat(data().figures().all().stream().map(figure -> "%s: %s (%s)"
                        .formatted(figure.code(), FigureTexts.label(figure), FigureTexts.unit(figure))))
                .containsExactlyElementsOf("""
                        pakn.received: Tổng số PAKN tiếp nhận trong kỳ (PAKN)
                        pakn.received.ONLINE: PAKN tiếp nhận qua hình thức trực tuyến (PAKN)
                        pakn.received.PHONE: PAKN tiếp nhận qua hình thức điện thoại (PAKN)
                        pakn.received.IN_PERSON: PAKN tiếp nhận qua hình thức trực tiếp (PAKN)
                        pakn.received.POST: PAKN tiếp nhận qua hình thức bưu chính (PAKN)
                        pakn.received.EMAIL: PAKN tiếp nhận qua hình thức thư điện tử (PAKN)
                        pakn.answered: PAKN đã trả lời (PAKN)
                        pakn.answeredInTime: PAKN trả lời đúng hạn (PAKN)
                        pakn.answeredLate: PAKN trả lời trễ hạn (PAKN)
                        pakn.answeredInTimeRate: Tỷ lệ PAKN trả lời đúng hạn (%)
                        pakn.open: PAKN đang xử lý tại thời điểm chốt số liệu (PAKN)
                        pakn.overdue: PAKN đang xử lý đã quá hạn (PAKN)
                        pakn.refused: PAKN từ chối tiếp nhận (PAKN)
                        pakn.referred: PAKN chuyển cơ quan có thẩm quyền (PAKN)
                        pakn.withdrawn: PAKN do người gửi rút lại (PAKN)
                        pakn.lateAdditions: PAKN tiếp nhận trước, ghi nhận sau khi chốt số liệu kỳ trước (PAKN)
                        tasks.due: Mốc nhiệm vụ đến hạn trong kỳ (mốc nhiệm vụ)
                        tasks.accepted: Mốc nhiệm vụ đã hoàn thành (mốc nhiệm vụ)
                        tasks.acceptedInTime: Mốc hoàn thành đúng hạn (mốc nhiệm vụ)
                        tasks.acceptedLate: Mốc hoàn thành chậm hạn (mốc nhiệm vụ)
                        tasks.submitted: Mốc đã nộp sản phẩm, chờ nghiệm thu (mốc nhiệm vụ)
                        tasks.overdue: Mốc quá hạn chưa hoàn thành (mốc nhiệm vụ)
                        tasks.returned: Mốc bị trả lại, chưa nộp lại (mốc nhiệm vụ)
                        tasks.waived: Mốc được miễn thực hiện (mốc nhiệm vụ)
                        tasks.acceptedRate: Tỷ lệ mốc đến hạn đã hoàn thành (%)
                        tasks.carriedOver: Mốc đến hạn trước kỳ, chưa hoàn thành (mốc nhiệm vụ)
                        tasks.continuous: Nhiệm vụ thường xuyên (nhiệm vụ)
                        tasks.continuousReported: Nhiệm vụ thường xuyên có báo cáo tiến độ trong kỳ (nhiệm vụ)
                        tasks.continuousReportedRate: Tỷ lệ nhiệm vụ thường xuyên có báo cáo tiến độ (%)
                        tasks.due.area-1: Mốc nhiệm vụ đến hạn trong kỳ, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.accepted.area-1: Mốc nhiệm vụ đã hoàn thành, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.acceptedInTime.area-1: Mốc hoàn thành đúng hạn, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.acceptedLate.area-1: Mốc hoàn thành chậm hạn, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.submitted.area-1: Mốc đã nộp sản phẩm, chờ nghiệm thu, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.overdue.area-1: Mốc quá hạn chưa hoàn thành, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.returned.area-1: Mốc bị trả lại, chưa nộp lại, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.waived.area-1: Mốc được miễn thực hiện, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.acceptedRate.area-1: Tỷ lệ mốc đến hạn đã hoàn thành, lĩnh vực 1 (%)
                        tasks.carriedOver.area-1: Mốc đến hạn trước kỳ, chưa hoàn thành, lĩnh vực 1 (mốc nhiệm vụ)
                        tasks.continuous.area-1: Nhiệm vụ thường xuyên, lĩnh vực 1 (nhiệm vụ)
                        tasks.continuousReported.area-1: Nhiệm vụ thường xuyên có báo cáo tiến độ trong kỳ, lĩnh vực 1 (nhiệm vụ)
                        tasks.continuousReportedRate.area-1: Tỷ lệ nhiệm vụ thường xuyên có báo cáo tiến độ, lĩnh vực 1 (%)
                        targets.read: Chỉ tiêu đã có số liệu (chỉ tiêu)
                        targets.met: Chỉ tiêu đạt theo số liệu (chỉ tiêu)
                        """.lines().toList());
    }

    @Test
    void a_rate_of_nothing_has_not_arisen() {
        feedback("ASSIGNED");

        assertThat(FigureTexts.value(data().figures().get(FeedbackFigures.RATE)))
                .isEqualTo("chưa phát sinh");
        assertThat(FigureTexts.value(data().figures().get(FeedbackFigures.RECEIVED)))
                .isEqualTo("1");

        feedback("ANSWERED");

        assertThat(FigureTexts.value(data().figures().get(FeedbackFigures.RATE)))
                .isEqualTo("0%");
    }

    private String propose(Section section) {
        return new Narrative(data()).propose(section);
    }

    private ReportData data() {
        return ReportData.of(
                new ReportForm(
                        "công tác cải cách hành chính",
                        "BC-UBND",
                        Optional.empty(),
                        List.of("Lưu: VT"),
                        "TM. ỦY BAN NHÂN DÂN",
                        "CHỦ TỊCH",
                        List.of(AREA, PAKN, NEXT)),
                new ReportingPeriod(2021, new PeriodKind("Q1", "quý I năm {year}")),
                LocalDate.of(2021, 1, 1),
                CUT_OFF,
                CUT_OFF,
                PREVIOUS_CUT_OFF,
                new AuthorityName("UBND xã Thượng Lộ"),
                Optional.empty(),
                "Thượng Lộ",
                Map.of(OFFICE, "Văn phòng – Thống kê"),
                Optional.of(new PlanState("57/KH-UBND", 2021, "Kế hoạch", LocalDate.of(2020, 12, 24), "ISSUED")),
                tasks,
                milestones,
                List.of(),
                feedback);
    }

    private UUID task(String title, String lead) {
        return task(title, lead, List.of(), List.of());
    }

    private void continuous(String title, boolean told) {
        task(title, "Văn phòng – Thống kê", List.of("2021-Q1"), told ? List.of("2021-Q1") : List.of());
    }

    private UUID task(String title, String lead, List<String> owed, List<String> told) {
        return task(null, title, lead, owed, told);
    }

    private UUID task(UUID heading, String title, String lead, List<String> owed, List<String> told) {
        UUID id = UUID.randomUUID();
        tasks.add(new HeardVersion<>(
                id,
                1,
                TOLD_AT,
                new TaskState(
                        UUID.randomUUID(),
                        heading,
                        tasks.size(),
                        2,
                        false,
                        "1",
                        title,
                        1,
                        OFFICE,
                        lead,
                        List.of(),
                        "Trong năm",
                        List.of(),
                        owed,
                        told)));
        return id;
    }

    private void milestone(UUID task, String rule, String dueOn, String state, String submittedOn) {
        milestone(task, rule, "", dueOn, state, submittedOn);
    }

    private void milestone(UUID task, String rule, String label, String dueOn, String state, String submittedOn) {
        milestone(task, rule, label, dueOn, state, submittedOn, null);
    }

    private void milestone(
            UUID task,
            String rule,
            String label,
            String dueOn,
            String state,
            String submittedOn,
            Boolean dueProvisional) {
        LocalDate due = dueOn == null ? null : LocalDate.parse(dueOn);
        LocalDate submitted = submittedOn == null ? null : LocalDate.parse(submittedOn);
        milestones.add(new HeardVersion<>(
                UUID.randomUUID(),
                1,
                TOLD_AT,
                new MilestoneState(
                        UUID.randomUUID(),
                        2021,
                        task,
                        rule,
                        "once",
                        label,
                        due,
                        due,
                        "VN-2026.1",
                        dueProvisional,
                        null,
                        null,
                        state,
                        submitted,
                        "ACCEPTED".equals(state) ? submitted : null)));
    }

    private void feedback(String state) {
        feedback.add(new HeardVersion<>(
                UUID.randomUUID(),
                1,
                TOLD_AT,
                new FeedbackState(
                        "ONLINE", state, LocalDate.of(2021, 2, 20), LocalDate.of(2021, 3, 2), null, null, null)));
    }
}
