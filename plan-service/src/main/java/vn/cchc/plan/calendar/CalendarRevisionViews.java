package vn.cchc.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of revisions of the working calendar. */
@ApplicationScoped
class CalendarRevisionViews {

    private final RevisionRepository revisions;
    private final CalendarKeepers keepers;
    private final WorkingCalendars calendars;
    private final Journal journal;
    private final Clock clock;
    private final List<String> countedBy;

    /** @param countedBy services that count the impact of a proposed table */
    CalendarRevisionViews(
            RevisionRepository revisions,
            CalendarKeepers keepers,
            WorkingCalendars calendars,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "cchc.calendar.counted-by") List<String> countedBy) {
        this.revisions = revisions;
        this.keepers = keepers;
        this.calendars = calendars;
        this.journal = journal;
        this.clock = clock;
        this.countedBy = countedBy;
    }

    /**
     * A page, newest first.
     *
     * @throws Problem 403 when the caller does not maintain the calendar
     */
    Page<CalendarRevisionView> list(AuthorityScope scope, Caller who, Integer limit, String cursor) {
        keepers.requireReader(scope, who);
        return Page.read(
                        limit,
                        cursor,
                        "calendar-revisions",
                        (after, atMost) ->
                                revisions.page(after.map(last -> last.number(0)).orElse(Integer.MAX_VALUE), atMost),
                        revision -> List.of(revision.revision()))
                .map(this::one);
    }

    /** @throws Problem 404; 403 when the caller does not maintain the calendar */
    CalendarRevisionView one(UUID id, AuthorityScope scope, Caller who) {
        keepers.requireReader(scope, who);
        return one(revisions.get(id));
    }

    /** With the counts so far. */
    CalendarRevisionView one(CalendarRevision revision) {
        return CalendarRevisionView.of(
                revision,
                calendars.named(revision.baseVersion()).orElseThrow(),
                revisions.counts(revision.id()),
                countedBy,
                clock.instant());
    }

    /**
     * What happened to it, oldest first.
     *
     * @throws Problem 404; 403 when the caller does not maintain the calendar
     */
    Page<ChangeView> changes(UUID id, AuthorityScope scope, Caller who, Integer limit, String cursor) {
        keepers.requireReader(scope, who);
        revisions.get(id);
        return journal.page(CalendarEvent.KIND, id, limit, cursor, ChangeView::of);
    }
}
