package vn.cchc.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of issued plans. */
@ApplicationScoped
class PlanViews {

    private final PlanRepository plans;
    private final Journal journal;

    PlanViews(PlanRepository plans, Journal journal) {
        this.plans = plans;
        this.journal = journal;
    }

    /**
     * A page, newest first.
     *
     * @param year null for all
     * @param authority null for all in scope
     */
    Page<PlanView> list(Integer year, UUID authority, AuthorityScope scope, Integer limit, String cursor) {
        return Page.read(
                        limit,
                        cursor,
                        year + "/" + authority,
                        (after, atMost) -> plans.page(
                                year,
                                authority,
                                scope,
                                after.map(last -> new PlanRepository.After(last.instant(0), last.uuid(1))),
                                atMost),
                        plan -> List.of(plan.issuedAt(), plan.id()))
                .map(PlanView::inList);
    }

    /** @throws Problem 404 when there is none in scope */
    PlanView one(UUID id, AuthorityScope scope) {
        return PlanView.of(plans.visible(id, scope));
    }

    /**
     * What happened to it, oldest first.
     *
     * @throws Problem 404 when there is none in scope
     */
    Page<ChangeView> changes(UUID id, AuthorityScope scope, Integer limit, String cursor) {
        plans.glance(id, scope);
        return journal.page(PlanEvent.KIND, id, limit, cursor, ChangeView::of);
    }
}
