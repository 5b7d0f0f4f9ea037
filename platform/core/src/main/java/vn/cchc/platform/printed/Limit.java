package vn.cchc.platform.printed;

/**
 * How much of a file is read at most. Sizes are those of the inflated content as it is counted, never those that the
 * file declares. The largest plans that offices have sent have 2,000 rows and 3 MB of XML.
 */
public enum Limit {
    /** Bytes of the file itself; no request has more, with its form. */
    FILE_BYTES(10L << 20),
    /** Entries of the ZIP file. */
    ENTRIES(10_000),
    /** Bytes of the main part of a document, and of a sheet. */
    DOCUMENT_BYTES(64L << 20),
    /** Bytes of all parts together, each as often as it is read. */
    PACKAGE_BYTES(192L << 20),
    /** Bytes of each other part. */
    PART_BYTES(8L << 20),
    /** Characters of one tag, comment, CDATA section or processing instruction: the parser holds it in memory. */
    MARKUP_CHARACTERS(1_000_000),
    /** Attributes of one tag. */
    ATTRIBUTES(256),
    /** Namespaces declared at the same time: the parser looks them up one by one. */
    NAMESPACES(256),
    /** Elements of a part. */
    ELEMENTS(5_000_000),
    /** Elements around an element. */
    DEPTH(200),
    /** Fields around a field. */
    FIELDS(100),
    STYLES(5_000),
    /** Lists (w:num), and definitions of lists (w:abstractNum). */
    LISTS(10_000),
    /** Paragraphs with text or number. */
    PARAGRAPHS(50_000),
    /** Characters of one paragraph as they stand in the file. */
    PARAGRAPH_CHARACTERS(20_000),
    /** Characters of all paragraphs. */
    CHARACTERS(5_000_000),
    /** Rows of a table; of a sheet, up to the last with text. */
    ROWS(5_000),
    /** Columns in the grid of a table; Word has 63 at most. Of a sheet, up to the last with text. */
    COLUMNS(255),
    /** Sheets of a workbook. */
    SHEETS(255),
    /** Formats of the cells of a workbook. */
    FORMATS(65_536),
    /** Merged areas of a sheet. */
    MERGES(20_000),
    /** Cells of all tables; of sheets, those with text. */
    CELLS(100_000);

    private final long most;

    Limit(long most) {
        this.most = most;
    }

    /** The greatest figure that is read. */
    public long most() {
        return most;
    }

    /** @throws UnreadableFile where the figure is greater than allowed */
    public void check(long figure) {
        if (figure > most) {
            boolean deep = this == DEPTH || this == FIELDS;
            throw new UnreadableFile(deep ? UnreadableFile.Reason.TOO_DEEP : UnreadableFile.Reason.TOO_LARGE, this);
        }
    }
}
