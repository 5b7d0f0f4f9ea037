package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.cchc.platform.event.LossHandler;
import vn.cchc.platform.event.LostChange;
import vn.cchc.platform.numbering.GaplessNumbers;
import vn.cchc.reporting.regime.Regimes;
import vn.cchc.reporting.regime.ReportingRegime;

/** Numbers of documents that were approved on a time line that is lost: they are not given again. */
@ApplicationScoped
class LostDocumentNumbers implements LossHandler {

    private final ReportRepository reports;
    private final Regimes regimes;
    private final GaplessNumbers numbers;

    LostDocumentNumbers(ReportRepository reports, Regimes regimes, GaplessNumbers numbers) {
        this.reports = reports;
        this.regimes = regimes;
        this.numbers = numbers;
    }

    /** What is read of what was told. */
    record Numbered(Integer number, LocalDate approvedOn, LocalDate dueOn, String regime) {}

    @Override
    public void lost(List<LostChange> lost) {
        for (LostChange change : lost) {
            if (!change.kind().equals(ReportEvent.KIND)) {
                continue;
            }
            Numbered given = change.state(Numbered.class);
            Optional<Integer> kept = reports.findByIdOptional(change.id()).flatMap(Report::number);
            if (given.number() != null && !kept.equals(Optional.of(given.number()))) {
                regimes.find(given.regime(), given.dueOn())
                        .flatMap(ReportingRegime::form)
                        .ifPresent(form -> numbers.lose(
                                change.authorityId(),
                                given.approvedOn().getYear(),
                                form.documentSymbol(),
                                given.number(),
                                change.id(),
                                change.stateJson(),
                                change.epoch()));
            }
        }
    }
}
