package vn.cchc.reporting.report;

import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.document.PrintableText;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.regime.ReportingRegime;

/** A character of a document that no font covers. */
@Schema(
        description = "A character that no font of the document has; its code point is printed for it, in brackets",
        requiredProperties = {"codePoint", "name", "sections"})
record UnprintableCharacter(
        @Schema(description = "As Unicode writes it, and as it is printed", examples = "U+20000") @Size(max = 8)
        String codePoint,

        @Schema(description = "Its name in Unicode", examples = "CJK UNIFIED IDEOGRAPHS EXTENSION B 20000")
        @Size(max = Bounds.NAME)
        String name,

        @Schema(
                description =
                        "Codes of the sections in whose text it stands; empty where it stands only in a name or a title, in"
                                + " a table or the letterhead")
        @Size(max = ReportingRegime.SECTIONS)
        List<@Size(max = Bounds.NAME) String> sections) {

    /** @param texts by section code */
    static UnprintableCharacter of(int point, Map<String, String> texts) {
        return new UnprintableCharacter(
                PrintableText.codePoint(point),
                Optional.ofNullable(Character.getName(point)).orElse(""),
                texts.entrySet().stream()
                        .filter(section -> Normalizer.normalize(section.getValue(), Normalizer.Form.NFC)
                                        .indexOf(point)
                                >= 0)
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
