package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cchc.reporting.document.DocumentModel;
import vn.cchc.reporting.narrative.AuthorityName;
import vn.cchc.reporting.narrative.Narrative;
import vn.cchc.reporting.narrative.ReportData;
import vn.cchc.reporting.narrative.ReportDocument;
import vn.cchc.reporting.projection.AuthorityState;
import vn.cchc.reporting.projection.HeardVersions;
import vn.cchc.reporting.regime.KnownRegimes;
import vn.cchc.reporting.regime.Regimes;
import vn.cchc.reporting.regime.ReportForm;
import vn.cchc.reporting.regime.ReportingPeriod;
import vn.cchc.reporting.regime.ReportingRegime;
import vn.cchc.reporting.regime.Section;

/** Reads the input of a report, as at the end of its cut-off. */
@ApplicationScoped
class ReportContents {

    private final HeardVersions heard;
    private final ReportRepository reports;
    private final Regimes regimes;
    private final Clock clock;

    ReportContents(HeardVersions heard, ReportRepository reports, Regimes regimes, Clock clock) {
        this.heard = heard;
        this.reports = reports;
        this.regimes = regimes;
        this.clock = clock;
    }

    ReportData of(Report report) {
        return of(report, regimes.known());
    }

    /** Authority names are current: a document carries the names valid on issue. */
    ReportData of(Report report, KnownRegimes known) {
        LocalDate today = LocalDate.now(clock);
        LocalDate cutOff = report.cutOff();
        LocalDate ended = report.isCutOffPassed(today) ? cutOff : today.minusDays(1);
        Optional<AuthorityState> authority = heard.authority(report.authorityId(), today);
        Optional<AuthorityState> superior = authority
                .flatMap(own -> Optional.ofNullable(own.parentId()))
                .flatMap(parent -> heard.authority(parent, today));
        return ReportData.of(
                form(report, known),
                period(report, known),
                report.periodFrom(),
                cutOff,
                ended,
                previousCutOff(report),
                new AuthorityName(authority.map(AuthorityState::name).orElse("")),
                superior.map(above -> new AuthorityName(above.name())),
                authority.flatMap(own -> Optional.ofNullable(own.place())).orElse(""),
                authority.map(AuthorityState::units).orElse(List.of()).stream()
                        .collect(Collectors.toMap(AuthorityState.UnitState::id, AuthorityState.UnitState::name)),
                heard.plan(report.planId(), cutOff),
                heard.tasks(report.planId(), cutOff),
                heard.milestones(report.planId(), cutOff),
                heard.targetReadings(report.planId(), cutOff),
                heard.feedback(report.authorityId(), countedFrom(report), cutOff));
    }

    /** Cut-off of the previous report; the day before the period if there is none. */
    private LocalDate previousCutOff(Report report) {
        return reports.previousCutOff(report).orElse(report.periodFrom().minusDays(1));
    }

    /** Lower bound for the events of feedback counted, in the period or as a late addition. */
    LocalDate countedFrom(Report report) {
        LocalDate behindPrevious = previousCutOff(report).plusDays(1);
        return behindPrevious.isBefore(report.periodFrom()) ? behindPrevious : report.periodFrom();
    }

    static ReportingRegime regime(Report report, KnownRegimes known) {
        return known.find(report.regime(), report.dueOn())
                .orElseThrow(() -> new IllegalStateException("No regime " + report.regime() + " on " + report.dueOn()));
    }

    ReportForm form(Report report) {
        return form(report, regimes.known());
    }

    static ReportForm form(Report report, KnownRegimes known) {
        return regime(report, known)
                .form()
                .orElseThrow(() -> new IllegalStateException("Regime " + report.regime() + " has no form"));
    }

    static ReportingPeriod period(Report report, KnownRegimes known) {
        return known.periods()
                .period(report.period())
                .orElseThrow(() -> new IllegalStateException("Not a period: " + report.period()));
    }

    /** Section texts, edited or proposed from the data. */
    Map<String, String> texts(Report report, ReportData data) {
        Narrative narrative = new Narrative(data);
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, WrittenSection> written = report.sections();
        for (Section section : data.form().outline()) {
            WrittenSection own = written.get(section.code());
            texts.put(section.code(), own == null ? narrative.propose(section) : own.text());
        }
        return texts;
    }

    /** The document as it would be approved now, marked as a draft. */
    DocumentModel draft(Report report, ReportData data) {
        return draft(report, data, texts(report, data));
    }

    /** The same from section texts that are known. */
    DocumentModel draft(Report report, ReportData data, Map<String, String> texts) {
        return new ReportDocument(data).compose(texts, Optional.empty(), report.edition());
    }

    /** Whether a unit leads a task in the section's area. */
    boolean isLedBy(Section section, UUID unitId, Report report) {
        return section.area() != null
                && heard.tasks(report.planId(), LocalDate.now(clock)).stream()
                        .anyMatch(task -> section.area().equals(task.state().areaNumber())
                                && unitId.equals(task.state().leadUnitId()));
    }
}
