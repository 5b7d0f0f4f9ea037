package vn.cchc.reporting.narrative;

import static vn.cchc.reporting.document.VietnameseDates.inFigures;
import static vn.cchc.reporting.document.VietnameseDates.inWords;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figures;
import vn.cchc.reporting.figures.Source;
import vn.cchc.reporting.figures.TaskFigures;
import vn.cchc.reporting.projection.HeardVersion;
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

    private static final Comparator<TaskState> IN_PRINTED_ORDER =
            Comparator.comparing(task -> Optional.ofNullable(task.seq()).orElse(Integer.MAX_VALUE));

    private final ReportData data;
    private final Figures figures;
    private final Map<UUID, TaskState> tasks;

    public Narrative(ReportData data) {
        this.data = data;
        this.figures = data.figures();
        this.tasks = data.tasks().stream().collect(Collectors.toMap(HeardVersion::id, HeardVersion::state));
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
                + data.period().label() + " (số liệu tính từ " + inWords(data.from()) + " đến hết "
                + inWords(data.cutOff()) + ") như sau:";
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
                    case RESULTS -> overall();
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
                        .map(day -> " " + inWords(day))
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

    private List<String> overall() {
        List<String> lines = new ArrayList<>();
        lines.add("Trên tất cả các lĩnh vực của kế hoạch: " + decapitalised(milestones(code -> code)));
        long continuous = figures.number(TaskFigures.CONTINUOUS);
        if (continuous > 0) {
            lines.add(continuous(continuous, figures.number(TaskFigures.CONTINUOUS_REPORTED)) + ".");
        }
        return lines;
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
            List<String> none = new ArrayList<>(List.of(lead + "trong kỳ không tiếp nhận PAKN nào."));
            lateAdditions().ifPresent(none::add);
            return none;
        }
        String channels = FeedbackFigures.CHANNELS.entrySet().stream()
                .filter(channel -> figures.number(FeedbackFigures.BY_CHANNEL + channel.getKey()) > 0)
                .map(channel -> channel.getValue() + " " + count(FeedbackFigures.BY_CHANNEL + channel.getKey()))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add(lead + "trong kỳ tiếp nhận " + count(received) + " PAKN"
                + (channels.isEmpty() ? "" : " (" + channels + ")") + ".");
        long answered = figures.number(FeedbackFigures.ANSWERED);
        List<String> parts = new ArrayList<>();
        parts.add(
                answered == 0
                        ? "chưa trả lời PAKN nào"
                        : "đã trả lời " + count(answered) + " PAKN, trong đó " + count(FeedbackFigures.IN_TIME)
                                + " PAKN đúng hạn, " + count(FeedbackFigures.LATE)
                                + " PAKN trễ hạn (tỷ lệ đúng hạn đạt " + figures.display(FeedbackFigures.RATE) + ")");
        long open = figures.number(FeedbackFigures.OPEN);
        if (open > 0) {
            long overdue = figures.number(FeedbackFigures.OVERDUE);
            parts.add("đang xử lý " + count(open) + " PAKN, "
                    + (overdue > 0 ? "trong đó " + count(overdue) + " PAKN đã quá hạn" : "không có PAKN quá hạn"));
        }
        addPart(parts, "từ chối tiếp nhận", FeedbackFigures.REFUSED, "PAKN");
        addPart(parts, "chuyển cơ quan có thẩm quyền", FeedbackFigures.REFERRED, "PAKN");
        addPart(parts, "người gửi rút lại", FeedbackFigures.WITHDRAWN, "PAKN");
        lines.add("Tính đến hết ngày " + inFigures(data.cutOff()) + ", " + String.join("; ", parts) + ".");
        lateAdditions().ifPresent(lines::add);
        return lines;
    }

    /** What the report before could not count, and where it is counted now. */
    private Optional<String> lateAdditions() {
        Set<Source> additions =
                Set.copyOf(figures.get(FeedbackFigures.LATE_ADDITIONS).sources());
        if (additions.isEmpty()) {
            return Optional.empty();
        }
        long counted = figures.get(FeedbackFigures.RECEIVED).sources().stream()
                .filter(additions::contains)
                .count();
        long before = additions.size() - counted;
        List<String> parts = new ArrayList<>();
        if (counted > 0) {
            parts.add(count(counted) + " PAKN tiếp nhận trong kỳ, đã tính trong các số liệu trên");
        }
        if (before > 0) {
            parts.add(count(before) + " PAKN tiếp nhận trước kỳ, không tính trong các số liệu trên");
        }
        return Optional.of("Bổ sung sau chốt số liệu kỳ trước: " + count(additions.size())
                + " PAKN tiếp nhận đến hết ngày " + inFigures(data.previousCutOff())
                + " nhưng ghi nhận sau khi chốt số liệu kỳ trước (" + String.join("; ", parts) + ").");
    }

    private List<String> area(Section section) {
        int area = section.area() == null ? -1 : section.area();
        if (figures.find(TaskFigures.inArea(TaskFigures.DUE, area)).isEmpty()) {
            return List.of("Kế hoạch không có nhiệm vụ thuộc lĩnh vực này.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(milestones(code -> TaskFigures.inArea(code, area)));
        lines.addAll(list(
                "Nhiệm vụ đã hoàn thành",
                entries(
                        area,
                        milestone -> isDueInPeriod(milestone) && TaskFigures.isAccepted(milestone),
                        Narrative::noDetail)));
        lines.addAll(list(
                "Nhiệm vụ hoàn thành trước hạn",
                entries(
                        area,
                        milestone -> isDueLater(milestone) && TaskFigures.isAccepted(milestone),
                        Narrative::dueDay)));
        lines.addAll(list(
                "Nhiệm vụ quá hạn, chưa hoàn thành",
                entries(
                        area,
                        milestone -> milestone.isDueBy(data.ended()) && milestone.isUnfinished(),
                        Narrative::dueDay)));
        List<String> continuous = continuous(area);
        if (lines.size() > 1 || continuous.isEmpty()) {
            lines.addAll(continuous);
            return lines;
        }
        // Nothing stands between the two sentences: they are one paragraph.
        lines.set(0, lines.get(0) + " " + continuous.get(0));
        lines.addAll(continuous.subList(1, continuous.size()));
        return lines;
    }

    private interface Coded {
        String in(String code);
    }

    /** How the milestones that fell due stand; a share is told with what it is of. */
    private String milestones(Coded codes) {
        long due = figures.number(codes.in(TaskFigures.DUE));
        long waived = figures.number(codes.in(TaskFigures.WAIVED));
        long carriedOver = figures.number(codes.in(TaskFigures.CARRIED_OVER));
        String earlier =
                carriedOver == 0 ? "" : " Còn " + count(carriedOver) + " mốc đến hạn từ trước kỳ chưa hoàn thành.";
        if (due == 0) {
            return "Trong kỳ không có nhiệm vụ đến hạn." + earlier;
        }
        if (due == waived) {
            return "Trong kỳ có " + count(due) + " mốc nhiệm vụ đến hạn, đều được miễn thực hiện." + earlier;
        }
        long late = figures.number(codes.in(TaskFigures.LATE));
        List<String> parts = new ArrayList<>();
        parts.add(
                figures.number(codes.in(TaskFigures.ACCEPTED)) == 0
                        ? "chưa hoàn thành mốc nào"
                        : "đã hoàn thành " + count(codes.in(TaskFigures.ACCEPTED)) + "/" + count(due - waived) + " mốc"
                                + (waived > 0 ? " phải thực hiện" : "") + " (đạt "
                                + figures.display(codes.in(TaskFigures.RATE)) + ")"
                                + (late > 0 ? ", trong đó " + count(late) + " mốc chậm hạn" : ""));
        addPart(parts, "chờ nghiệm thu", codes.in(TaskFigures.SUBMITTED), "mốc đã nộp sản phẩm");
        addPart(parts, "còn", codes.in(TaskFigures.OVERDUE), "mốc đã quá hạn");
        return "Trong kỳ có " + count(due) + " mốc nhiệm vụ đến hạn"
                + (waived > 0 ? ", trong đó " + count(waived) + " mốc được miễn thực hiện" : "") + "; "
                + String.join("; ", parts) + "." + earlier;
    }

    /** The continuous tasks of an area: how many have told of their progress, and which. */
    private List<String> continuous(int area) {
        String period = data.period().code();
        List<TaskState> owing = data.tasks().stream()
                .map(HeardVersion::state)
                .filter(task -> !task.isHeading() && Integer.valueOf(area).equals(task.areaNumber()))
                .filter(task -> task.owesProgress(period))
                .sorted(IN_PRINTED_ORDER)
                .toList();
        if (owing.isEmpty()) {
            return List.of();
        }
        List<String> reported = owing.stream()
                .filter(task -> task.hasProgress(period))
                .map(task -> named(task, List.of(), ""))
                .toList();
        String told = continuous(owing.size(), reported.size());
        return reported.isEmpty() ? List.of(told + ".") : list(told, reported);
    }

    private static String continuous(long owing, long reported) {
        if (reported == 0) {
            return "Có " + count(owing) + " nhiệm vụ thường xuyên chưa báo cáo tiến độ";
        }
        return reported == owing
                ? "Toàn bộ " + count(owing) + " nhiệm vụ thường xuyên đã báo cáo tiến độ"
                : "Trong " + count(owing) + " nhiệm vụ thường xuyên, " + count(reported)
                        + " nhiệm vụ đã báo cáo tiến độ";
    }

    private void addPart(List<String> parts, String text, String code, String unit) {
        if (figures.number(code) > 0) {
            parts.add(text + " " + count(code) + " " + unit);
        }
    }

    private String count(String code) {
        return count(figures.number(code));
    }

    /** Below ten with a leading zero, as administrative texts write numbers. */
    private static String count(long number) {
        return "%02d".formatted(number);
    }

    private boolean isDueInPeriod(MilestoneState milestone) {
        return milestone.isDueBy(data.ended()) && !milestone.dueOn().isBefore(data.from());
    }

    private boolean isDueLater(MilestoneState milestone) {
        return milestone.dueOn() != null
                && milestone.dueOn().isAfter(data.ended())
                && !MilestoneState.ON_EVENT.equals(milestone.ruleKind());
    }

    private interface Detail {
        String of(List<MilestoneState> milestones);
    }

    /** One entry for each task, in printed order, with its milestones that are wanted. */
    private List<String> entries(Integer area, Predicate<MilestoneState> wanted, Detail detail) {
        Map<UUID, List<MilestoneState>> byTask = data.milestones().stream()
                .map(HeardVersion::state)
                .filter(wanted)
                .filter(milestone -> tasks.containsKey(milestone.taskId()))
                .filter(milestone -> area == null
                        || area.equals(tasks.get(milestone.taskId()).areaNumber()))
                .sorted(Comparator.comparing(MilestoneState::dueOn))
                .collect(Collectors.groupingBy(MilestoneState::taskId, LinkedHashMap::new, Collectors.toList()));
        return byTask.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(tasks::get, IN_PRINTED_ORDER)))
                .map(entry -> {
                    List<MilestoneState> same = entry.getValue();
                    String times = same.size() > 1 ? ", " + count(same.size()) + " mốc" : "";
                    return named(tasks.get(entry.getKey()), same, times + detail.of(same));
                })
                .toList();
    }

    private static String noDetail(List<MilestoneState> milestones) {
        return "";
    }

    /** The due day as it is printed; one that may still move says so. */
    static String dueInFigures(MilestoneState milestone) {
        return inFigures(milestone.dueOn()) + (milestone.dueProvisional() ? ", tạm tính" : "");
    }

    /** The first of them is the earliest. */
    private static String dueDay(List<MilestoneState> milestones) {
        return (milestones.size() > 1 ? ", hạn sớm nhất " : ", hạn ") + dueInFigures(milestones.get(0));
    }

    /**
     * A task with who leads it. Where its timing names several things to be done ("ban hành kế hoạch trước …; kiểm tra trước
     * …"), its title alone does not say which is meant: then the heading it stands under and the thing are named too.
     */
    private String named(TaskState task, List<MilestoneState> milestones, String detail) {
        String things = milestones.stream()
                .filter(milestone -> MilestoneState.FIXED.equals(milestone.ruleKind()))
                .map(MilestoneState::label)
                .filter(label -> label != null && !label.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        String title =
                things.isEmpty() ? sentence(task.title()) : heading(task) + sentence(task.title()) + ": " + things;
        String lead = data.lead(task);
        return title + " (" + (lead.isEmpty() ? "chưa rõ bộ phận chủ trì" : lead) + detail + ")";
    }

    private String heading(TaskState task) {
        return Optional.ofNullable(task.parentId())
                .map(tasks::get)
                .map(heading -> sentence(heading.title()) + " - ")
                .orElse("");
    }

    /** A lead and its entries, one line each; nothing where there are none. */
    private static List<String> list(String lead, List<String> entries) {
        List<String> lines = new ArrayList<>();
        if (!entries.isEmpty()) {
            lines.add(lead + ":");
        }
        entries.stream().limit(LONGEST_LIST).map(entry -> "- " + entry + ".").forEach(lines::add);
        if (entries.size() > LONGEST_LIST) {
            lines.add("- Và " + count(entries.size() - LONGEST_LIST) + " nhiệm vụ khác, nêu tại Phụ lục II.");
        }
        return lines;
    }

    private List<String> assessment() {
        List<String> lines = new ArrayList<>();
        List<String> good = new ArrayList<>();
        if (figures.get(TaskFigures.RATE).value().isPresent()) {
            good.add("hoàn thành " + count(TaskFigures.ACCEPTED) + "/"
                    + count(figures.get(TaskFigures.RATE).denominator().orElse(0L))
                    + " mốc nhiệm vụ phải thực hiện trong kỳ, đạt " + figures.display(TaskFigures.RATE));
        }
        if (figures.get(FeedbackFigures.RATE).value().isPresent()) {
            good.add("trả lời đúng hạn " + count(FeedbackFigures.IN_TIME) + "/" + count(FeedbackFigures.ANSWERED)
                    + " PAKN đã trả lời, đạt " + figures.display(FeedbackFigures.RATE));
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
        List<String> due = entries(
                null,
                milestone -> isDueLater(milestone)
                        && !milestone.dueOn().isAfter(horizon)
                        && (milestone.isUnfinished() || "SUBMITTED".equals(milestone.state())),
                Narrative::dueDay);
        String lead = "Tiếp tục thực hiện các nhiệm vụ thường xuyên của kế hoạch; ";
        List<String> lines = new ArrayList<>(
                due.isEmpty()
                        ? List.of(lead + "không có nhiệm vụ nào có hạn đến ngày " + inFigures(horizon) + ".")
                        : list(lead + "hoàn thành các nhiệm vụ có hạn đến ngày " + inFigures(horizon), due));
        if (figures.number(FeedbackFigures.OPEN) > 0) {
            lines.add("Giải quyết dứt điểm " + count(FeedbackFigures.OPEN) + " PAKN đang xử lý.");
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
