package vn.cchc.plan.transcript;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a file is not transcribed, in Vietnamese. */
@MessageBundle(value = "transcript", locale = "vi")
public interface TranscriptMessages {

    @Message("Tệp .doc của Word cũ: mở bằng Word và lưu lại thành .docx.")
    String refusedOldWordFormat();

    @Message("Tệp không phải là văn bản Word (.docx), bảng tính Excel (.xlsx), CSV hay văn bản thuần: hãy lưu thành một"
            + " trong các loại đó.")
    String refusedUnknownFormat();

    @Message("Tệp .xls của Excel cũ: mở bằng Excel và lưu lại thành .xlsx.")
    String refusedOldExcelFormat();

    @Message("Không rõ bảng mã của tệp: hãy lưu lại thành CSV UTF-8.")
    String refusedUnknownEncoding();

    @Message("Tệp có macro: lưu lại thành .docx hoặc .xlsx không có macro.")
    String refusedMacros();

    @Message("Tệp bị hỏng: mở bằng Word hoặc Excel và lưu lại.")
    String refusedDamaged();

    @Message("Tệp đặt mật khẩu: bỏ mật khẩu rồi gửi lại.")
    String refusedEncrypted();

    @Message("Nội dung tệp quá lớn để đọc.")
    String refusedTooLarge();

    @Message("Nội dung tệp lồng nhau quá sâu.")
    String refusedTooDeep();

    @Message("Tệp có khai báo kiểu tài liệu (DOCTYPE), không được nhận.")
    String refusedDoctype();
}
