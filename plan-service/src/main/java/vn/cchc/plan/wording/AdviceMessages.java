package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What an editor may do about a finding, in which cell: one sentence for each code, in Vietnamese. */
@MessageBundle(value = "advice", locale = "vi")
public interface AdviceMessages {

    @Message("Đối chiếu với bản ký rồi sửa ô kinh phí của mục này hoặc của các nhiệm vụ bên dưới; nếu bản ký "
            + "ghi đúng như vậy thì để nguyên")
    String budgetHeadingDiffers();

    @Message("Đối chiếu với bản ký rồi sửa tổng kinh phí ở phần đầu văn bản hoặc ô kinh phí của các nhiệm vụ; "
            + "nếu bản ký ghi đúng như vậy thì để nguyên")
    String budgetTotalDiffers();

    @Message("Sửa ô số thứ tự của một trong các dòng này, ví dụ 5.1.3 thay cho 5.1.2 thứ hai; nếu bản ký in "
            + "trùng thì để nguyên")
    String codeDuplicate();

    @Message("Viết lại ô số thứ tự bằng số, chữ số La Mã hoặc chữ cái cách nhau bằng dấu chấm, ví dụ 2.2.1; "
            + "nếu không có số thì để trống")
    String codeMalformed();

    @Message("Sửa ô số thứ tự cho nối tiếp mục cấp trên, hoặc chuyển dòng sang đúng mục (ô dòng cha)")
    String codeOutOfPlace();

    @Message("Không bắt buộc: viết tên bộ phận theo một cách ở các ô chủ trì, phối hợp; các cách viết này đều "
            + "được hiểu là một bộ phận")
    String unitSpellings();

    @Message("Sửa tên ở ô chủ trì hoặc phối hợp theo danh mục bộ phận, cách nhau bằng dấu chấm phẩy; hoặc "
            + "khai báo bộ phận hay tên gọi khác của bộ phận rồi nhập lại")
    String unitUnknown();

    @Message("Điền bộ phận vào ô chủ trì; để trống thì không ai được giao các mốc của nhiệm vụ")
    String leadMissing();

    @Message("Điền ô thời gian, ví dụ \"trước ngày 25/3\" hoặc \"hàng quý\"; để trống thì nhiệm vụ không có mốc nào")
    String timingMissing();

    @Message("Viết lại ô thời gian, ví dụ \"trước ngày 25/3\", \"hàng quý\" hoặc \"10 ngày sau khi nhận được "
            + "văn bản\"; nếu giữ nguyên thì đặt hạn bằng tay sau khi ban hành")
    String timingUnread();

    @Message("Không phải sửa: hạn giữ nguyên, hãy làm xong trước ngày làm việc cuối cùng đã nêu; muốn hạn "
            + "khác thì sửa ô thời gian")
    String dueOnDayOff();

    @Message("Không phải sửa: hạn được tính lại khi có bảng ngày làm việc của năm; người quản trị đề nghị "
            + "bảng đó ở mục lịch làm việc")
    String dueProvisional();

    @Message("Kiểm tra năm ghi ở ô thời gian và năm của kế hoạch; nếu hạn đúng là ở năm khác thì để nguyên")
    String deadlineOutsideYear();

    @Message("Đối chiếu với bản ký rồi sửa mức ở chỉ tiêu của phần lời hoặc ở ô nội dung của dòng phụ lục; "
            + "nếu hai nội dung khác nhau thì bỏ liên kết dòng ở chỉ tiêu")
    String targetConflict();

    @Message("Viết lại chỉ tiêu với một mức rõ ràng, ví dụ \"đạt từ 90% trở lên\", nhiều chỉ tiêu cách nhau "
            + "bằng dấu chấm phẩy; nếu giữ nguyên thì chỉ theo dõi bằng lời")
    String targetUnread();

    @Message("Kiểm tra cơ quan ban hành ở phần đầu văn bản: sửa cho đúng, hoặc nhập kế hoạch cho đúng cơ quan")
    String issuerDiffers();

    @Message("Xem lĩnh vực được ghép có đúng không; nếu không, sửa tên mục ở phụ lục hoặc tên lĩnh vực ở phần "
            + "lời cho giống nhau")
    String areaByElimination();

    @Message(
            "Sửa tên mục ở phụ lục cho giống tên lĩnh vực ở phần lời, hoặc thêm lĩnh vực còn thiếu vào phần lời; nhiệm vụ "
                    + "không nằm trong mục nào thì chuyển vào mục của lĩnh vực (ô dòng cha), nếu để nguyên thì không tính vào tiến độ "
                    + "của lĩnh vực nào")
    String areaUnknown();

    @Message("Kiểm tra ngày và năm của hạn ở ô thời gian; nếu báo cáo đúng là nộp trước khi kỳ kết thúc thì để nguyên")
    String dueBeforePeriodEnds();

    @Message("Ghi thêm ngày của từng kỳ ở ô thời gian, ví dụ \"Quý I trước ngày 15/3\"; nếu để nguyên thì hạn do người "
            + "dùng đặt")
    String scheduleWithoutDay();

    @Message("Điền số tiền bằng đồng vào ô kinh phí; nếu nhiệm vụ không có kinh phí thì để nguyên")
    String amountUnread();

    @Message("Đối chiếu với tệp ở chỗ đã nêu rồi sửa ô có liên quan, khi đó điểm của ô hết; nếu nội dung đã đúng, "
            + "hoặc đã sửa ở phần khác, thì đánh dấu ghi chú này là đã xem")
    String fileDoubt();

    @Message("Xem nội dung này có thuộc nhiệm vụ nào không: nếu có thì ghi vào ô đúng của dòng; xong thì "
            + "đánh dấu ghi chú này là đã xem")
    String fileCellLeft();

    @Message(
            "Không bắt buộc: xem phần chưa đưa vào có điều gì kế hoạch phải có không; nếu có thì bổ sung vào bản nháp; "
                    + "xong thì đánh dấu ghi chú này là đã xem")
    String fileTextLeft();

    @Message("Đối chiếu cả tệp với bản nháp: tệp có nhiều điểm hơn mức liệt kê; nên sửa tệp rồi đọc và nhập lại")
    String fileFurther();
}
