package vn.cchc.reporting.regime;

import java.util.List;
import java.util.Optional;

/**
 * How the reports of a regime are written here: about what, in which outline, for whom.
 *
 * @param subject what its reports are about, in the middle of a sentence
 * @param documentSymbol type and issuer in a document's number, also the name of the number book
 * @param addresseeThrough the office of the superior authority through which it goes
 * @param recipients the list at the foot of the document
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
