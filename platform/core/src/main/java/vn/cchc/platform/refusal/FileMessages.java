package vn.cchc.platform.refusal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why files are not read, in Vietnamese. */
@MessageBundle(value = "file", locale = "vi")
public interface FileMessages {

    @Message("Tệp không phải là văn bản Word (.docx), bảng tính Excel (.xlsx), CSV hay văn bản thuần: hãy lưu thành một"
            + " trong các loại đó.")
    String noDocument();

    @Message("Tệp không phải là bảng tính Excel (.xlsx) hay CSV: hãy lưu thành một trong các loại đó.")
    String noTable();

    @Message("Tệp .doc của Word cũ: mở bằng Word và lưu lại thành .docx.")
    String oldWordFormat();

    @Message("Tệp .xls của Excel cũ: mở bằng Excel và lưu lại thành .xlsx.")
    String oldExcelFormat();

    @Message("Không rõ bảng mã của tệp: hãy lưu lại thành CSV UTF-8.")
    String unknownEncoding();

    @Message("Tệp có macro: lưu lại thành .docx hoặc .xlsx không có macro.")
    String documentWithMacros();

    @Message("Tệp có macro: lưu lại thành .xlsx không có macro.")
    String tableWithMacros();

    @Message("Tệp bị hỏng: mở bằng Word hoặc Excel và lưu lại.")
    String damagedDocument();

    @Message("Tệp bị hỏng: mở bằng Excel và lưu lại.")
    String damagedTable();

    @Message("Tệp đặt mật khẩu: bỏ mật khẩu rồi gửi lại.")
    String encrypted();

    @Message("Nội dung tệp quá lớn để đọc.")
    String tooLarge();

    @Message("Nội dung tệp lồng nhau quá sâu.")
    String tooDeep();

    @Message("Tệp có khai báo kiểu tài liệu (DOCTYPE), không được nhận.")
    String doctype();
}
