package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;

/** The productions of a clause, for a plan's year and a row. The first that reads the clause to its end is right. */
final class Grammar {

    private final List<Production<List<TimingRule>>> clauses;
    private final ScheduleClause schedule;
    private final ExceptionClause exceptions;
    private final DayClause days;
    private final int planYear;

    /** @param report whether the row is one of a report */
    Grammar(int planYear, boolean report) {
        this.planYear = planYear;
        days = new DayClause(planYear);
        schedule = new ScheduleClause(planYear, report);
        exceptions = new ExceptionClause(planYear);
        clauses = List.of(
                new ContinuousClause(planYear).single(),
                new Labelled(new RhythmClause()),
                new Labelled(new SpanClause(planYear).single()),
                new Labelled(new DayClause(planYear)),
                new Labelled(new DayOfMonthsClause(planYear)),
                new Labelled(new MonthDayClause().single()),
                new Labelled(new WeekdayClause().single()),
                new Labelled(new CivilDayClause(planYear)),
                new Labelled(new PartClause(planYear)),
                new Labelled(new CountedBackClause(planYear).single()),
                new Labelled(new AfterQuarterClause(planYear).single()),
                new RequestClause().single(),
                new Labelled(new EventClause().single()),
                new EventAloneClause().single(),
                new OtherPlanClause().single());
    }

    /** The whole text as one schedule of reports. */
    Optional<TimingRule> schedule(Tokens tokens) {
        tokens.reset(0);
        return schedule.read(tokens);
    }

    /** The whole text as one clause. */
    Optional<List<TimingRule>> clause(Tokens tokens) {
        for (Production<List<TimingRule>> clause : clauses) {
            tokens.reset(0);
            Optional<List<TimingRule>> rules = clause.read(tokens);
            if (rules.isPresent() && tokens.atEnd()) {
                return rules;
            }
        }
        return Optional.empty();
    }

    Optional<ExceptionClause.Read> exception(Tokens tokens) {
        tokens.reset(0);
        return exceptions.read(tokens);
    }

    /** The rule with a period of its own; empty where it has no such period. */
    Optional<TimingRule> withException(TimingRule rule, ExceptionClause.Read exception) {
        return exception.in(rule, planYear);
    }

    /** The wording that is read to this rule again; the text of one that was not read. */
    String print(TimingRule rule) {
        if (rule instanceof TimingRule.Unread unread) {
            return unread.text();
        }
        if (rule instanceof TimingRule.Recurring recurring
                && !recurring.exceptions().isEmpty()) {
            TimingRule.Recurring.PeriodOfItsOwn exception =
                    recurring.exceptions().get(0);
            String usual =
                    print(new TimingRule.Recurring(recurring.label(), recurring.rhythm(), recurring.day(), List.of()));
            return usual
                    + "; "
                    + ExceptionClause.words(
                            exception,
                            days.print(List.of(new TimingRule.Fixed("", exception.deadline())))
                                    .orElseThrow());
        }
        return clauses.stream()
                .flatMap(clause -> clause.print(List.of(rule)).stream())
                .findFirst()
                .or(() -> schedule.print(rule))
                .orElseThrow(() -> new IllegalArgumentException("No production prints " + rule));
    }
}
