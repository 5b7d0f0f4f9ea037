package vn.cchc.platform.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * A response {@code application/problem+json} (RFC 9457) with texts in both languages; {@code Accept-Language} selects
 * one. The code becomes the stable {@code type}, {@code urn:cchc:problem:<code>}.
 */
public final class Problem extends HttpProblem {

    private static final long serialVersionUID = 1L;
    private static final int PRECONDITION_REQUIRED = 428;

    private final transient BilingualText text;
    private final transient List<FieldFault> faults;

    private Problem(int status, String code, BilingualText text, List<FieldFault> faults, Builder more) {
        super(more.withType(type(code)).withStatus(status).withTitle(code).withDetail(text.en()));
        this.text = text;
        this.faults = List.copyOf(faults);
    }

    /** No stack trace: a problem is a response, not a failure, and traces cost time and log space under load. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static Problem of(Status status, String code, BilingualText text, FieldFault... faults) {
        return new Problem(status.getStatusCode(), code, text, List.of(faults), builder());
    }

    /** 400: the request cannot be read, or names something unknown. */
    public static Problem badRequest(String code, BilingualText text, FieldFault... faults) {
        return of(Status.BAD_REQUEST, code, text, faults);
    }

    /** 400: a parameter of the address cannot be read, or is missing or beyond its bounds. */
    public static Problem malformedParameter(String name, String vi, String en) {
        return badRequest("malformed-parameter", StandardWording.MALFORMED_PARAMETER, FieldFault.of(name, vi, en));
    }

    /** 422: the request can be read but breaks a rule. */
    public static Problem unprocessable(String code, BilingualText text, FieldFault... faults) {
        return new Problem(422, code, text, List.of(faults), builder());
    }

    /** 422 with many faults. */
    public static Problem unprocessable(String code, BilingualText text, List<FieldFault> faults) {
        return new Problem(422, code, text, faults, builder());
    }

    /** 422 in the form of a failed Bean Validation constraint: the field error carries the whole message. */
    public static Problem invalid(String field, String vi, String en) {
        return invalid(List.of(FieldFault.of(field, vi, en)));
    }

    /** The same with many faults. */
    public static Problem invalid(List<FieldFault> faults) {
        return unprocessable("invalid", StandardWording.INVALID, faults);
    }

    /** 404: it does not exist for this caller. */
    public static Problem notFound() {
        return of(Status.NOT_FOUND, "not-found", StandardWording.NOT_FOUND);
    }

    /** 404 for something that a field of the body refers to. */
    public static Problem notFound(FieldFault named) {
        return of(Status.NOT_FOUND, "not-found", StandardWording.NOT_FOUND, named);
    }

    /** 403: the caller is known but lacks the right. */
    public static Problem forbidden(BilingualText text) {
        return of(Status.FORBIDDEN, "forbidden", text);
    }

    /** 405: {@code Allow} lists the methods of the address (RFC 9110, 15.5.6). */
    static Problem methodNotAllowed(Collection<String> allowed) {
        return new Problem(
                Status.METHOD_NOT_ALLOWED.getStatusCode(),
                "method-not-allowed",
                StandardWording.detail(Status.METHOD_NOT_ALLOWED.getStatusCode()),
                List.of(),
                builder().withHeader("Allow", String.join(", ", allowed)));
    }

    /** 406: no media type of the operation is acceptable (RFC 9110, 12.5.1). */
    static Problem notAcceptable() {
        return of(
                Status.NOT_ACCEPTABLE, "not-acceptable", StandardWording.detail(Status.NOT_ACCEPTABLE.getStatusCode()));
    }

    /** 409: the state of this or another resource does not allow it. */
    public static Problem conflict(String code, BilingualText text, FieldFault... faults) {
        return of(Status.CONFLICT, code, text, faults);
    }

    /**
     * 409 with a machine-readable extension member (RFC 9457, 3.2).
     *
     * @param value serialised as JSON, according to the schema of problem responses
     */
    public static Problem conflict(String code, BilingualText text, ProblemMember member, Object value) {
        return new Problem(
                Status.CONFLICT.getStatusCode(),
                code,
                text,
                List.of(),
                builder().with(member.key(), value));
    }

    /** 409: a transition not allowed in this state; {@code allowed} lists those that are. */
    public static Problem wrongTransition(String from, String attempted, Collection<String> allowed) {
        return new Problem(
                Status.CONFLICT.getStatusCode(),
                "wrong-transition",
                BilingualText.of(
                        "Không thể thực hiện \"" + attempted + "\" khi đang ở trạng thái " + from + ".",
                        "\"" + attempted + "\" is not possible in state " + from + "."),
                List.of(),
                builder()
                        .with(ProblemMember.STATE.key(), from)
                        .with(ProblemMember.ALLOWED.key(), List.copyOf(allowed)));
    }

    /** 400: the body does not match its media type, or is truncated. */
    static Problem unreadable() {
        return unreadable(StandardWording.UNREADABLE);
    }

    /** 400: the body does not match its media type, or is truncated; the detail says how. */
    static Problem unreadable(BilingualText text) {
        return of(Status.BAD_REQUEST, "unreadable", text);
    }

    /** 400: the request target is not a valid URI, or percent-decodes to invalid UTF-8. */
    static Problem unreadableAddress() {
        return of(
                Status.BAD_REQUEST,
                "unreadable",
                BilingualText.of(
                        "Địa chỉ không đọc được: không phải URI hợp lệ, hoặc phần mã hóa bằng % không phải UTF-8.",
                        "The address cannot be read: it is no URI, or what is percent-encoded in it is no UTF-8."));
    }

