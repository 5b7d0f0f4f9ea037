package vn.cchc.feedback.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.platform.text.VietnameseText;

/**
 * A letter of an authority as it is printed: parts and order of Decree 30/2020/NĐ-CP, Appendix I.
 *
 * @param issuer the authority in capitals, one line per element
 * @param number number and symbol; empty in a draft
 * @param signedOn day of the document; empty in a draft
 * @param writtenAt when a draft was last written; of its year is the blank day
 * @param addressee each line of it
 * @param onBehalf e.g. {@code TM. ỦY BAN NHÂN DÂN}
 * @param office of the signer, in capitals, one line per element
 * @param signer name under the signature; empty in a draft
 */
public record PrintedLetter(
        List<String> issuer,
        Optional<String> number,
        String place,
        Optional<LocalDate> signedOn,
        OffsetDateTime writtenAt,
        String title,
        String subject,
        List<String> addressee,
        List<String> paragraphs,
        List<String> recipients,
        Optional<String> onBehalf,
        List<String> office,
        Optional<String> signer) {

    public PrintedLetter {
        issuer = composed(issuer);
        number = number.map(VietnameseText::nfc);
        place = VietnameseText.nfc(place);
        addressee = composed(addressee);
        paragraphs = composed(paragraphs);
        recipients = composed(recipients);
        office = composed(office);
        signer = signer.map(VietnameseText::nfc);
    }

    /** Decomposed marks would be misplaced. */
    private static List<String> composed(List<String> texts) {
        return texts.stream().map(VietnameseText::nfc).toList();
    }

    boolean isDraft() {
        return signedOn.isEmpty();
    }

    /** "Số: 17/UBND-VP"; a draft has a blank for it. */
    String numberAndSymbol() {
        return "Số: " + number.orElse("……/……");
    }

    /** "Tiên Hưng, ngày 05 tháng 02 năm 2021": days below ten and the months 1 and 2 have a leading zero (II.4). */
    String placeAndDate() {
        return place + ", " + signedOn.map(PrintedLetter::inWords).orElse("ngày … tháng … năm " + writtenAt.getYear());
    }

    private static String inWords(LocalDate day) {
        int month = day.getMonthValue();
        return "ngày " + (day.getDayOfMonth() < 10 ? "0" : "") + day.getDayOfMonth() + " tháng "
                + (month < 3 ? "0" : "") + month + " năm " + day.getYear();
    }

    /** Equal where the files are equal, but for the layout. */
    String fingerprint() {
        return Stream.of(
                        issuer,
                        List.of(numberAndSymbol(), placeAndDate(), writtenAt.toString(), title, subject),
                        addressee,
                        paragraphs,
                        recipients,
                        onBehalf.stream().toList(),
                        office,
                        signer.stream().toList())
                .map(part -> part.stream().collect(Collectors.joining("\u001f")))
                .collect(Collectors.joining("\u001e"));
    }
}
