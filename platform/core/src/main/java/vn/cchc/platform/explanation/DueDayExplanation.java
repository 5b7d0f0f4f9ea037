package vn.cchc.platform.explanation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.http.BilingualText;

/**
 * The derivation of a due day, in words.
 *
 * @param start the day of the event, the due day that is extended, or the day that the deadline names
 * @param steps in the order of counting: each day skipped, moved past or made up for, and why
 * @param clause the legal basis of the counting
 * @param tableVersion the table of working days used
 */
@Schema(
        name = "DueDayExplanation",
        requiredProperties = {"start", "rule", "steps", "clause", "tableVersion"})
public record DueDayExplanation(
        LocalDate start,
        BilingualText rule,
        @Size(max = DueDay.MOST_STEPS) List<Step> steps,
        BilingualText clause,
        @Size(max = CalendarTable.LONGEST_VERSION) String tableVersion) {

    /** One day of the derivation. */
    @Schema(
            name = "DueDayStep",
            requiredProperties = {"day", "kind", "text"})
    public record Step(LocalDate day, DueDay.Step.Kind kind, BilingualText text) {}

    public DueDayExplanation {
        steps = List.copyOf(steps);
    }

    public static DueDayExplanation of(DueDay.Explanation how) {
        return new DueDayExplanation(
                how.start(),
                inBoth(words -> rule(words, how)),
                how.steps().stream()
                        .map(step -> new Step(
                                step.day(),
                                step.kind(),
                                BilingualText.of(
                                        step(vietnamese(), how, step, BilingualText::vi),
                                        step(english(), how, step, BilingualText::en))))
                        .toList(),
                inBoth(words -> clause(words, how)),
                how.tableVersion());
    }

    /**
     * The note on a due day for citizens.
     *
     * @param provisional whether it depends on a year without a decided table of working days
     * @param movedFrom the due day before the last recount, if that moved it
     * @return empty where it is neither provisional nor moved
     */
    public static Optional<BilingualText> note(LocalDate dueOn, boolean provisional, Optional<LocalDate> movedFrom) {
        return Stream.of(
                        movedFrom.map(before -> inBoth(words -> words.answerDayMoved(before, dueOn))),
                        provisional
                                ? Optional.of(inBoth(words -> words.answerDayMayMove(dueOn)))
                                : Optional.<BilingualText>empty())
                .flatMap(Optional::stream)
                .reduce((moved, mayMove) ->
                        BilingualText.of(moved.vi() + " " + mayMove.vi(), moved.en() + " " + mayMove.en()));
    }

    /**
     * An extension in words, for citizens.
     *
     * @param number from 1
     * @param dueOn the due day that it leads to
     */
    public static BilingualText extension(int number, Term term, LocalDate dueOn) {
        return inBoth(words -> words.answerDayExtended(number, term(words, term), dueOn));
    }

    private static DueDayMessages vietnamese() {
        return MessageBundles.get(DueDayMessages.class);
    }

    private static DueDayMessages english() {
        return MessageBundles.get(DueDayMessages.class, Localized.Literal.of("en"));
    }

    private static BilingualText inBoth(Function<DueDayMessages, String> sentence) {
        return BilingualText.of(sentence.apply(vietnamese()), sentence.apply(english()));
    }

    private static String rule(DueDayMessages words, DueDay.Explanation how) {
        LocalDate start = how.start();
        return switch (how.rule()) {
            case TERM -> {
                Term term = how.term().orElseThrow();
                yield isOfHours(term)
                        ? words.hoursAfter(term(words, term), start)
                        : words.term(term(words, term), start, !term.rollsForward() && isOfAnyDays(term));
            }
            case TERM_BEFORE -> words.termBefore(term(words, how.term().orElseThrow()), start);
            case EXTENSION -> {
                Term term = how.term().orElseThrow();
                yield words.extension(term(words, term), start, !term.rollsForward() && isOfAnyDays(term));
            }
            case BEFORE -> words.before(start);
            case BEFORE_INCLUSIVE -> words.beforeInclusive(start);
            case LAST_DAY -> words.atLatest(start);
        };
    }

    private static String clause(DueDayMessages words, DueDay.Explanation how) {
        if (how.rule() == DueDay.Rule.TERM_BEFORE
                && how.term().filter(DueDayExplanation::isOfHours).isEmpty()) {
            return words.clauseOfTermBefore();
        }
        return how.term()
                .map(term -> isOfHours(term)
                        ? words.clauseOfHours()
                        : words.clauseOfTerm(
                                switch (term.unit()) {
                                    case HOUR, CALENDAR_DAY, WORKING_DAY -> 1;
                                    case WEEK -> 2;
                                    case MONTH -> 3;
                                },
                                term.rollsForward() && isOfAnyDays(term)))
                .orElseGet(words::clauseOfDeadline);
    }

    /** Whether its last day can be a day off; a term in working days never ends on one. */
    private static boolean isOfAnyDays(Term term) {
        return term.unit() != Term.Unit.WORKING_DAY;
    }

    private static boolean isOfHours(Term term) {
        return term.unit() == Term.Unit.HOUR;
    }

    private static String term(DueDayMessages words, Term term) {
        return switch (term.unit()) {
            case HOUR -> words.hours(term.amount());
            case CALENDAR_DAY -> words.days(term.amount());
            case WORKING_DAY -> words.workingDays(term.amount());
            case WEEK -> words.weeks(term.amount());
            case MONTH -> words.months(term.amount());
        };
    }

    private static String step(
            DueDayMessages words, DueDay.Explanation how, DueDay.Step step, Function<BilingualText, String> language) {
        LocalDate day = step.day();
        String reason = step.reasonOff().map(language).orElse("");
        return switch (step.kind()) {
            case START ->
                switch (how.rule()) {
                    case TERM, TERM_BEFORE ->
                        how.term().filter(DueDayExplanation::isOfHours).isPresent()
                                ? words.eventWithinDay(day)
                                : words.event(day);
                    case EXTENSION -> words.extended(day);
                    case BEFORE, BEFORE_INCLUSIVE -> words.wordedBefore(day);
                    case LAST_DAY -> words.lastDay(day);
                };
            case TERM_END ->
                switch (how.rule()) {
                    case TERM_BEFORE ->
                        words.termBeforeEnds(term(words, how.term().orElseThrow()), day);
                    case TERM -> words.termEnds(term(words, how.term().orElseThrow()), day);
                    case EXTENSION -> words.extensionEnds(term(words, how.term().orElseThrow()), day);
                    case BEFORE -> words.beforeMeans(how.start(), day);
                    case BEFORE_INCLUSIVE -> words.settledInclusive(day);
                    case LAST_DAY -> words.lastDay(day);
                };
            case NOT_COUNTED -> words.notCounted(day, reason);
            case MAKE_UP_WORKDAY -> words.madeUp(day, step.exchangedFor().orElseThrow());
            case ROLLED_PAST -> words.rolledPast(day, reason);
            case ROLLED_TO -> words.rolledTo(day);
            case DAY_OFF -> words.dayOff(day, reason);
            case WORK_ON -> words.workOn(day);
            case PROVISIONAL -> words.provisional(how.yearsWithoutTable());
        };
    }
}
