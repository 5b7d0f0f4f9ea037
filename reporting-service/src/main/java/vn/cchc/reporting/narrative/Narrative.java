package vn.cchc.reporting.narrative;

import static vn.cchc.reporting.document.VietnameseDates.inFigures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Figures;
import vn.cchc.reporting.figures.TaskFigures;
import vn.cchc.reporting.projection.Fact;
import vn.cchc.reporting.projection.MilestoneState;
import vn.cchc.reporting.projection.PlanState;
import vn.cchc.reporting.projection.TaskState;
import vn.cchc.reporting.regime.Section;

/**
 * Proposes the text of a report from its figures and the progress of tasks. It states what is known and nothing more; people
 * edit it afterwards. Lines are paragraphs.
 */
public final class Narrative {

    /** More lines than this say less; the appendix has them all. */
    private static final int LONGEST_LIST = 10;

    private static final int MONTHS_AHEAD = 3;

    private final ReportData data;
    private final Figures figures;
    private final Map<UUID, TaskState> tasks;

    public Narrative(ReportData data) {
        this.data = data;
        this.figures = data.figures();
        this.tasks = data.tasks().stream().collect(Collectors.toMap(Fact::id, Fact::state));
    }

    /** The first paragraph, before the sections. */
    public String opening() {
        String plan = data.plan()
                .filter(known -> known.number() != null)
                .map(known -> "Thực hiện Kế hoạch " + named(known) + " của "
                        + data.issuer().full() + " về " + data.form().subject() + " năm "
                        + data.period().year() + ", ")
                .orElse("Thực hiện chế độ báo cáo định kỳ về " + data.form().subject() + ", ");
        return plan + data.issuer().full() + " báo cáo kết quả " + data.form().subject() + " "
                + data.period().label() + " (số liệu tính từ ngày " + inFigures(data.from()) + " đến hết ngày "
                + inFigures(data.cutOff()) + ") như sau:";
    }

    /** The last paragraph; an administrative text ends with "./.". */
    public String conclusion() {
        return "Trên đây là báo cáo kết quả " + data.form().subject() + " "
                + data.period().label() + " của " + data.issuer().full() + "./.";
    }

    public String propose(Section section) {
        List<String> lines =
                switch (section.kind()) {
                    case DIRECTION -> direction(section);
                    case RESULTS -> List.of(overall());
                    case AREA -> area(section);
                    case PROCEDURES -> procedures(section);
                    case ASSESSMENT -> assessment();
                    case NEXT -> next();
                    case PROPOSALS -> List.of("Không có kiến nghị, đề xuất.");
                };
        return String.join("\n", lines);
    }

    private static String named(PlanState plan) {
        return "số " + plan.number()
                + Optional.ofNullable(plan.issuedOn())
                        .map(day -> " ngày " + inFigures(day))
                        .orElse("");
    }

    private List<String> direction(Section section) {
        List<String> lines = new ArrayList<>();
        data.plan()
                .filter(plan -> plan.number() != null)
                .ifPresent(plan -> lines.add(data.issuer().self() + " đã ban hành Kế hoạch " + named(plan) + " về "
                        + data.form().subject() + " năm " + data.period().year()
                        + ", gồm " + taskCount() + " nhiệm vụ cụ thể, phân công bộ phận chủ trì, phối hợp, xác định"
                        + " sản phẩm kiểm chứng và thời gian thực hiện của từng nhiệm vụ."));
        lines.addAll(area(section));
        return lines;
    }

    private long taskCount() {
        return tasks.values().stream().filter(task -> !task.isHeading()).count();
    }

    private String overall() {
        return "Trên tất cả các lĩnh vực của kế hoạch: " + decapitalised(progress(code -> code));
    }

    private List<String> procedures(Section section) {
        List<String> lines = new ArrayList<>(area(section));
        lines.addAll(feedback());
        return lines;
    }

    private List<String> feedback() {
        long received = figures.number(FeedbackFigures.RECEIVED);
        String lead = "Về tiếp nhận, xử lý phản ánh, kiến nghị (PAKN) của cá nhân, tổ chức: ";
        if (received == 0) {
            return List.of(lead + "trong kỳ không tiếp nhận PAKN nào.");
        }
        String channels = FeedbackFigures.CHANNELS.entrySet().stream()
                .filter(channel -> figures.number(FeedbackFigures.BY_CHANNEL + channel.getKey()) > 0)
                .map(channel ->
                        channel.getValue() + " " + figures.number(FeedbackFigures.BY_CHANNEL + channel.getKey()))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add(lead + "trong kỳ tiếp nhận " + received + " PAKN" + (channels.isEmpty() ? "" : " (" + channels + ")")
                + ".");
        long answered = figures.number(FeedbackFigures.ANSWERED);
        List<String> parts = new ArrayList<>();
        parts.add(
                answered == 0
                        ? "chưa trả lời PAKN nào"
                        : "đã trả lời " + answered + " PAKN, trong đó " + figures.number(FeedbackFigures.IN_TIME)
                                + " đúng hạn, " + figures.number(FeedbackFigures.LATE)
                                + " trễ hạn (tỷ lệ đúng hạn đạt " + figures.display(FeedbackFigures.RATE) + ")");
        long open = figures.number(FeedbackFigures.OPEN);
        if (open > 0) {
            long overdue = figures.number(FeedbackFigures.OVERDUE);
            parts.add("đang xử lý " + open + " PAKN"
                    + (overdue > 0 ? ", trong đó " + overdue + " đã quá hạn" : ", không có PAKN quá hạn"));
        }
        addPart(parts, "từ chối tiếp nhận", FeedbackFigures.REFUSED, "PAKN");
        addPart(parts, "chuyển cơ quan có thẩm quyền", FeedbackFigures.REFERRED, "PAKN");
        addPart(parts, "người gửi rút lại", FeedbackFigures.WITHDRAWN, "PAKN");
        lines.add("Tính đến hết ngày " + inFigures(data.cutOff()) + ", " + String.join("; ", parts) + ".");
        return lines;
    }

