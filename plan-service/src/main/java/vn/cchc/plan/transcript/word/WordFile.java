package vn.cchc.plan.transcript.word;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.platform.office.OfficePackage;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Omission;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.text.VietnameseText;

/**
 * Reads Word files: Office Open XML (ECMA-376), transitional and strict. The texts of headers and footers of pages are omissions.
 * What a file costs is bounded by {@link Limit}, whatever it holds: nothing is kept but the blocks, styles and lists, and nothing
 * is inflated but the parts that hold them.
 */
public final class WordFile {

    private WordFile() {}

    /**
     * Reads the content of a Word document.
     *
     * <p>Paragraphs of all cells count in automatic numbering, those of omissions do not. In the positions of cells a merged area
     * that begins in a deleted row is continued by a cell that stands alone.
     *
     * @throws UnreadableFile for one that is damaged, or larger than is read
     * @throws java.io.UncheckedIOException where the file cannot be read from disk
     */
    public static PrintedDocument read(OfficePackage parts) {
        Styles styles = parts.related("styles", Styles::read, Styles.NONE);
        Numbering numbering = parts.related("numbering", Numbering::read, Numbering.NONE);
        NoteTexts footnotes = parts.related("footnotes", NoteTexts::read, NoteTexts.NONE);
        NoteTexts endnotes = parts.related("endnotes", NoteTexts::read, NoteTexts.NONE);
        NoteTexts comments = parts.related("comments", NoteTexts::read, NoteTexts.NONE);
        List<String> margins = parts.margins(OmittedText::read);
        PrintedDocument body =
                parts.document(xml -> new BodyReader(xml, styles, numbering, footnotes, endnotes, comments).read());
        return with(margins, body);
    }

    /** Each text once: the pages of several sections have the same. */
    private static PrintedDocument with(List<String> margins, PrintedDocument body) {
        List<Omission> omissions = new ArrayList<>();
        margins.stream()
                .map(OmittedText::shortened)
                .filter(text -> !VietnameseText.isInvisible(text))
                .distinct()
                .forEach(text -> omissions.add(new Omission(Omission.Kind.PAGE_MARGIN, text, 0)));
        omissions.addAll(body.omissions());
        return new PrintedDocument(body.blocks(), omissions, body.furtherOmissions(), body.remarks());
    }
}
