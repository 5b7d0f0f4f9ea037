package vn.cchc.plan.target;

import vn.cchc.plan.target.PrintedWording.Words;

/** What is better the less there is of it, so that a figure without an upper bound is in doubt. */
final class Adverse {

    /** Found anywhere around a figure. A word too many leaves a target unread, one too few inverts it. */
    static final Words SUBJECT = Words.of(
            " (?:trễ|chậm|quá hạn|quá thời hạn|hết hạn|quá tải|nghèo|không|chưa|vi phạm|sai|lỗi|khiếu nại|tố cáo|khiếu kiện"
                    + "|đơn thư|tai nạn|tồn|nợ|trả lại|kỷ luật|kỉ luật|bị phạt|bị xử lý|thất nghiệp|thất học|bỏ|tử vong|hạn chế"
                    + "|khống chế|kiềm chế|giới hạn|lãng phí|tệ nạn|thất thoát|hao hụt|rủi ro|phàn nàn|bức xúc|phiền hà|nhũng nhiễu|tiêu cực"
                    + "|tham nhũng|ô nhiễm|suy dinh dưỡng|tảo hôn|bạo lực|tội phạm|mù chữ|thời gian|chi phí|hủy|huỷ|từ chối|còn"
                    + "|thiếu|mất|cháy|ùn tắc|ách tắc|bội chi|lạm phát|lãi suất|dịch bệnh|suy giảm|sụt giảm|giảm|phải bổ sung|yêu cầu bổ sung"
                    + "|đi lại|văn bản giấy|hồ sơ giấy|bản giấy|giấy tờ|tiền mặt|chôn lấp|thủ công|nộp trực tiếp|tiếp nhận trực tiếp|tái phạm|tái nghiện|ly hôn|sinh con thứ|nghỉ việc"
                    + "|thôi việc|hư hỏng|thất thu|trốn|sự cố|gián đoạn|đình trệ|đùn đẩy|chết|mắc|nhiễm|nghiện|ma túy|ma tuý|trùng|rò rỉ"
                    + "|chồng chéo|kém|yếu|kéo dài|dở dang|vượt cấp|đông người|khiếu tố|phản đối|tranh chấp) ");

    private Adverse() {}
}
