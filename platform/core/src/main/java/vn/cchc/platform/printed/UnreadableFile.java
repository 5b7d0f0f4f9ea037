package vn.cchc.platform.printed;

import java.util.Optional;

/** A file that is not read. It has the reason and the limit that was passed, for a sentence made elsewhere. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a file is not read. */
    public enum Reason {
        /** Neither a Word document, a workbook of Excel nor text: PDF, RTF, a picture, an OpenDocument file, nothing. */
        UNKNOWN_FORMAT,
        /** The binary format of Word 97 to 2003 (.doc), whatever its name is. */
        OLD_WORD_FORMAT,
        /** The binary format of Excel 97 to 2003 (.xls), whatever its name is. */
        OLD_EXCEL_FORMAT,
        /** Text that is neither in UTF-8 nor, marked as such, in UTF-16. */
        UNKNOWN_ENCODING,
        /** Opened with a password only. */
        ENCRYPTED,
        /** It has macros. */
        MACROS,
        /** More of something than {@link UnreadableFile#limit()} allows. */
        TOO_LARGE,
        /** Elements or fields nested deeper than {@link UnreadableFile#limit()} allows. */
        TOO_DEEP,
        /** A broken ZIP file, malformed XML, a part that is missing, or elements where none may stand. */
        DAMAGED,
        /** It has a document type declaration, which could define entities; no program of an office writes one. */
        DOCTYPE
    }

    private final Reason reason;
    private final Limit limit;

    public UnreadableFile(Reason reason) {
        this(reason, (Throwable) null);
    }

    public UnreadableFile(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.limit = null;
    }

    public UnreadableFile(Reason reason, Limit limit) {
        super(reason + " " + limit + " " + limit.most());
        this.reason = reason;
        this.limit = limit;
    }

    public Reason reason() {
        return reason;
    }

    /** What there is too much of; present with {@link Reason#TOO_LARGE} and {@link Reason#TOO_DEEP}. */
    public Optional<Limit> limit() {
        return Optional.ofNullable(limit);
    }
}
