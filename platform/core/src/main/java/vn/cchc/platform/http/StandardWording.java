package vn.cchc.platform.http;

import java.util.Map;

/** Titles and standard sentences of problem answers. */
public final class StandardWording {

    static final BilingualText NOT_FOUND = BilingualText.of("Không tìm thấy.", "Not found.");
    public static final BilingualText UNAVAILABLE = BilingualText.of(
            "Hệ thống tạm thời chưa phục vụ được. Vui lòng thử lại sau ít phút.",
            "The service is temporarily unavailable. Please retry in a few minutes.");
    static final BilingualText INVALID = BilingualText.of("Có trường chưa hợp lệ.", "Some fields are not valid.");
    static final BilingualText UNREADABLE =
            BilingualText.of("Nội dung gửi lên không đọc được.", "The content sent cannot be read.");
    static final BilingualText NO_BODY = BilingualText.of("Yêu cầu không có nội dung.", "The request has no content.");
    static final BilingualText NOT_JSON =
            BilingualText.of("Nội dung gửi lên không phải JSON hợp lệ.", "The content sent is not valid JSON.");
    static final BilingualText UNKNOWN_FIELD =
            BilingualText.of("Trường không được định nghĩa.", "This field is not defined.");
    static final BilingualText DUPLICATE_FIELD =
            BilingualText.of("Trường này được nêu hai lần.", "This field is given twice.");
    static final BilingualText UNSTORABLE = BilingualText.of(
            "Có ký tự không hợp lệ (NUL hoặc nửa cặp mã thay thế UTF-16).",
            "Has a character that is not valid (NUL, or half of a surrogate pair).");
    static final BilingualText WRONG_TYPE =
            BilingualText.of("Giá trị sai kiểu hoặc sai định dạng", "The value has a wrong type or format");
    static final BilingualText MALFORMED_PARAMETER =
            BilingualText.of("Tham số không hợp lệ.", "A parameter is not valid.");
    static final BilingualText STALE = BilingualText.of(
            "Dữ liệu vừa được người khác thay đổi. Hãy đọc lại rồi thử lại.",
            "Somebody else has just changed the resource. Read it again, then retry.");

    private static final Map<Integer, BilingualText> TITLES = Map.ofEntries(
            Map.entry(400, BilingualText.of("Yêu cầu không đọc được", "Bad request")),
            Map.entry(401, BilingualText.of("Chưa xác thực", "Not authenticated")),
            Map.entry(403, BilingualText.of("Không có quyền", "Forbidden")),
            Map.entry(404, BilingualText.of("Không tìm thấy", "Not found")),
            Map.entry(405, BilingualText.of("Phương thức không được hỗ trợ", "Method not allowed")),
            Map.entry(406, BilingualText.of("Không có định dạng được yêu cầu", "Not acceptable")),
            Map.entry(408, BilingualText.of("Gửi quá chậm", "Request timeout")),
            Map.entry(409, BilingualText.of("Xung đột trạng thái", "Conflict")),
            Map.entry(412, BilingualText.of("Dữ liệu đã thay đổi", "Precondition failed")),
            Map.entry(413, BilingualText.of("Dung lượng vượt quá giới hạn", "Content too large")),
            Map.entry(414, BilingualText.of("Địa chỉ quá dài", "URI too long")),
            Map.entry(415, BilingualText.of("Kiểu dữ liệu không được hỗ trợ", "Unsupported media type")),
            Map.entry(416, BilingualText.of("Không có phần được yêu cầu", "Range not satisfiable")),
            Map.entry(422, BilingualText.of("Không đúng quy tắc", "Unprocessable content")),
            Map.entry(428, BilingualText.of("Cần điều kiện If-Match", "Precondition required")),
            Map.entry(429, BilingualText.of("Quá nhiều yêu cầu", "Too many requests")),
            Map.entry(431, BilingualText.of("Header quá dài", "Request header fields too large")),
            Map.entry(500, BilingualText.of("Lỗi hệ thống", "Internal error")),
            Map.entry(503, BilingualText.of("Tạm thời chưa phục vụ được", "Service unavailable")));

    private static final Map<Integer, BilingualText> DETAILS = Map.of(
            401,
                    BilingualText.of(
                            "Cần token hợp lệ, còn hạn, trong header Authorization.",
                            "A valid token that has not expired is needed in the header Authorization."),
            403, BilingualText.of("Tài khoản không có quyền thực hiện việc này.", "The account may not do this."),
            404, NOT_FOUND,
            405,
                    BilingualText.of(
                            "Địa chỉ này không hỗ trợ phương thức đã dùng.",
                            "This address does not support the method."),
            406,
                    BilingualText.of(
                            "Không có định dạng được yêu cầu trong Accept.", "No format named in Accept is available."),
            413, BilingualText.of("Nội dung gửi lên vượt quá giới hạn.", "The content sent is larger than the limit."),
            415, BilingualText.of("Không nhận kiểu nội dung này.", "This content type is not taken."),
            500,
                    BilingualText.of(
                            "Lỗi ngoài dự kiến. Không có gì được ghi nhận.",
                            "An unexpected error. Nothing was recorded."),
            503, UNAVAILABLE);

    private StandardWording() {}

    public static BilingualText title(int status) {
        return TITLES.getOrDefault(status, BilingualText.of("Lỗi " + status, "Error " + status));
    }

    static BilingualText detail(int status) {
        return DETAILS.getOrDefault(status, title(status));
    }
}