    private List<String> area(Section section) {
        int area = section.area() == null ? -1 : section.area();
        if (figures.find(TaskFigures.inArea(TaskFigures.DUE, area)).isEmpty()) {
            return List.of("Kế hoạch không có nhiệm vụ thuộc lĩnh vực này.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(progress(code -> TaskFigures.inArea(code, area)));
        lines.addAll(list(
                "Nhiệm vụ đã hoàn thành:",
                area,
                milestone -> isDueInPeriod(milestone) && TaskFigures.isAccepted(milestone),
                milestone -> ""));
        lines.addAll(list(
                "Nhiệm vụ quá hạn, chưa hoàn thành:",
                area,
                milestone -> milestone.dueOn() != null
                        && !milestone.dueOn().isAfter(data.ended())
                        && TaskFigures.isUnfinished(milestone),
                milestone -> ", hạn " + inFigures(milestone.dueOn())));
        return lines;
    }

    private interface Coded {
        String in(String code);
    }

    private String progress(Coded codes) {
        StringBuilder text = new StringBuilder();
        long due = figures.number(codes.in(TaskFigures.DUE));
        if (due == 0) {
            text.append("Trong kỳ không có mốc nhiệm vụ đến hạn.");
        } else {
            List<String> parts = new ArrayList<>();
            Figure late = figures.get(codes.in(TaskFigures.LATE));
            parts.add("đã hoàn thành " + figures.number(codes.in(TaskFigures.ACCEPTED)) + " mốc (đạt "
                    + figures.display(codes.in(TaskFigures.RATE)) + ")"
                    + (late.number() > 0 ? ", trong đó chậm hạn " + late.number() + " mốc" : ""));
            addPart(parts, "đã nộp sản phẩm, chờ nghiệm thu", codes.in(TaskFigures.SUBMITTED), "mốc");
            addPart(parts, "quá hạn chưa hoàn thành", codes.in(TaskFigures.OVERDUE), "mốc");
            addPart(parts, "được miễn thực hiện", codes.in(TaskFigures.WAIVED), "mốc");
            text.append("Trong kỳ có ")
                    .append(due)
                    .append(" mốc nhiệm vụ đến hạn; ")
                    .append(String.join("; ", parts))
                    .append('.');
        }
        long carriedOver = figures.number(codes.in(TaskFigures.CARRIED_OVER));
        if (carriedOver > 0) {
            text.append(" Còn ").append(carriedOver).append(" mốc đến hạn từ trước kỳ chưa hoàn thành.");
        }
        long continuous = figures.number(codes.in(TaskFigures.CONTINUOUS));
        if (continuous > 0) {
            long reported = figures.number(codes.in(TaskFigures.CONTINUOUS_REPORTED));
            text.append(" Có ")
                    .append(continuous)
                    .append(" nhiệm vụ thực hiện thường xuyên, ")
                    .append(
                            reported == 0
                                    ? "chưa nhiệm vụ nào có báo cáo tiến độ trong kỳ."
                                    : reported + " nhiệm vụ đã có báo cáo tiến độ trong kỳ.");
        }
        return text.toString();
    }

    private void addPart(List<String> parts, String text, String code, String unit) {
        long number = figures.number(code);
        if (number > 0) {
            parts.add(text + " " + number + " " + unit);
        }
    }

    private boolean isDueInPeriod(MilestoneState milestone) {
        return milestone.dueOn() != null
                && !milestone.dueOn().isBefore(data.from())
                && !milestone.dueOn().isAfter(data.ended());
    }

    private interface Detail {
        String of(MilestoneState milestone);
    }

    /** One line for each task, in printed order, with the earliest of its milestones that are wanted. */
    private List<String> list(String lead, Integer area, Predicate<MilestoneState> wanted, Detail detail) {
        Map<UUID, List<MilestoneState>> byTask = data.milestones().stream()
                .map(Fact::state)
                .filter(wanted)
                .filter(milestone -> tasks.containsKey(milestone.taskId()))
                .filter(milestone -> area == null
                        || area.equals(tasks.get(milestone.taskId()).areaNumber()))
                .sorted(Comparator.comparing(MilestoneState::dueOn))
                .collect(Collectors.groupingBy(MilestoneState::taskId, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = byTask.entrySet().stream()
                .sorted(Comparator.comparing(entry ->
                        Optional.ofNullable(tasks.get(entry.getKey()).seq()).orElse(Integer.MAX_VALUE)))
                .limit(LONGEST_LIST)
                .map(entry -> {
                    TaskState task = tasks.get(entry.getKey());
                    int times = entry.getValue().size();
                    return "- " + sentence(task.title()) + " ("
                            + Optional.ofNullable(task.leadText()).orElse("chưa rõ bộ phận chủ trì")
                            + detail.of(entry.getValue().get(0))
                            + (times > 1 ? ", " + times + " mốc" : "") + ").";
                })
                .collect(Collectors.toCollection(ArrayList::new));
        int more = byTask.size() - lines.size();
        if (more > 0) {
            lines.add("- Và " + more + " nhiệm vụ khác, nêu tại Phụ lục II.");
        }
        if (!lines.isEmpty() && !lead.isEmpty()) {
            lines.add(0, lead);
        }
        return lines;
    }

    private List<String> assessment() {
        List<String> lines = new ArrayList<>();
        List<String> good = new ArrayList<>();
        if (figures.get(TaskFigures.RATE).value().isPresent()) {
            good.add("hoàn thành " + figures.number(TaskFigures.ACCEPTED) + "/"
                    + figures.get(TaskFigures.RATE).denominator().orElse(0L) + " mốc nhiệm vụ đến hạn trong kỳ, đạt "
                    + figures.display(TaskFigures.RATE));
        }
        if (figures.get(FeedbackFigures.RATE).value().isPresent()) {
            good.add("trả lời đúng hạn " + figures.number(FeedbackFigures.IN_TIME) + "/"
                    + figures.number(FeedbackFigures.ANSWERED) + " PAKN đã trả lời, đạt "
                    + figures.display(FeedbackFigures.RATE));
        }
        lines.add("Kết quả đạt được: " + (good.isEmpty() ? "chưa phát sinh số liệu trong kỳ" : String.join("; ", good))
                + ".");
        List<String> bad = new ArrayList<>();
        addPart(bad, "còn", TaskFigures.OVERDUE, "mốc nhiệm vụ quá hạn chưa hoàn thành");
        addPart(bad, "còn", TaskFigures.CARRIED_OVER, "mốc nhiệm vụ đến hạn từ trước kỳ chưa hoàn thành");
        addPart(bad, "hoàn thành chậm hạn", TaskFigures.LATE, "mốc nhiệm vụ");
        addPart(bad, "trả lời trễ hạn", FeedbackFigures.LATE, "PAKN");
        addPart(bad, "còn", FeedbackFigures.OVERDUE, "PAKN quá hạn chưa trả lời");
        lines.add("Tồn tại, hạn chế: "
                + (bad.isEmpty() ? "không có nhiệm vụ quá hạn, không có PAKN trả lời trễ hạn" : String.join("; ", bad))
                + ".");
        return lines;
    }

    private List<String> next() {
        LocalDate horizon = data.cutOff().plusMonths(MONTHS_AHEAD);
        List<String> lines = new ArrayList<>();
        lines.add("Tiếp tục thực hiện các nhiệm vụ thường xuyên của kế hoạch; hoàn thành các nhiệm vụ đến hạn đến ngày "
                + inFigures(horizon) + ":");
        List<String> due = list(
                "",
                null,
                milestone -> milestone.dueOn() != null
                        && milestone.dueOn().isAfter(data.ended())
                        && !milestone.dueOn().isAfter(horizon)
                        && !"ON_EVENT".equals(milestone.ruleKind())
                        && (TaskFigures.isUnfinished(milestone) || "SUBMITTED".equals(milestone.state())),
                milestone -> ", hạn " + inFigures(milestone.dueOn()));
        if (due.isEmpty()) {
            return List.of(
                    "Tiếp tục thực hiện các nhiệm vụ thường xuyên của kế hoạch; không có nhiệm vụ đến hạn đến ngày "
                            + inFigures(horizon) + ".");
        }
        lines.addAll(due);
        if (figures.number(FeedbackFigures.OPEN) > 0) {
            lines.add("- Giải quyết dứt điểm " + figures.number(FeedbackFigures.OPEN) + " PAKN đang xử lý.");
        }
        return lines;
    }

    private static String sentence(String title) {
        String text = title.strip();
        while (!text.isEmpty() && ".;,:".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text;
    }

    private static String decapitalised(String text) {
        return text.substring(0, 1).toLowerCase(Locale.forLanguageTag("vi")) + text.substring(1);
    }
}
