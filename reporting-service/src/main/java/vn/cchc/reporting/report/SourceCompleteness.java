package vn.cchc.reporting.report;

import static vn.cchc.reporting.document.PrintedForms.inFigures;

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
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Whether everything that the figures of a report are counted from has been heard up to its cut-off. */
@ApplicationScoped
class SourceCompleteness {

    /** What figures are counted from, by topic, with its name in running text. */
    private static final Map<String, BilingualText> SOURCES = sources();

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
        BilingualText what = described(missing);
        return Problem.conflict(
                "figures-not-complete",
                BilingualText.of(
                        "Chưa thể phê duyệt: số liệu đến hết ngày " + inFigures(report.cutOff())
                                + " chưa đủ nguồn. Còn thiếu: " + what.vi() + ".",
                        "It cannot be approved yet: the sources of its figures are not complete to the end of "
                                + report.cutOff() + ". Missing: " + what.en() + "."),
                "missing",
                missing);
    }

    /** In one sentence without its full stop, source by source. */
    static BilingualText described(List<MissingSource> missing) {
        Map<String, List<MissingSource>> byTopic = missing.stream()
                .collect(Collectors.groupingBy(MissingSource::topic, LinkedHashMap::new, Collectors.toList()));
        List<BilingualText> parts = new ArrayList<>();
        byTopic.forEach((topic, ofTopic) -> {
            BilingualText name = topic.equals(CALENDAR)
                    ? BilingualText.of("lịch làm việc", "the working calendar")
                    : SOURCES.getOrDefault(topic, BilingualText.of(topic, topic));
            List<BilingualText> causes = ofTopic.stream()
                    .collect(Collectors.groupingBy(MissingSource::cause, LinkedHashMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(entry -> cause(entry.getKey(), entry.getValue()))
                    .toList();
            parts.add(BilingualText.of(
                    name.vi() + " (" + joined(causes, BilingualText::vi, "; ") + ")",
                    name.en() + " (" + joined(causes, BilingualText::en, "; ") + ")"));
        });
        return BilingualText.of(joined(parts, BilingualText::vi, ", "), joined(parts, BilingualText::en, ", "));
    }

    private static String joined(
            List<BilingualText> parts, Function<BilingualText, String> language, String separator) {
        return parts.stream().map(language).collect(Collectors.joining(separator));
    }

    private static BilingualText cause(Completeness.Cause cause, List<MissingSource> missing) {
        int count = missing.size();
        return switch (cause) {
            case NOT_MARKED ->
                completeTo(missing)
                        .map(day -> BilingualText.of(
                                "mới đủ đến hết ngày " + inFigures(day), "complete to " + day + " only"))
                        .orElse(BilingualText.of("chưa rõ đủ đến ngày nào", "not known to be complete to any day"));
            case WITHHELD_BY_SOURCE ->
                BilingualText.of(
                        "dịch vụ nguồn còn thiếu dữ liệu của cơ quan này",
                        "the service that tells it misses something of this authority itself");
            case DEAD_LETTER ->
                BilingualText.of(
                        "%02d bản ghi chưa xử lý được".formatted(count),
                        count == 1 ? "1 record could not be processed" : count + " records could not be processed");
            case EVENTS_MISSING ->
                BilingualText.of(
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

    private static Map<String, BilingualText> sources() {
        Map<String, BilingualText> sources = new LinkedHashMap<>();
        sources.put("cchc.feedback", BilingualText.of("phản ánh, kiến nghị", "feedback"));
        sources.put("cchc.milestone", BilingualText.of("mốc nhiệm vụ", "milestones"));
        sources.put("cchc.task", BilingualText.of("nhiệm vụ", "tasks"));
        sources.put("cchc.target-reading", BilingualText.of("số liệu chỉ tiêu", "readings of targets"));
        sources.put("cchc.plan", BilingualText.of("kế hoạch", "plans"));
        return sources;
    }
}
