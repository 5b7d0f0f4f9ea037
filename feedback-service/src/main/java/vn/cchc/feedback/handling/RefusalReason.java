package vn.cchc.feedback.handling;

import vn.cchc.platform.http.BilingualText;

/** Why a feedback cannot be accepted, and which office is competent. */
public enum RefusalReason {
    /** Khiếu nại. */
    COMPLAINT(
            "Đây là khiếu nại. Mời Ông/Bà gửi đơn đến người có thẩm quyền giải quyết khiếu nại hoặc Ban Tiếp công dân (Luật"
                    + " Khiếu nại 2011).",
            "This is a complaint. Please file it with the person competent for complaints or the citizens' reception"
                    + " office (Law on Complaints 2011)."),
    /** Tố cáo. */
    DENUNCIATION(
            "Đây là tố cáo. Mời Ông/Bà gửi đến cơ quan có thẩm quyền giải quyết tố cáo; thông tin người tố cáo được bảo vệ"
                    + " (Luật Tố cáo 2018).",
            "This is a denunciation. Please send it to the authority competent for denunciations; the identity of whoever"
                    + " denounces is protected (Law on Denunciation 2018)."),
    UNCLEAR_CONTENT(
            "Nội dung chưa rõ. Ông/Bà có thể gửi lại phản ánh, kiến nghị với nội dung cụ thể hơn.",
            "The content is not clear. You may hand in a new feedback that says more."),
    NOT_IN_VIETNAMESE(
            "Phản ánh, kiến nghị phải bằng tiếng Việt. Ông/Bà có thể gửi lại bằng tiếng Việt.",
            "Feedback has to be in Vietnamese. You may hand it in again in Vietnamese."),
    SENDER_UNKNOWN(
            "Thiếu họ tên, địa chỉ, số điện thoại hoặc email của người gửi. Ông/Bà có thể gửi lại với đủ thông tin.",
            "The sender's name, address, phone or email is missing. You may hand it in again with them."),
    ALREADY_ANSWERED(
            "Nội dung này đã được trả lời. Mời Ông/Bà xem câu trả lời trước.",
            "This has been answered before. Please see the earlier answer."),
    OUT_OF_SCOPE(
            "Nội dung không thuộc phạm vi phản ánh, kiến nghị về quy định hành chính. Mời Ông/Bà liên hệ Bộ phận Tiếp nhận và"
                    + " Trả kết quả để được hướng dẫn.",
            "This is no feedback on administrative regulations or conduct. Please ask the one-stop office for guidance.");

    private final String vi;
    private final String en;

    RefusalReason(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    /** What the sender can do instead, and the office to turn to. */
    public BilingualText guidance() {
        return BilingualText.of(vi, en);
    }
}
