package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A duty to report (chế độ báo cáo) as it holds for a time: who it is for, what is counted and how it is laid out.
 *
 * @param subject what its reports are about, in the middle of a sentence
 * @param documentSymbol type and issuer in a document's number, also the name of the number book
 * @param addresseeThrough the office of the superior authority through which it goes
 * @param recipients the list at the foot of the document
 * @param onBehalf first line of the signature block
 * @param signingOffice second line of the signature block
 */
public record ReportingRegime(
        String code,
        String name,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String subject,
        PeriodStartRule periodStartRule,
        CutOffRule cutOffRule,
        String documentSymbol,
        Optional<String> addresseeThrough,
        List<String> recipients,
        String onBehalf,
        String signingOffice,
        List<Section> outline) {

    public ReportingRegime {
        recipients = List.copyOf(recipients);
        outline = List.copyOf(outline);
    }

    public Optional<Section> section(String code) {
        return outline.stream().filter(section -> section.code().equals(code)).findFirst();
    }
}
