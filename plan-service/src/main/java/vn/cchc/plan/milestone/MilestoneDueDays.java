package vn.cchc.plan.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.plan.calendar.RevisionRepository;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.recount.DueDays;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.RecountResult;

/** Recount of the due days of open milestones. */
@ApplicationScoped
class MilestoneDueDays implements DueDays {

    private final MilestoneRepository milestones;
    private final RevisionRepository revisions;
    private final Clock clock;
    private final String service;

    MilestoneDueDays(
            MilestoneRepository milestones,
            RevisionRepository revisions,
            Clock clock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.milestones = milestones;
        this.revisions = revisions;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public List<Place> next(Place after, int atMost) {
        return milestones.owed(after, atMost);
    }

    @Override
    public Moves preview(WorkingCalendar proposed, List<Place> places) {
        Moves moves = Moves.NONE;
        for (Milestone milestone : milestones.stillOwed(places, LockModeType.NONE)) {
            moves = moves.plus(told(milestone, milestone.due().movedBy(proposed)));
        }
        return moves;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Moves recount(WorkingCalendar inForce, List<Place> places) {
        Actor by = Actor.service(service);
        Instant now = clock.instant();
        List<Milestone> touched = new ArrayList<>();
        Moves moves = Moves.NONE;
        for (Milestone milestone : milestones.stillOwed(places, LockModeType.PESSIMISTIC_WRITE)) {
            if (isToBeCounted(milestone, inForce)) {
                Optional<DueDay> moved = milestone.due().movedBy(inForce);
                moves = moves.plus(told(milestone, moved));
                moved.ifPresent(due -> {
                    milestone.recount(due, inForce.version(), by, now);
                    touched.add(milestone);
                });
            }
        }
        milestones.record(touched);
        return moves;
    }

    /**
     * Moves of a feedback's due day are reported by feedback-service; only moves of the last working day before an
     * unchanged due day that does not roll are reported here.
     */
    private static Moves told(Milestone milestone, Optional<DueDay> moved) {
        return milestone.due().isDayOfCase() && (!milestone.isCountedHere() || moved.isEmpty())
                ? Moves.NONE
                : milestone.due().moves(moved);
    }

    /**
     * The due day of a feedback is counted, and its moves reported, by feedback-service; this service counts only the
     * last working day before it. When the due day has become a day off and rolls, feedback-service's event moves both.
     */
    private static boolean isToBeCounted(Milestone milestone, WorkingCalendar inForce) {
        if (milestone.due().isDayOfCase()) {
            return milestone.isCountedHere()
                    || inForce.isWorkingDay(milestone.dueOn().orElseThrow());
        }
        return !milestone.due().calendar().equals(Optional.of(inForce.version()));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void completed(RecountResult result) {
        revisions.keep(result, service);
    }
}
