package vn.cchc.reporting.report;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
import vn.cchc.platform.http.ProblemMember;

/** Whether all events that the figures of a report count have been consumed up to its cut-off. */
@ApplicationScoped
class SourceCompleteness {

    /** Source topics of the figures, with their names in running text. */
    private static final Map<String, Function<CompletenessMessages, String>> SOURCES = sources();

    /** Used for cut-offs only, not counted; its completeness is not required. */
    private static final String CALENDAR = "cchc.calendar";

    private final Completeness completeness;

    SourceCompleteness(Completeness completeness) {
        this.completeness = completeness;
    }

    /** Sources of the report's authority that are incomplete at the end of the cut-off; empty if complete. */
    List<MissingSource> missing(Report report) {
        return completeness.missing(SOURCES.keySet(), Set.of(CALENDAR), report.authorityId(), report.cutOff()).stream()
                .map(MissingSource::of)
                .toList();
    }

    /** 409 {@code figures-not-complete}, listing the missing sources as text and as data. */
    static Problem refusal(Report report, List<MissingSource> missing) {
        return Problem.conflict(
                "figures-not-complete",
                inBoth(words -> words.refusal(report.cutOff(), described(words, missing))),
                ProblemMember.MISSING,
                missing);
    }

    /** One sentence without its full stop, source by source. */
    static BilingualText described(List<MissingSource> missing) {
        return inBoth(words -> described(words, missing));
    }

    private static BilingualText inBoth(Function<CompletenessMessages, String> sentence) {
        return BilingualText.of(
                sentence.apply(MessageBundles.get(CompletenessMessages.class)),
                sentence.apply(MessageBundles.get(CompletenessMessages.class, Localized.Literal.of("en"))));
    }

    private static String described(CompletenessMessages words, List<MissingSource> missing) {
        return missing.stream()
                .collect(Collectors.groupingBy(MissingSource::topic, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(source -> words.lacks(name(words, source.getKey()), causes(words, source.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String name(CompletenessMessages words, String topic) {
        return topic.equals(CALENDAR)
                ? words.calendar()
                : SOURCES.getOrDefault(topic, unknown -> topic).apply(words);
    }

    private static List<String> causes(CompletenessMessages words, List<MissingSource> missing) {
        return missing.stream()
                .collect(Collectors.groupingBy(MissingSource::cause, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(cause -> cause(words, cause.getKey(), cause.getValue()))
                .toList();
    }

    private static String cause(CompletenessMessages words, Completeness.Cause cause, List<MissingSource> missing) {
        return switch (cause) {
            case NOT_MARKED -> completeTo(missing).map(words::completeTo).orElseGet(words::notMarked);
            case WITHHELD_BY_SOURCE -> words.withheldBySource();
            case DEAD_LETTER -> words.deadLetters(missing.size());
            case EVENTS_MISSING -> words.eventsMissing(missing.size());
        };
    }

    /** The minimum of the partitions' last complete days; empty if a partition has none. */
    private static Optional<LocalDate> completeTo(List<MissingSource> missing) {
        return missing.stream().allMatch(one -> one.completeTo() != null)
                ? missing.stream()
                        .map(MissingSource::completeTo)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static Map<String, Function<CompletenessMessages, String>> sources() {
        Map<String, Function<CompletenessMessages, String>> sources = new LinkedHashMap<>();
        sources.put("cchc.feedback", CompletenessMessages::feedback);
        sources.put("cchc.milestone", CompletenessMessages::milestones);
        sources.put("cchc.task", CompletenessMessages::tasks);
        sources.put("cchc.target-reading", CompletenessMessages::readings);
        sources.put("cchc.plan", CompletenessMessages::plans);
        return sources;
    }
}
