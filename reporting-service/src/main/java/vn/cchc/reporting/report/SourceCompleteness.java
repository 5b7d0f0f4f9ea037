package vn.cchc.reporting.report;

import static vn.cchc.reporting.document.VietnameseDates.inFigures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cchc.platform.event.Completeness;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.Text;

/** Whether everything that the figures of a report are counted from has been heard up to its cut-off. */
@ApplicationScoped
class SourceCompleteness {

    /** What figures are counted from, by topic, with its name in running text. */
    private static final Map<String, Text> SOURCES = sources();

    /** Decides on cut-offs. Its days need not be complete: it is not counted. */
    private static final String CALENDAR = "cchc.calendar";

    private final Completeness completeness;

    SourceCompleteness(Completeness completeness) {
        this.completeness = completeness;
    }

    /** What is missing of the report's authority up to the end of the cut-off; nothing when the figures are complete. */
    List<MissingSource> missing(Report report) {
        return completeness.missing(SOURCES.keySet(), Set.of(CALENDAR), report.authorityId(), report.cutOff()).stream()
                .map(MissingSource::of)
                .toList();
    }

    /** 409 {@code figures-not-complete}, with what is missing for people and for machines. */
    static Problem refusal(Report report, List<MissingSource> missing) {
        Text what = described(missing);
        return Problem.conflict(
                "figures-not-complete",
                Text.of(
                        "Chưa thể phê duyệt: số liệu đến hết ngày " + inFigures(report.cutOff())
                                + " chưa đủ nguồn. Còn thiếu: " + what.vi() + ".",
                        "It cannot be approved yet: the sources of its figures are not complete to the end of "
                                + report.cutOff() + ". Missing: " + what.en() + "."),
                "missing",
                missing);
    }

    /** In one sentence without its full stop, source by source. */
    static Text described(List<MissingSource> missing) {
        Map<String, List<MissingSource>> byTopic = missing.stream()
                .collect(Collectors.groupingBy(MissingSource::topic, LinkedHashMap::new, Collectors.toList()));
        List<Text> parts = new ArrayList<>();
        byTopic.forEach((topic, ofTopic) -> {
            Text name = topic.equals(CALENDAR)
                    ? Text.of("lịch làm việc", "the working calendar")
                    : SOURCES.getOrDefault(topic, Text.of(topic, topic));
            List<Text> causes = ofTopic.stream()
                    .collect(Collectors.groupingBy(MissingSource::cause, LinkedHashMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(entry -> cause(entry.getKey(), entry.getValue()))
                    .toList();
            parts.add(Text.of(
                    name.vi() + " (" + joined(causes, Text::vi, "; ") + ")",
                    name.en() + " (" + joined(causes, Text::en, "; ") + ")"));
        });
        return Text.of(joined(parts, Text::vi, ", "), joined(parts, Text::en, ", "));
    }

    private static String joined(List<Text> parts, Function<Text, String> language, String separator) {
        return parts.stream().map(language).collect(Collectors.joining(separator));
    }

    private static Text cause(Completeness.Cause cause, List<MissingSource> missing) {
        int count = missing.size();
        return switch (cause) {
            case NOT_MARKED ->
                completeTo(missing)
                        .map(day -> Text.of("mới đủ đến hết ngày " + inFigures(day), "complete to " + day + " only"))
                        .orElse(Text.of("chưa rõ đủ đến ngày nào", "not known to be complete to any day"));
            case WITHHELD_BY_SOURCE ->
                Text.of(
                        "dịch vụ nguồn còn thiếu dữ liệu của cơ quan này",
                        "the service that tells it misses something of this authority itself");
            case DEAD_LETTER ->
                Text.of(
                        "%02d bản ghi chưa xử lý được".formatted(count),
                        count == 1 ? "1 record could not be processed" : count + " records could not be processed");
            case EVENTS_MISSING ->
                Text.of(
                        "%02d bản ghi chờ bản ghi đứng trước".formatted(count),
                        count == 1
                                ? "1 record waits for one before it"
                                : count + " records wait for others before them");
        };
    }

    /** The earliest of the partitions' last complete days; empty where one has none. */
    private static Optional<LocalDate> completeTo(List<MissingSource> missing) {
        return missing.stream().allMatch(one -> one.completeTo() != null)
                ? missing.stream()
                        .map(MissingSource::completeTo)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static Map<String, Text> sources() {
        Map<String, Text> sources = new LinkedHashMap<>();
        sources.put("cchc.feedback", Text.of("phản ánh, kiến nghị", "feedback"));
        sources.put("cchc.milestone", Text.of("mốc nhiệm vụ", "milestones"));
        sources.put("cchc.task", Text.of("nhiệm vụ", "tasks"));
        sources.put("cchc.target-reading", Text.of("số liệu chỉ tiêu", "readings of targets"));
        sources.put("cchc.plan", Text.of("kế hoạch", "plans"));
        return sources;
    }
}
