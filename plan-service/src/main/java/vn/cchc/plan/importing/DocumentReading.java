package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.plan.Printed;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.importing.check.Checks;
import vn.cchc.plan.importing.check.PlanUnderReview;
import vn.cchc.plan.importing.reading.PlanReader;
import vn.cchc.plan.importing.reading.PlannedOccurrences;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;

/** Reads and checks documents with the authority's current units, settings and calendar. */
@ApplicationScoped
class DocumentReading {

    private final AuthorityRepository authorities;
    private final WorkingCalendars calendars;
    private final boolean everyTerm;

    /** @param everyTerm whether terms before an event and in hours are read: the version before does not show tasks with them */
    DocumentReading(
            AuthorityRepository authorities,
            WorkingCalendars calendars,
            @ConfigProperty(name = "cchc.timings.every-term") boolean everyTerm) {
        this.authorities = authorities;
        this.calendars = calendars;
        this.everyTerm = everyTerm;
    }

    /** @throws Problem 422 when the rows form no tree, or there is more than can be shown */
    PlanReading read(Authority authority, PlanDocument document) {
        return read(authority, document, RequestFields.OF_THE_DOCUMENT);
    }

    /**
     * @param fields how the request with the document, or a part of it, names what is at fault
     * @throws Problem 422 when the rows form no tree, or there is more than can be shown
     */
    PlanReading read(Authority authority, PlanDocument document, RequestFields fields) {
        List<FieldFault> faults = PlanReader.faults(document);
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(
                    "plan-document-invalid",
                    BilingualText.of(
                            "Văn bản kế hoạch không đọc được: các dòng phụ lục sai cấu trúc.",
                            "The plan document cannot be read: its rows are not well structured."),
                    faults.stream()
                            .map(fault -> new FieldFault(fields.name(document, fault.field()), fault.message()))
                            .toList());
        }
        ReadPlan plan = new PlanReader(
                        authorities.directory(authority.id(), document.header().year()), everyTerm)
                .read(document);
        PlannedOccurrences occurrences = new PlannedOccurrences(plan.year(), authority.deadlineInclusive());
        requireFewMilestones(plan, occurrences);
        WorkingCalendar calendar = calendars.current();
        List<Finding> findings = Checks.findings(PlanUnderReview.of(plan, authority.name(), occurrences, calendar));
        if (findings.size() + Checks.further(plan).size() > Printed.FINDINGS) {
            throw Problem.unprocessable(
                    "plan-document-invalid",
                    BilingualText.of(
                            "Văn bản kế hoạch không đọc được: quá " + Printed.FINDINGS + " điểm cần xem lại.",
                            "The plan document cannot be read: there are more than " + Printed.FINDINGS
                                    + " findings."));
        }
        return new PlanReading(plan, findings, occurrences, calendar);
    }

    /** Reads a document that a draft has or had; empty when it would be refused now. */
    Optional<PlanReading> readAnew(Authority authority, PlanDocument document) {
        try {
            return Optional.of(read(authority, document));
        } catch (Problem refused) {
            return Optional.empty();
        }
    }

    /** Counted before anything else looks at the due days: a few words of a timing state one for each week. */
    private static void requireFewMilestones(ReadPlan plan, PlannedOccurrences occurrences) {
        int milestones = 0;
        for (ReadRow row : plan.rows()) {
            for (TimingRule rule : row.rules()) {
                milestones += occurrences.of(rule).size();
            }
            if (milestones > Printed.MILESTONES) {
                throw Problem.unprocessable(
                        "plan-document-invalid",
                        BilingualText.of(
                                "Văn bản kế hoạch không đọc được: các thời gian nêu quá " + Printed.MILESTONES
                                        + " mốc.",
                                "The plan document cannot be read: its timings state more than " + Printed.MILESTONES
                                        + " milestones."));
            }
        }
    }
}
