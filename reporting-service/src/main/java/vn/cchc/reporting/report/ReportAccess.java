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
 * Reports visible to the caller: those of the own authority; for a superior authority those of its subordinates once
 * sent. Everything else is reported as 404.
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
     * Authorities whose rows a list shows, optionally restricted to one.
     *
     * @throws Problem 404 when that one is out of scope
     */
    List<Reached> listed(Optional<UUID> wanted) {
        List<Reached> parts = scope.listed(wanted.orElse(null));
        if (parts.isEmpty()) {
            throw Problem.notFound();
        }
        return parts;
    }

    /** A report visible to the caller. */
    Seen seen(UUID id) {
        return seen(reports.findByIdOptional(id));
    }

    /** With SELECT … FOR UPDATE, for a change by the authority's own staff. */
    Report own(UUID id) {
        return own(reports.findLocked(id));
    }

    /** Without a lock, to prepare a change. */
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

    /** With SELECT … FOR UPDATE, for a change by the direct superior authority to which it was sent. */
    Report beneath(UUID id) {
        Report report = seen(reports.findLocked(id)).report();
        if (!scope.isDirectlyBeneath(report.authorityId())) {
            throw Problem.forbidden(BilingualText.of(
                    "Báo cáo này gửi cho cơ quan cấp trên trực tiếp.",
                    "This report goes to the authority directly above."));
        }
        return report;
    }

    /** A report as visible to the caller: current for the own authority, as last sent for the superior. */
    record Seen(Report report, boolean own) {

        /** Whether figures and text are computed on each read. */
        boolean isLive() {
            return own && report.state().isEditable();
        }

        /** The edition shown when not live. */
        int frozenEdition() {
            return (own ? report.frozenEdition() : report.sentEdition()).orElseThrow(Problem::notFound);
        }

        /** Whether an edition is visible to the caller. */
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
