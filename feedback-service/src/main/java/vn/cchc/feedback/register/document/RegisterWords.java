package vn.cchc.feedback.register.document;

import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.handling.RefusalReason;

/** Words of the printed register: in Vietnamese, as the book itself. */
final class RegisterWords {

    static final String LOST = "(Số đã cấp; hồ sơ bị mất khi khôi phục cơ sở dữ liệu)";

    private RegisterWords() {}

    static String of(Channel channel) {
        return switch (channel) {
            case ONLINE -> "Trực tuyến";
            case PHONE -> "Điện thoại";
            case IN_PERSON -> "Trực tiếp";
            case POST -> "Bưu chính";
            case EMAIL -> "Thư điện tử";
        };
    }

    static String of(Kind kind) {
        return switch (kind) {
            case REFLECTION -> "Phản ánh";
            case PROPOSAL -> "Kiến nghị";
        };
    }

    static String of(Classification classification) {
        return switch (classification) {
            case NOT_ACCEPTABLE -> "Không tiếp nhận";
            case OFFICER_CONDUCT -> "Hành vi của cán bộ, công chức";
            case REGULATION_OWN -> "Quy định thuộc thẩm quyền";
            case REGULATION_OTHER -> "Quy định thuộc thẩm quyền cơ quan khác";
        };
    }

    static String of(State state) {
        return switch (state) {
            case RECEIVED -> "Đã nhận, chờ phân loại";
            case SUPPLEMENT_REQUESTED -> "Chờ bổ sung";
            case ACCEPTED -> "Đã tiếp nhận";
            case REFUSED -> "Không tiếp nhận";
            case REFERRED -> "Đã chuyển";
            case ASSIGNED -> "Đang xử lý";
            case ANSWERED -> "Đã trả lời";
            case CLOSED -> "Đã trả lời, kết thúc";
            case REOPENED -> "Mở lại, đang xử lý";
            case WITHDRAWN -> "Người gửi rút";
        };
    }

    static String of(RefusalReason reason) {
        return switch (reason) {
            case COMPLAINT -> "Khiếu nại";
            case DENUNCIATION -> "Tố cáo";
            case UNCLEAR_CONTENT -> "Nội dung không rõ";
            case NOT_IN_VIETNAMESE -> "Không bằng tiếng Việt";
            case SENDER_UNKNOWN -> "Không rõ người gửi";
            case ALREADY_ANSWERED -> "Đã được trả lời trước đó";
            case OUT_OF_SCOPE -> "Ngoài phạm vi phản ánh, kiến nghị";
        };
    }
}
