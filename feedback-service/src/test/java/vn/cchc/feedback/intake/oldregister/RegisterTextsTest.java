package vn.cchc.feedback.intake.oldregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Kind;

/** Headings, days, channels and phone numbers as registers state them. */
class RegisterTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Số TT | NUMBER",
                "STT | NUMBER",
                "Số | NUMBER",
                "Ngày, tháng, năm tiếp nhận | RECEIVED_AT",
                "NGÀY TIẾP NHẬN (dd/mm/yyyy) | RECEIVED_AT",
                "Ngày, giờ nhận | RECEIVED_AT",
                "ngay nhan phan anh, kien nghi | RECEIVED_AT",
                "Ngày tiếp nhận PAKN | RECEIVED_AT",
                "Kênh | CHANNEL",
                "Hình thức tiếp nhận | CHANNEL",
                "Loại (phản ánh/kiến nghị) | KIND",
                "Loại phản ánh, kiến nghị | KIND",
                "Họ và tên người phản ánh, kiến nghị | NAME",
                "Họ và tên công dân | NAME",
                "Người gửi | NAME",
                "Tên cá nhân/tổ chức | NAME",
                "Địa chỉ của người gửi | ADDRESS",
                "Số điện thoại liên hệ | PHONE",
                "SĐT | PHONE",
                "Thư điện tử | EMAIL",
                "E-mail | EMAIL",
                "Nội dung phản ánh, kiến nghị của cá nhân, tổ chức | CONTENT",
                "Tóm tắt nội dung | CONTENT"
            })
    void aHeadingTellsWhatItsColumnStates(String heading, RegisterField field) {
        assertThat(RegisterField.of(heading)).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ghi chú",
                "Ngày trả lời",
                "Hạn xử lý",
                "Phân loại",
                "Nội dung trả lời",
                "Người xử lý",
                "Kết quả",
                ""
            })
    void anotherHeadingIsNotRead(String heading) {
        assertThat(RegisterField.of(heading)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05/01/2021 | 2021-01-05T00:00",
                "5.1.2021 | 2021-01-05T00:00",
                "5 - 1 - 2021 | 2021-01-05T00:00",
                "Ngày 05 tháng 01 năm 2021 | 2021-01-05T00:00",
                "2021-01-05 | 2021-01-05T00:00",
                "2021-01-05T16:45 | 2021-01-05T16:45",
                "05/01/2021 8:30 | 2021-01-05T08:30",
                "05/01/2021, 08:30:15 | 2021-01-05T08:30:15",
                "05/01/2021 lúc 16 giờ 45 phút | 2021-01-05T16:45",
                "8h ngày 5/1/2021 | 2021-01-05T08:00",
                "8h30, 5/1/2021 | 2021-01-05T08:30",
                "29/02/2020 | 2020-02-29T00:00"
            })
    void aDayIsReadWithItsTime(String text, LocalDateTime moment) {
        assertThat(PrintedMoment.read(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/01/21",
                "05/01",
                "29/02/2021",
                "13/13/2021",
                "05/01/2021 25:00",
                "Tháng 1/2021",
                "44200",
                "",
                "hôm qua",
                "05/01/20218:30",
                "từ 05/01/2021 đến 06/01/2021"
            })
    void whatIsNoWholeDayIsNotRead(String text) {
        assertThat(PrintedMoment.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Qua điện thoại, PHONE",
        "TRỰC TIẾP, IN_PERSON",
        "Bưu điện, POST",
        "Qua đường bưu điện, POST",
        "Thư điện tử, EMAIL",
        "E-mail, EMAIL",
        "Trực tuyến, ONLINE",
        "IN_PERSON, IN_PERSON"
    })
    void aChannelIsReadInWords(String text, Channel channel) {
        assertThat(Words.channel(text)).contains(channel);
    }

    @ParameterizedTest
    @CsvSource({"Phản ánh, REFLECTION", "KIẾN NGHỊ, PROPOSAL", "kn, PROPOSAL"})
    void aKindIsReadInWords(String text, Kind kind) {
        assertThat(Words.kind(text)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phản ánh, kiến nghị", "Khiếu nại", "x"})
    void aKindThatIsNotPlainIsNotRead(String text) {
        assertThat(Words.kind(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "912.345.678, 912345678, 0912345678",
        "2.273.851.123, 2273851123, 02273851123",
        "912345678, , 0912345678",
        "0912 345 678, , 0912 345 678",
        "+84 912 345 678, , +84 912 345 678",
        "12345, 12345, 12345"
    })
    void aPhoneNumberHasItsZeroAgain(String text, BigDecimal number, String phone) {
        assertThat(Words.phone(new WrittenCell(text, number, null, true))).isEqualTo(phone);
    }
}
