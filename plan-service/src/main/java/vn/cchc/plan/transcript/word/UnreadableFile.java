package vn.cchc.plan.transcript.word;

import java.util.Optional;

/** A file that is not read as a Word document. It has the reason and the limit that was passed, for a sentence made elsewhere. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a file is not read. */
    public enum Reason {
        /** Neither a ZIP file nor an older Word file: plain text, PDF, RTF, a picture, nothing. */
        NOT_A_ZIP_OR_WORD,
        /** The binary format of Word 97 to 2003 (.doc), whatever its name is. */
        OLD_WORD_FORMAT,
        /** Opened with a password only. */
        ENCRYPTED,
        /** It has macros. */
        MACROS,
        /** A file of another kind: a spreadsheet, an OpenDocument file, a ZIP file of anything. */
        NOT_A_WORD_DOCUMENT,
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

    UnreadableFile(Reason reason) {
        this(reason, (Throwable) null);
    }

    UnreadableFile(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.limit = null;
    }

    UnreadableFile(Reason reason, Limit limit) {
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
