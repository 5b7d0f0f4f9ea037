package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/**
 * Which reports exist for the caller: those of the own authority, and for the authority above those of the ones beneath it,
 * once they have been sent. Everything else is absent (404).
 */
@ApplicationScoped
class ReportAccess {

    private final CurrentCaller caller;
    private final AuthorityScope scope;
    private final ReportRepository reports;

    ReportAccess(CurrentCaller caller, AuthorityScope scope, ReportRepository reports) {
        this.caller = caller;
        this.scope = scope;
        this.reports = reports;
    }

    /**
     * Of which authorities a list shows rows, narrowed to one where one is asked for.
     *
     * @throws Problem 404 when that one is outside
     */
    List<Reached> listed(Optional<UUID> wanted) {
        List<Reached> parts = scope.listed(wanted.orElse(null));
        if (parts.isEmpty()) {
            throw Problem.notFound();
        }
        return parts;
    }

    /** A report that exists for the caller. */
    Seen seen(UUID id) {
        return seen(reports.findByIdOptional(id));
    }

    /** The same, locked for a change by the authority's own staff. */
    Report own(UUID id) {
        return own(reports.findLocked(id));
    }

    /** The same as it is at this moment, to prepare a change. */
    Report ownUnlocked(UUID id) {
        return own(reports.findByIdOptional(id));
    }

    private Report own(Optional<Report> found) {
        Report report = found.orElseThrow(Problem::notFound);
        if (!isOwn(report)) {
            throw Problem.notFound();
        }
        return report;
    }

    /** The same, locked for a change by the authority directly above, to which it was sent. */
    Report beneath(UUID id) {
        Report report = seen(reports.findLocked(id)).report();
        if (!scope.isDirectlyBeneath(report.authorityId())) {
            throw Problem.forbidden(BilingualText.of(
                    "Báo cáo này gửi cho cơ quan cấp trên trực tiếp.",
                    "This report goes to the authority directly above."));
        }
        return report;
    }

    /** A report as the caller sees it: the own authority the present, the one above what it was sent. */
    record Seen(Report report, boolean own) {

        /** Whether figures and text are computed at this reading. */
        boolean isLive() {
            return own && report.state().isEditable();
        }

        /** The edition that is shown when it is not live. */
        int frozenEdition() {
            return (own ? report.frozenEdition() : report.sentEdition()).orElseThrow(Problem::notFound);
        }

        /** Whether an edition exists for the caller. */
        boolean has(int edition) {
            return edition >= 1 && edition <= (own ? report.frozenEdition() : report.sentEdition()).orElse(0);
        }
    }

    private Seen seen(Optional<Report> found) {
        Report report = found.orElseThrow(Problem::notFound);
        if (isOwn(report)) {
            return new Seen(report, true);
        }
        if (report.sentEdition().isPresent() && scope.reachesAsBeneath(report.authorityId())) {
            return new Seen(report, false);
        }
        throw Problem.notFound();
    }

    private boolean isOwn(Report report) {
        return caller.scope().isOwn(report.authorityId());
    }
}
