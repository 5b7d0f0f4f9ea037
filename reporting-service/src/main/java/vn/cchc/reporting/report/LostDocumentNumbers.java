package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What is read of what was told; versions before this one did not tell the year of the number. */
    record Numbered(Integer number, Integer numberYear, LocalDate approvedOn, LocalDate dueOn, String regime) {

        int yearOfNumber() {
            return numberYear == null ? approvedOn.getYear() : numberYear;
        }
    }

    @Override
    public void lost(List<LostChange> lost) {
        Map<String, List<GaplessNumbers.Given>> byBook = new HashMap<>();
        for (LostChange change : lost) {
            if (!change.kind().equals(ReportEvent.KIND)) {
                continue;
            }
            Numbered told = change.state(Numbered.class);
            Optional<Integer> kept = reports.findByIdOptional(change.id()).flatMap(Report::number);
            if (told.number() != null && !kept.equals(Optional.of(told.number()))) {
                regimes.find(told.regime(), told.dueOn())
                        .flatMap(ReportingRegime::form)
                        .ifPresent(form -> byBook.computeIfAbsent(form.documentSymbol(), book -> new ArrayList<>())
                                .add(new GaplessNumbers.Given(
                                        change.authorityId(),
                                        told.yearOfNumber(),
                                        told.number(),
                                        change.id(),
                                        change.stateJson(),
                                        change.epoch())));
            }
        }
        byBook.forEach(numbers::lose);
    }
}
