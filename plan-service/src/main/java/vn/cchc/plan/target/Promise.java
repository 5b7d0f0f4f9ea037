package vn.cchc.plan.target;

import vn.cchc.plan.target.PrintedWording.Words;

/**
 * The words directly around a figure without a bound that let it be taken for a minimum. The lists are closed: an unknown word may
 * be a bound or a change that is misspelt or new ("duới 30%"), or a subject of which less is better ("rác chôn lấp 30%").
 */
final class Promise {

    /** What a commune wants more of. */
    private static final String GOOD =
            "(?:trực tuyến|toàn trình|một phần|điện tử|số hóa|số hoá|ký số|đúng hạn|trước hạn|đúng và trước hạn"
                    + "|đúng thời hạn|đúng quy định|hài lòng|đạt chuẩn|hoàn thành|giải ngân|phủ sóng|bao phủ|cáp quang|tập huấn|bồi dưỡng"
                    + "|đào tạo|tiêm chủng|nước sạch|hợp vệ sinh|bảo hiểm y tế|bhyt|liên thông|kết nối|công khai|định danh điện tử|vneid"
                    + "|nông thôn mới|gia đình văn hóa|gia đình văn hoá|" + PrintedWording.HIDDEN_WITHOUT
                    + "|được (?:triển khai|giải quyết|cung cấp|thực hiện|tiếp nhận|xử lý|cấp|trả|cập nhật|lập|hỗ trợ|xây dựng|ban hành))";

    private static final Words WANTED = Words.of(" " + GOOD + " ");
    private static final Words WANTED_DIRECTLY_AFTER = Words.of("^ " + GOOD + " ");
    private static final Words WANTED_DIRECTLY_BEFORE =
            Words.of(" " + GOOD + "(?: của (?:(?:người dân|công dân|cá nhân|tổ chức|doanh nghiệp|,|và) ){1,6}+| )$");

    /** Before a figure with which a target starts: "đến năm 2030, phấn đấu 95% …". */
    private static final Words START = Words.of(
            "^ (?:(?:đến|tới|trong|hết|từ) )?(?:¤ )?(?:, )?(?:[.:] )?$"
                    + "|(?:^ |[,.:(] )(?:chỉ tiêu|mục tiêu|phấn đấu|bảo đảm|đảm bảo|trong đó|hoàn thành|duy trì)(?: có)? $|[,.:] $");
    /** Whose object is a part of the things named after the figure. */
    private static final Words DONE =
            Words.of(" (?:hoàn thành|giám sát|giải quyết|xử lý|trả lời|cung cấp|số hóa|số hoá|công khai"
                    + "|kiểm tra|triển khai|thực hiện|bồi dưỡng|đào tạo|tập huấn) $");

    private static final String THINGS = "(?:tổng |các )?(?:số )?(?:lượng )?(?:hồ sơ|tthc|thủ tục|dịch vụ|dvc|văn bản"
            + "|cán bộ|công chức|viên chức|cbcc|người|hộ|dân số|thôn|xóm|ấp|bản|xã|phường|đơn vị|cơ quan|doanh nghiệp|công trình"
            + "|dự án|kế hoạch|dự toán|chỉ tiêu|nhiệm vụ|trẻ em|học sinh|trường|pakn|phản ánh|kiến nghị|kết quả|giao dịch"
            + "|báo cáo|máy tính|công dân|tổ chức)";

    private static final Words THINGS_AFTER = Words.of("^ " + THINGS + " ");
    private static final Words NOTHING_BUT_THINGS_AFTER = Words.of("^ " + THINGS + "(?: hành chính)? (?:$|[,;.)] )");
    private static final Words NOTHING_AFTER = Words.of(
            "^ $|^ [,;.)(] |^ ¤ |^ (?:so với|trong|của|vào|theo|tại|trên tổng|đối với|/ (?:tổng|năm|kế hoạch)) ");

    private Promise() {}

    /** Whether every word directly around the figure is known to promise at least so much. */
    static boolean isMinimum(Quantity quantity) {
        boolean things = quantity.after().has(THINGS_AFTER);
        boolean nothing = quantity.after().has(NOTHING_AFTER);
        if (quantity.isToBeReached()) {
            return things || nothing || startsWanted(quantity);
        }
        if (things && quantity.before().has(DONE)) {
            return true;
        }
        if (quantity.before().has(WANTED_DIRECTLY_BEFORE)) {
            return nothing;
        }
        return quantity.before().has(START)
                && (quantity.after().has(NOTHING_BUT_THINGS_AFTER)
                        || (things && quantity.after().has(WANTED))
                        || startsWanted(quantity));
    }

    private static boolean startsWanted(Quantity quantity) {
        return quantity.after().has(WANTED_DIRECTLY_AFTER);
    }
}