    /** 408: the body arrived too slowly or incompletely; nothing was done. */
    static Problem tooSlow() {
        return of(
                Status.REQUEST_TIMEOUT,
                "too-slow",
                BilingualText.of(
                        "Nội dung được gửi quá chậm nên chưa ghi nhận. Vui lòng gửi lại.",
                        "The content came too slowly; nothing was recorded. Please send it again."));
    }

    /** 413: larger than the operation's maximum, in bytes. */
    static Problem tooLarge(long longest) {
        String size = BodySize.of(longest);
        return tooLarge(BilingualText.of("Nội dung lớn hơn " + size + ".", "The content is larger than " + size + "."));
    }

    /** 413: larger than the limit. */
    public static Problem tooLarge(BilingualText text, FieldFault... faults) {
        return of(Status.REQUEST_ENTITY_TOO_LARGE, "too-large", text, faults);
    }

    /** 414: the request target is longer than this many characters. */
    static Problem addressTooLong(int longest) {
        return of(
                Status.REQUEST_URI_TOO_LONG,
                "uri-too-long",
                BilingualText.of(
                        "Địa chỉ dài hơn " + longest + " ký tự.",
                        "The address is longer than " + longest + " characters."));
    }

    /** 431: one header, or all together, exceed their limit. */
    static Problem headersTooLong(int longest, int together) {
        return of(
                Status.REQUEST_HEADER_FIELDS_TOO_LARGE,
                "headers-too-long",
                BilingualText.of(
                        "Một header dài hơn " + longest + " ký tự, hoặc tất cả dài hơn " + BodySize.of(together) + ".",
                        "A header is longer than " + longest + " characters, or all together are longer than "
                                + BodySize.of(together) + "."));
    }

    /** 415: the media type is not accepted, or the content does not match the declared one. */
    public static Problem unsupportedMediaType(BilingualText text, FieldFault... faults) {
        return of(Status.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", text, faults);
    }

    /** 416: the range is not satisfiable; {@code Content-Range} gives the length. */
    public static Problem rangeNotSatisfiable(long length) {
        return new Problem(
                Status.REQUESTED_RANGE_NOT_SATISFIABLE.getStatusCode(),
                "range-not-satisfiable",
                BilingualText.of(
                        "Nội dung chỉ có " + length + " byte: không có phần được yêu cầu.",
                        "The content has " + length + " bytes: there is no such part."),
                List.of(),
                builder().withHeader("Content-Range", "bytes */" + length));
    }

    /**
     * 412: the request is in a version of a protocol that this service does not speak.
     *
     * @param header response header that lists the supported versions
     */
    public static Problem unsupportedVersion(BilingualText text, String header, String supported) {
        return new Problem(
                Status.PRECONDITION_FAILED.getStatusCode(),
                "unsupported-version",
                text,
                List.of(),
                builder().withHeader(header, supported));
    }

    /** 412: the resource has changed since the caller read it. */
    static Problem preconditionFailed(String currentEtag) {
        return new Problem(
                Status.PRECONDITION_FAILED.getStatusCode(),
                "stale",
                BilingualText.of(
                        "Dữ liệu đã thay đổi sau khi bạn đọc. Hãy đọc lại rồi thử lại.",
                        "The resource has changed since you read it. Read it again, then retry."),
                List.of(),
                builder().with(ProblemMember.CURRENT_ETAG.key(), currentEtag));
    }

    /** 428: the request lacks {@code If-Match}. */
    static Problem preconditionRequired() {
        return new Problem(
                PRECONDITION_REQUIRED,
                "if-match-required",
                BilingualText.of(
                        "Thiếu header If-Match: gửi kèm ETag của phiên bản bạn đã đọc.",
                        "The header If-Match is missing: send the ETag of the version you have read."),
                List.of(),
                builder());
    }

    /** 429: too many requests; {@code Retry-After} says when to retry. */
    public static Problem tooManyRequests(long retryAfterSeconds) {
        return tooManyRequests(
                retryAfterSeconds,
                BilingualText.of(
                        "Quá nhiều yêu cầu. Vui lòng thử lại sau " + retryAfterSeconds + " giây.",
                        "Too many requests. Please retry in " + retryAfterSeconds + " seconds."));
    }

    /** 429 that says of what there is too much. */
    public static Problem tooManyRequests(long retryAfterSeconds, BilingualText text) {
        return new Problem(
                Status.TOO_MANY_REQUESTS.getStatusCode(),
                "too-many-requests",
                text,
                List.of(),
                builder().withHeader("Retry-After", retryAfterSeconds));
    }

    /** 503: a system this service depends on is unavailable. */
    public static Problem unavailable() {
        return new Problem(
                Status.SERVICE_UNAVAILABLE.getStatusCode(),
                "unavailable",
                StandardWording.UNAVAILABLE,
                List.of(),
                builder().withHeader("Retry-After", 5));
    }

    /** 503: the database was restored from a backup, and an operator has not decided how to continue. */
    public static Problem historyLost() {
        return new Problem(
                Status.SERVICE_UNAVAILABLE.getStatusCode(),
                "history-lost",
                BilingualText.of(
                        "Dữ liệu vừa được khôi phục từ bản sao lưu; chưa ghi nhận được cho đến khi quản trị viên vận hành quyết định. Vui"
                                + " lòng thử lại sau.",
                        "The database was restored from a backup; nothing can be recorded until an operator has decided how to go on."
                                + " Please retry later."),
                List.of(),
                builder().withHeader("Retry-After", 60));
    }

    static URI type(String code) {
        return URI.create("urn:cchc:problem:" + code);
    }

    /** Whether it is of the type with that code. */
    public boolean is(String code) {
        return type(code).equals(getType());
    }

    /** What is wrong, in both languages. */
    public BilingualText text() {
        return text;
    }

    /** The fields at fault, in the order found. */
    public List<FieldFault> faults() {
        return faults;
    }
}
