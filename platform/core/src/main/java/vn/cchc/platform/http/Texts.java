package vn.cchc.platform.http;

import java.util.Map;

/** Titles and standard sentences of problem answers. */
final class Texts {

    static final Text NOT_FOUND = Text.of("Không tìm thấy.", "Not found.");
    static final Text UNAVAILABLE = Text.of(
            "Hệ thống tạm thời chưa phục vụ được. Vui lòng thử lại sau ít phút.",
            "The service is temporarily unavailable. Please retry in a few minutes.");
    static final Text INVALID = Text.of("Có trường chưa hợp lệ.", "Some fields are not valid.");
    static final Text UNREADABLE = Text.of("Nội dung gửi lên không đọc được.", "The content sent cannot be read.");
    static final Text NO_BODY = Text.of("Yêu cầu không có nội dung.", "The request has no content.");
    static final Text NOT_JSON =
            Text.of("Nội dung gửi lên không phải JSON hợp lệ.", "The content sent is not valid JSON.");
    static final Text UNKNOWN_FIELD = Text.of("Trường không được định nghĩa.", "This field is not defined.");
    static final Text DUPLICATE_FIELD = Text.of("Trường này được nêu hai lần.", "This field is given twice.");
    static final Text UNSTORABLE = Text.of(
            "Có ký tự không hợp lệ (NUL hoặc nửa cặp mã thay thế UTF-16).",
            "Has a character that is not valid (NUL, or half of a surrogate pair).");
    static final Text WRONG_TYPE =
            Text.of("Giá trị sai kiểu hoặc sai định dạng", "The value has a wrong type or format");
    static final Text MALFORMED_PARAMETER = Text.of("Tham số không hợp lệ.", "A parameter is not valid.");
    static final Text STALE = Text.of(
            "Dữ liệu vừa được người khác thay đổi. Hãy đọc lại rồi thử lại.",
            "Somebody else has just changed the resource. Read it again, then retry.");

    private static final Map<Integer, Text> TITLES = Map.ofEntries(
            Map.entry(400, Text.of("Yêu cầu không đọc được", "Bad request")),
            Map.entry(401, Text.of("Chưa xác thực", "Not authenticated")),
            Map.entry(403, Text.of("Không có quyền", "Forbidden")),
            Map.entry(404, Text.of("Không tìm thấy", "Not found")),
            Map.entry(405, Text.of("Phương thức không được hỗ trợ", "Method not allowed")),
            Map.entry(406, Text.of("Không có định dạng được yêu cầu", "Not acceptable")),
            Map.entry(408, Text.of("Gửi quá chậm", "Request timeout")),
            Map.entry(409, Text.of("Xung đột trạng thái", "Conflict")),
            Map.entry(412, Text.of("Dữ liệu đã thay đổi", "Precondition failed")),
            Map.entry(413, Text.of("Dung lượng vượt quá giới hạn", "Content too large")),
            Map.entry(415, Text.of("Kiểu dữ liệu không được hỗ trợ", "Unsupported media type")),
            Map.entry(416, Text.of("Không có phần được yêu cầu", "Range not satisfiable")),
            Map.entry(422, Text.of("Không đúng quy tắc", "Unprocessable content")),
            Map.entry(428, Text.of("Cần điều kiện If-Match", "Precondition required")),
            Map.entry(429, Text.of("Quá nhiều yêu cầu", "Too many requests")),
            Map.entry(500, Text.of("Lỗi hệ thống", "Internal error")),
            Map.entry(503, Text.of("Tạm thời chưa phục vụ được", "Service unavailable")));

    private static final Map<Integer, Text> DETAILS = Map.of(
            401,
                    Text.of(
                            "Cần token hợp lệ, còn hạn, trong header Authorization.",
                            "A valid token that has not expired is needed in the header Authorization."),
            403, Text.of("Tài khoản không có quyền thực hiện việc này.", "The account may not do this."),
            404, NOT_FOUND,
            405, Text.of("Địa chỉ này không hỗ trợ phương thức đã dùng.", "This address does not support the method."),
            406, Text.of("Không có định dạng được yêu cầu trong Accept.", "No format named in Accept is available."),
            413, Text.of("Nội dung gửi lên vượt quá giới hạn.", "The content sent is larger than the limit."),
            415, Text.of("Không nhận kiểu nội dung này.", "This content type is not taken."),
            500, Text.of("Lỗi ngoài dự kiến. Không có gì được ghi nhận.", "An unexpected error. Nothing was recorded."),
            503, UNAVAILABLE);

    private Texts() {}

    static Text title(int status) {
        return TITLES.getOrDefault(status, Text.of("Lỗi " + status, "Error " + status));
    }

    static Text detail(int status) {
        return DETAILS.getOrDefault(status, title(status));
    }
}
