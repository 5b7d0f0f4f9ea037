package vn.cchc.platform.http;

import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooLongFormFieldException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Maps decoding errors of a multipart form (RFC 7578) to problems. */
final class MalformedForm {

    private static final BilingualText TOO_MANY_PARTS =
            BilingualText.of("Biểu mẫu có quá nhiều phần.", "The form has too many parts.");
    private static final BilingualText TOO_LONG = BilingualText.of(
            "Một trường hoặc một header của biểu mẫu quá dài.", "A field or a header of the form is too long.");
    private static final BilingualText UNKNOWN_CHARSET = BilingualText.of(
            "Không rõ bảng mã (charset) của biểu mẫu hoặc của một phần. Hãy dùng UTF-8.",
            "The charset of the form or of a part is not known. Use UTF-8.");
    private static final BilingualText NO_NAME = BilingualText.of(
            "Một phần của biểu mẫu không có Content-Disposition kèm tên.",
            "A part of the form has no Content-Disposition with a name.");
    private static final BilingualText UNKNOWN_ENCODING = BilingualText.of(
            "Không rõ Content-Transfer-Encoding của một phần.",
            "The Content-Transfer-Encoding of a part is not known.");
    private static final BilingualText NO_BOUNDARY = BilingualText.of(
            "Content-Type của biểu mẫu không có boundary.", "The Content-Type of the form has no boundary.");
    private static final BilingualText INCOMPLETE = BilingualText.of(
            "Nội dung không đọc được: biểu mẫu bị cắt ngang, hoặc boundary không phải của Content-Type.",
            "The content cannot be read: the form is cut off, or its boundary is not that of the Content-Type.");

    private MalformedForm() {}

    /** The closing delimiter is missing. */
    static Problem incomplete() {
        return Problem.unreadable(INCOMPLETE);
    }

    /** The Content-Type has no boundary: decoding cannot begin. */
    static Problem withoutBoundary() {
        return Problem.unreadable(NO_BOUNDARY);
    }

    /**
     * Classifies by exception class where the decoder has a specific one. Three errors differ by message only; the tests of
     * malformed forms fail if these messages change. Only the beginning of a message is compared: the rest may be the
     * sender's text.
     *
     * @param cause the decoder's exception; null if it has thrown none
     */
    static Problem because(Throwable cause) {
        if (has(cause, TooManyFormFieldsException.class::isInstance)) {
            return Problem.tooLarge(TOO_MANY_PARTS);
        }
        if (has(cause, TooLongFormFieldException.class::isInstance)
                || has(cause, says(IOException.class, "Size exceed "))) {
            return Problem.tooLarge(TOO_LONG);
        }
        if (has(cause, UnsupportedCharsetException.class::isInstance)
                || has(cause, IllegalCharsetNameException.class::isInstance)) {
            return Problem.unsupportedMediaType(UNKNOWN_CHARSET);
        }
        if (has(cause, says(ErrorDataDecoderException.class, "TransferEncoding Unknown: "))) {
            return Problem.unreadable(UNKNOWN_ENCODING);
        }
        // The decoder found no name, or an empty one.
        if (has(cause, NullPointerException.class::isInstance)
                || has(cause, says(IllegalArgumentException.class, "Param 'name' "))) {
            return Problem.unreadable(NO_NAME);
        }
        return Problem.unreadable();
    }

    private static boolean has(Throwable cause, Predicate<Throwable> kind) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause).anyMatch(kind);
    }

    private static Predicate<Throwable> says(Class<? extends Throwable> type, String words) {
        return cause -> type.isInstance(cause)
                && cause.getMessage() != null
                && cause.getMessage().startsWith(words);
    }
}
