package vn.cchc.local.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.cchc.local.api.Callers;

/**
 * The first quarter of 2021 in the commune, played through the public API under the training clock: the plan is
 * imported and issued, citizens submit feedback, units submit evidence, and the quarter's report is drafted, approved,
 * sent and received.
 */
final class SampleQuarter {
    /** Registration time of the reference data, before all other events. */
    static final LocalDateTime BEFORE = LocalDateTime.parse("2020-12-21T08:00");

    private static final LocalDateTime AFTER = LocalDateTime.parse("2021-02-26T16:30");

    private final Callers callers;
    private final Clocks clocks;
    private final Quiescence quiescence;
    private final Journal journal;

    SampleQuarter(Callers callers, Quiescence quiescence, Journal journal) {
        this.callers = callers;
        this.clocks = new Clocks(callers);
        this.quiescence = quiescence;
        this.journal = journal;
    }

    /** Sets the clocks to {@link #BEFORE}. */
    void begin() {
        if (journal.isEmpty()) {
            clocks.setTo(BEFORE);
        }
    }

    /** Plays the steps not yet recorded in the journal. */
    void play(People people) {
        LocalDateTime now = null;
        for (Step step : script(people)) {
            if (journal.has(step.key())) {
                continue;
            }
            if (!step.at().equals(now)) {
                quiescence.await();
                now = step.at();
                clocks.setTo(now);
            }
            journal.record(step.key(), step.action().play(journal));
        }
        quiescence.await();
        clocks.setTo(AFTER);
        journal.complete();
    }

    private List<Step> script(People people) {
        Annex annex = new Annex(callers, people);
        List<Step> steps = new ArrayList<>();
        steps.addAll(new PlanStory(callers, people).steps());
        steps.addAll(new FeedbackStory(callers, people).steps());
        steps.addAll(new EvidenceStory(callers, people, annex).steps());
        steps.addAll(new ProgressStory(callers, people, annex).steps());
        steps.addAll(new ReportStory(callers, people).steps());
        // Stable sort: steps of the same minute keep the order of the files.
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }
}
