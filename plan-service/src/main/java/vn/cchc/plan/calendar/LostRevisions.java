package vn.cchc.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.platform.event.LossHandler;
import vn.cchc.platform.event.LostChange;

/** Calendar revisions lost by a restore: their revision numbers, and so the table versions, are never reused. */
@ApplicationScoped
class LostRevisions implements LossHandler {

    private final RevisionRepository revisions;

    LostRevisions(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    /** Tolerant reader of the lost event. */
    record Numbered(int revision, Table table) {}

    record Table(String version) {}

    @Override
    public void lost(List<LostChange> lost) {
        for (LostChange change : lost) {
            if (change.kind().equals(CalendarEvent.KIND)
                    && revisions.findByIdOptional(change.id()).isEmpty()) {
                Numbered given = change.state(Numbered.class);
                revisions.lose(given.revision(), given.table().version(), change.epoch());
            }
        }
    }
}
