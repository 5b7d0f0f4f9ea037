package vn.cchc.plan.transcript.word;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Omission.Kind;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;
import vn.cchc.platform.text.VietnameseText;

/**
 * Reads the main document part (ECMA-376 part 1, 11.3.10) as it is printed with all changes accepted. Elements that it does not name,
 * such as w:ins, w:hyperlink, w:smartTag and w:sdt, are read through; the end of an element that it reads as a whole is not met
 * again.
 */
final class BodyReader {

    /** Figures, asterisks and daggers, with brackets and commas around them. */
    private static final Pattern NOTE_MARK = Pattern.compile("[ (\\[]*[0-9*†‡][0-9*†‡,;()\\[\\] ]*");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final XmlPart xml;
    private final Styles styles;
    private final NoteTexts footnotes;
    private final NoteTexts endnotes;
    private final NoteTexts comments;
    private final BlockBuilder blocks;
    private final Fields fields = new Fields();
    private RunProperties run = RunProperties.NONE;
    private boolean keepsBlanks;
    /** Depths of the open row and the open cell: their properties stand directly in them. */
    private int row;

    private int cell;

    BodyReader(
            XmlPart xml,
            Styles styles,
            Numbering numbering,
            NoteTexts footnotes,
            NoteTexts endnotes,
            NoteTexts comments) {
        this.xml = xml;
        this.styles = styles;
        this.footnotes = footnotes;
        this.endnotes = endnotes;
        this.comments = comments;
        this.blocks = new BlockBuilder(new ListCounters(numbering, styles));
    }

    PrintedDocument read() {
        require(xml.next() && xml.name().equals("document"));
        keepsBlanks = xml.keepsBlanks();
        boolean found = false;
        while (xml.next()) {
            if (xml.isStart() && xml.name().equals("body")) {
                found = true;
                readBody();
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        require(found);
        return blocks.end();
    }

    private void readBody() {
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                start();
            } else if (xml.isEnd()) {
                end();
            }
        }
    }

    private void start() {
        switch (xml.name()) {
            case "p" -> blocks.startParagraph();
            case "pPr" -> blocks.properties(ParagraphProperties.read(xml));
            case "tbl", "tr", "trPr", "tc", "tcPr" -> startOfTable();
            case "r" -> run = RunProperties.NONE;
            case "rPr" -> run = RunProperties.read(xml);
            case "fldChar" -> {
                fields.mark(xml.value("fldCharType"));
                xml.skip();
            }
            case "t" -> type(typed());
            case "tab", "ptab" -> type(" ");
            case "br", "cr" -> breakLine();
            case "noBreakHyphen" -> type("-");
            case "sym" -> symbol();
            case "del", "moveFrom", "delText" -> omitText(Kind.DELETED_TEXT, OmittedText.read(xml));
            case "drawing", "pict" -> drawing();
            case "contentPart" -> omitWhole(Kind.PICTURE);
            case "object", "altChunk", "subDoc" -> omitWhole(Kind.UNKNOWN);
            case "m:oMath", "m:oMathPara" -> omitWhole(Kind.FORMULA);
            case "footnoteReference" -> blocks.omit(Kind.FOOTNOTE, footnotes.text(xml.value("id")));
            case "endnoteReference" -> blocks.omit(Kind.FOOTNOTE, endnotes.text(xml.value("id")));
            case "commentReference" -> blocks.omit(Kind.COMMENT, comments.text(xml.value("id")));
            // Properties, instructions of fields, and the reading of a character above it.
            case "sdtPr",
                    "sdtEndPr",
                    "customXmlPr",
                    "smartTagPr",
                    "sectPr",
                    "tblPr",
                    "tblPrEx",
                    "tblGrid",
                    "instrText",
                    "delInstrText",
                    "fldData",
                    "rt" -> xml.skip();
            default -> {}
        }
    }

    private void end() {
        switch (xml.name()) {
            case "p" -> {
                fields.endParagraph();
                blocks.endParagraph();
            }
            case "r" -> run = RunProperties.NONE;
            case "tc" -> blocks.endCell();
            case "tr" -> blocks.table().endRow();
            case "tbl" -> blocks.endTable();
            default -> {}
        }
    }

