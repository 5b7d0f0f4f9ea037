package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is in doubt in the file of a plan and what to do, and why content of it was left, in Vietnamese. */
@MessageBundle(value = "fileNote", locale = "vi")
public interface FileNoteMessages {

    @Message("Không thấy số của kế hoạch: hãy điền")
    String numberMissing();

    @Message("Số của kế hoạch còn để trống (\"{text}\"): hãy điền")
    String numberBlank(String text);

    @Message("Không thấy tên của kế hoạch: hãy điền")
    String titleMissing();

    @Message("Không thấy cơ quan ban hành: hãy điền")
    String issuerMissing();

    @Message("Không thấy ngày ký đầy đủ: hãy điền")
    String signedDayMissing();

    @Message("Tên kế hoạch không nêu đúng một năm: hãy điền năm")
    String yearMissing();

    @Message("Không có bảng nào có tiêu đề cột nêu nhiệm vụ")
    String annexMissing();

    @Message("Không rõ đơn vị tiền của \"{text}\": hãy điền số tiền bằng đồng, hoặc ghi đơn vị ở tiêu đề cột, ví dụ"
            + " \"Kinh phí (đồng)\", rồi gửi lại tệp")
    String amountWithoutUnit(String text);

    @Message("Không có đơn vị tiền cho cột \"{text}\": đã hiểu là đồng vì mọi số tiền đều in đầy đủ, cần đối chiếu")
    String amountAssumedDong(String text);

    @Message("Số tiền \"{text}\" có thể hiểu nhiều cách: hãy điền bằng đồng")
    String amountAmbiguous(String text);

    @Message("Số tiền \"{text}\" ở ô gộp nhiều dòng: chỉ ghi cho dòng đầu")
    String amountShared(String text);

    @Message("Có nhiều tổng kinh phí khác nhau (\"{text}\"): hãy điền tổng")
    String totalTwice(String text);

    @Message("Nhiều cột kinh phí, không rõ cột tổng ({text}): hãy điền kinh phí")
    String amountColumns(String text);

    @Message("Nhiều cột cùng một loại nội dung ({text}): cần đối chiếu cột đã ghi, hoặc ghi thêm nội dung còn trống")
    String columnsUnclear(String text);

    @Message("Một cột có nhiều loại nội dung (\"{text}\"): đã ghi vào một loại, cần tách ra")
    String combinedColumn(String text);

    @Message("Bảng không có tiêu đề cột: đọc nối tiếp bảng trước")
    String tableContinued();

    @Message("Nhiệm vụ \"{text}\" trải nhiều dòng: đã gộp làm một")
    String rowsJoined(String text);

    @Message("\"{text}\" nằm quá sâu: đã đưa lên cấp trên")
    String rowTooDeep(String text);

    @Message("Không rõ \"{text}\" thuộc mục nào: hãy kiểm tra cấp của dòng")
    String rowPlace(String text);

    @Message("Nội dung dài quá mức cho phép: \"{text}\"")
    String textTooLong(String text);

    @Message("Nhiều hơn mức cho phép, chưa ghi: \"{text}\"")
    String tooMany(String text);

    @Message("Trang tính ẩn \"{text}\" cũng đã được đọc")
    String sheetHidden(String text);

    @Message("Dòng {text} bị ẩn cũng đã được đọc")
    String rowHidden(String text);

    @Message("Cột {text} bị ẩn cũng đã được đọc")
    String columnHidden(String text);

    @Message("Công thức ở ô {text} chưa có kết quả trong tệp: hãy điền")
    String formulaWithoutValue(String text);

    @Message("Công thức ở ô {text} bị lỗi: hãy điền")
    String formulaError(String text);

    @Message("văn bản kế hoạch không có mục cho nội dung này")
    String leftNoPlace();

    @Message("cùng cột với một ô khác của dòng")
    String leftNoColumn();

    @Message("tiêu đề bảng không nêu nhiệm vụ")
    String leftNoAnnex();

    @Message("dòng không nêu nhiệm vụ")
    String leftNoTask();

    @Message("dài quá mức cho phép")
    String leftTooLong();

    @Message("nhiều hơn mức cho phép")
    String leftTooMany();

    @Message("không phải một số tiền rõ ràng")
    String leftNoAmount();

    @Message("hộp văn bản")
    String leftTextBox();

    @Message("bảng lồng trong bảng")
    String leftNestedTable();

    @Message("hình ảnh")
    String leftPicture();

    @Message("chú thích cuối trang hoặc cuối bài")
    String leftFootnote();

    @Message("ghi chú (nhận xét) của người soạn")
    String leftComment();

    @Message("công thức")
    String leftFormula();

    @Message("hình, biểu đồ hoặc hộp văn bản trên trang tính")
    String leftDrawing();

    @Message("chữ ẩn")
    String leftHiddenText();

    @Message("đầu trang hoặc chân trang")
    String leftPageMargin();

    @Message("chữ đã xóa khi theo dõi thay đổi")
    String leftDeletedText();

    @Message("nội dung thuộc loại chưa biết")
    String leftUnknown();

    /** A doubt with a code of a later version. */
    @Message("Cần đối chiếu với tệp{#if text}: \"{text}\"{/if}")
    String otherDoubt(String text);
}
