package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                new Labelled(new BeforeEventClause().single()),
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

    /** The whole text as exceptions; none where it is anything else. */
    List<ExceptionClause.Read> exceptions(Tokens tokens) {
        tokens.reset(0);
        return exceptions.read(tokens);
    }

    /** The rule with periods of its own; empty where it does not have one of them, or has one twice. */
    Optional<TimingRule> withExceptions(TimingRule rule, List<ExceptionClause.Read> read) {
        Optional<TimingRule> with = Optional.of(rule);
        for (ExceptionClause.Read exception : read) {
            with = with.flatMap(each -> exception.in(each, planYear));
        }
        return with;
    }

    /** The wording that is read to this rule again; the text of one that was not read. */
    String print(TimingRule rule) {
        if (rule instanceof TimingRule.Unread unread) {
            return unread.text();
        }
        if (rule instanceof TimingRule.Recurring recurring
                && !recurring.exceptions().isEmpty()) {
            String usual =
                    print(new TimingRule.Recurring(recurring.label(), recurring.rhythm(), recurring.day(), List.of()));
            return Stream.concat(
                            Stream.of(usual), recurring.exceptions().stream().map(this::print))
                    .collect(Collectors.joining("; "));
        }
        return clauses.stream()
                .flatMap(clause -> clause.print(List.of(rule)).stream())
                .findFirst()
                .or(() -> schedule.print(rule))
                .orElseThrow(() -> new IllegalArgumentException("No production prints " + rule));
    }

    private String print(TimingRule.Recurring.PeriodOfItsOwn exception) {
        return ExceptionClause.words(
                exception,
                days.print(List.of(new TimingRule.Fixed("", exception.deadline())))
                        .orElseThrow());
    }
}