    private void startOfTable() {
        TableBuilder table = blocks.table();
        int outer = xml.depth() - 1;
        switch (xml.name()) {
            case "tbl" -> {
                if (table.isInCell() || blocks.isInParagraph()) {
                    omitWhole(Kind.NESTED_TABLE);
                } else {
                    blocks.startTable();
                }
            }
            case "tr" -> {
                row = xml.depth();
                table.startRow();
            }
            case "trPr" -> {
                require(outer == row);
                RowProperties properties = RowProperties.read(xml);
                table.properties(properties);
                if (properties.deleted() || properties.hidden()) {
                    omitText(
                            properties.deleted() ? Kind.DELETED_TEXT : Kind.HIDDEN_TEXT,
                            OmittedText.readTo(xml, outer));
                    table.dropRow();
                }
            }
            case "tc" -> {
                cell = xml.depth();
                table.startCell();
            }
            default -> {
                require(outer == cell);
                CellProperties properties = CellProperties.read(xml);
                table.properties(properties);
                if (properties.deleted()) {
                    omitText(Kind.DELETED_TEXT, OmittedText.readTo(xml, outer));
                    blocks.endCell();
                }
            }
        }
    }

    /** The characters of a text, without the blanks at its ends unless it keeps them (ECMA-376 part 1, 17.3.3.31). */
    private String typed() {
        boolean keep = keepsBlanks || xml.keepsBlanks();
        int most = (int) Limit.PARAGRAPH_CHARACTERS.most();
        StringBuilder characters = new StringBuilder();
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isText()) {
                xml.appendTo(characters, most);
            }
        }
        Limit.PARAGRAPH_CHARACTERS.check(characters.length());
        return keep ? characters.toString() : characters.toString().strip();
    }

    private void type(String characters) {
        if (isHidden()) {
            omitText(Kind.HIDDEN_TEXT, characters);
        } else if (styles.isRaised(run) && isNoteMark(characters)) {
            if (blocks.endsInPower()) {
                blocks.add(raised(characters));
            } else {
                blocks.omit(Kind.FOOTNOTE, characters);
            }
        } else {
            blocks.add(run.font() == null ? characters : inUnicode(characters));
        }
    }

    private boolean isHidden() {
        return fields.isInstruction() || styles.isHidden(run, blocks.paragraph().style());
    }

    private void breakLine() {
        if (!isHidden()) {
            blocks.breakLine();
        }
    }

    /** Whether raised characters refer to a note that people typed: "500" with a raised "1" is not 5001. */
    private static boolean isNoteMark(String characters) {
        return NOTE_MARK.matcher(characters).matches();
    }

    private static String raised(String figures) {
        StringBuilder raised = new StringBuilder();
        figures.chars().forEach(c -> raised.append(c >= '0' && c <= '9' ? RAISED.charAt(c - '0') : (char) c));
        return raised.toString();
    }

    /** With the characters that a font of symbols has in the private use area. */
    private String inUnicode(String characters) {
        if (characters.codePoints().noneMatch(Symbols::isPrivate)) {
            return characters;
        }
        StringBuilder text = new StringBuilder();
        characters.codePoints().forEach(point -> {
            String known = Symbols.isPrivate(point) ? Symbols.character(run.font(), point) : null;
            text.append(known == null ? Character.toString(point) : known);
        });
        return text.toString();
    }

    private void symbol() {
        String font = xml.value("font");
        String code = xml.value("char");
        String known = code != null && code.matches("[0-9A-Fa-f]{1,4}")
                ? Symbols.character(font, Integer.parseInt(code, 16))
                : null;
        if (known == null) {
            String name = (font == null ? "" : font) + " " + (code == null ? "" : code.toUpperCase(Locale.ROOT));
            omitText(Kind.UNKNOWN, name);
        } else {
            type(known);
        }
    }

    private void drawing() {
        String text = OmittedText.read(xml);
        blocks.omit(VietnameseText.isInvisible(text) ? Kind.PICTURE : Kind.TEXT_BOX, text);
    }

    private void omitWhole(Kind kind) {
        blocks.omit(kind, OmittedText.read(xml));
    }

    /** Without text there is nothing to show. */
    private void omitText(Kind kind, String text) {
        if (!VietnameseText.isInvisible(text)) {
            blocks.omit(kind, text);
        }
    }

    private static void require(boolean found) {
        if (!found) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
    }
}
