package vn.cchc.feedback.limit;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.explanation.DueDayExplanation;
import vn.cchc.platform.explanation.DueDayMessages;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.time.VietnamTime;

/** The derivation of the end of a limit, in words. */
public final class LimitExplanation {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter TIME_WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private LimitExplanation() {}

    public static DueDayExplanation of(LimitEnd end) {
        if (end instanceof LimitEnd.OfDays ofDays) {
            return DueDayExplanation.of(ofDays.day().explanation());
        }
        return ofHours((LimitEnd.OfHours) end);
    }

    private static DueDayExplanation ofHours(LimitEnd.OfHours end) {
        return new DueDayExplanation(
                day(end.start()),
                inBoth(words -> end.isExtension()
                        ? words.extension(words.hours(end.hours()), time(end.start()), day(end.start()))
                        : words.term(words.hours(end.hours()), time(end.start()), day(end.start()))),
                steps(end),
                inBoth(words -> words.clause(end.times().stream()
                        .map(times -> times.printed() + " (" + times.legalBasis() + ")")
                        .collect(Collectors.joining("; ")))),
                end.tableVersion());
    }

    private static List<DueDayExplanation.Step> steps(LimitEnd.OfHours end) {
        List<DueDayExplanation.Step> between = new ArrayList<>(
                end.daysOff().stream().map(LimitExplanation::exception).toList());
        end.paused().forEach(pause -> between.add(paused(pause)));
        between.sort(Comparator.comparing(DueDayExplanation.Step::day));
        List<DueDayExplanation.Step> steps = new ArrayList<>();
        steps.add(step(day(end.start()), DueDay.Step.Kind.START, words -> start(words, end)));
        steps.addAll(between);
        steps.add(step(
                end.dueOn(),
                DueDay.Step.Kind.TERM_END,
                words -> end.isExtension()
                        ? words.extensionEnds(words.hours(end.hours()), time(end.dueAt()), end.dueOn())
                        : words.termEnds(words.hours(end.hours()), time(end.dueAt()), end.dueOn())));
        if (end.provisional()) {
            steps.add(new DueDayExplanation.Step(
                    end.dueOn(),
                    DueDay.Step.Kind.PROVISIONAL,
                    ofDays(words -> words.provisional(end.yearsWithoutTable()))));
        }
        return steps;
    }

    private static String start(LimitMessages words, LimitEnd.OfHours end) {
        LocalDate day = day(end.start());
        if (end.isExtension()) {
            return words.extended(time(end.start()), day);
        }
        return end.countedFrom().equals(end.start())
                ? words.arrived(time(end.start()), day)
                : words.arrivedBefore(time(end.start()), day, time(end.countedFrom()), day(end.countedFrom()));
    }

    private static DueDayExplanation.Step exception(DueDay.Step step) {
        return new DueDayExplanation.Step(
                step.day(),
                step.kind(),
                step.exchangedFor()
                        .map(exchanged -> ofDays(words -> words.madeUp(step.day(), exchanged)))
                        .orElseGet(() -> BilingualText.of(
                                vietnamese()
                                        .notCounted(
                                                step.day(),
                                                step.reasonOff()
                                                        .map(BilingualText::vi)
                                                        .orElse("")),
                                english()
                                        .notCounted(
                                                step.day(),
                                                step.reasonOff()
                                                        .map(BilingualText::en)
                                                        .orElse("")))));
    }

    private static DueDayExplanation.Step paused(PausedTime pause) {
        return step(
                day(pause.from()),
                DueDay.Step.Kind.NOT_COUNTED,
                words -> words.paused(
                        time(pause.from()),
                        day(pause.from()),
                        time(pause.to()),
                        day(pause.to()),
                        pause.officeTime().toHours(),
                        pause.officeTime().toMinutesPart()));
    }

    /**
     * An extension in words, for citizens.
     *
     * @param number from 1
     * @param amount in the unit of the limit
     * @param dueOn the due day that it led to
     * @param dueAt the due moment of a limit in working hours, where it is known
     */
    public static BilingualText extension(
            int number, HandlingLimit limit, int amount, LocalDate dueOn, Optional<OffsetDateTime> dueAt) {
        return limit.unit()
                .days()
                .map(days -> DueDayExplanation.extension(number, new Term(amount, days, limit.rollsForward()), dueOn))
                .orElseGet(() -> inBoth(words -> dueAt.map(
                                at -> words.answerExtended(number, words.hours(amount), time(at.toInstant()), dueOn))
                        .orElseGet(() -> words.answerExtendedTo(number, words.hours(amount), dueOn))));
    }

    private static DueDayExplanation.Step step(
            LocalDate day, DueDay.Step.Kind kind, Function<LimitMessages, String> sentence) {
        return new DueDayExplanation.Step(day, kind, inBoth(sentence));
    }

    private static BilingualText inBoth(Function<LimitMessages, String> sentence) {
        return BilingualText.of(
                sentence.apply(MessageBundles.get(LimitMessages.class)),
                sentence.apply(MessageBundles.get(LimitMessages.class, Localized.Literal.of("en"))));
    }

    private static BilingualText ofDays(Function<DueDayMessages, String> sentence) {
        return BilingualText.of(sentence.apply(vietnamese()), sentence.apply(english()));
    }

    private static DueDayMessages vietnamese() {
        return MessageBundles.get(DueDayMessages.class);
    }

    private static DueDayMessages english() {
        return MessageBundles.get(DueDayMessages.class, Localized.Literal.of("en"));
    }

    private static LocalDate day(Instant moment) {
        return WorkingTime.day(moment);
    }

    /** 07:30, with seconds where there are any. */
    private static String time(Instant moment) {
        LocalTime time = moment.atZone(VietnamTime.ZONE).toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return (time.getSecond() == 0 ? TIME : TIME_WITH_SECONDS).format(time);
    }
}
