package vn.cchc.reporting.regime;

import java.util.List;
import java.util.Optional;

/**
 * Form of a regime's reports: subject, outline, recipients.
 *
 * @param subject of the reports, lower case, for use within a sentence
 * @param documentSymbol type and issuer in the document number; also the name of the number book
 * @param addresseeThrough office of the superior authority through which it is sent
 * @param recipients list at the foot of the document
 * @param onBehalf first line of the signature block
 * @param signingOffice second line of the signature block
 */
public record ReportForm(
        String subject,
        String documentSymbol,
        Optional<String> addresseeThrough,
        List<String> recipients,
        String onBehalf,
        String signingOffice,
        List<Section> outline) {

    public ReportForm {
        recipients = List.copyOf(recipients);
        outline = List.copyOf(outline);
    }

    public Optional<Section> section(String code) {
        return outline.stream().filter(section -> section.code().equals(code)).findFirst();
    }
}
