package vn.cchc.feedback.intake.oldregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                "Tóm tắt nội dung | CONTENT",
                "Số (điện thoại) | PHONE",
                "Hình thức tiếp nhận (trực tiếp, điện thoại, bưu điện) | CHANNEL",
                "Người gửi (họ tên, địa chỉ) | NAME",
                "Kết quả | RESULT",
                "Ngày trả lời | RESULT",
                "Nội dung trả lời | RESULT",
                "Số văn bản trả lời | RESULT",
                "Tình trạng xử lý | RESULT"
            })
    void aHeadingTellsWhatItsColumnStates(String heading, RegisterField field) {
        assertThat(RegisterField.of(heading)).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ghi chú",
                "Hạn xử lý",
                "Thời hạn trả lời",
                "Phân loại",
                "Người xử lý",
                "Số (văn bản đến)",
                "Ngày nhận (kết quả)",
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
    @CsvSource(
            delimiter = '|',
            value = {
                "Người gửi | Họ tên | NAME",
                "Thông tin người phản ánh | Điện thoại | PHONE",
                "Tiếp nhận | Ngày | RECEIVED_AT",
                "Thông tin chung | Địa chỉ | ADDRESS",
                "Kết quả giải quyết | Ngày | RESULT",
                "Trả lời | Nội dung | RESULT"
            })
    void aHeadingCountsTogetherWithTheOneOverIt(String above, String heading, RegisterField field) {
        assertThat(RegisterField.of(List.of(above, heading))).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"Chuyển cơ quan, Ngày", "Người gửi, Ngày", "SỔ THEO DÕI NĂM 2020, Ngày nhận", "Người xử lý, Họ tên"})
    void beneathAnotherHeadingItIsNotRead(String above, String heading) {
        assertThat(RegisterField.of(List.of(above, heading))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "Chưa",
                "Chưa trả lời",
                "Đang xử lý",
                "Đang giải quyết (đ/c Hoa)",
                "Mới tiếp nhận",
                "Quá hạn"
            })
    void aStateInThoseWordsIsOpen(String text) {
        assertThat(Words.isOpen(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đã trả lời",
                "Đăng tải trả lời",
                "Mời công dân đến nhận",
                "12/UBND",
                "05/01/2021",
                "Chữa cháy xong",
                "x"
            })
    void anyOtherStateIsAResult(String text) {
        assertThat(Words.isOpen(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "012., 12", "'(12)', 12", "0, 0", "12/pa-ubnd, 12/PA-UBND", "-, ''"})
    void aNumberIsComparedWithoutWhatIsAroundIt(String text, String number) {
        assertThat(Words.number(new WrittenCell(text, null, null, true))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25/01/2021 | 2021-02-05 | true",
                "1/25/2021 | 2021-02-05 | true",
                "25/01/2021 | 2021-02-15 | false",
                "25/01/2021 | 2021-02-02 | false",
                "05/01/2021 | 2021-02-05 | false",
                "ngày 25 tháng 1 năm 2021 | 2021-02-05 | false"
            })
    void aDateBesideATextThatWasLeftIsInDoubt(String text, LocalDate date, boolean inDoubt) {
        WrittenCell dated = new WrittenCell("", null, date.atStartOfDay(), true);
        DayOrder order = DayOrder.of(List.of(new WrittenCell(text, null, null, true), dated));

        assertThat(order.isInDoubt(dated)).isEqualTo(inDoubt);
    }

    @Test
    void datesThatWouldBeInOrderIfExchangedAreInDoubt() {
        assertThat(inDoubt("2021-04-01", "2021-05-01", "2021-01-02", "2021-03-02"))
                .isTrue();
        assertThat(inDoubt("2021-01-04", "2021-01-05", "2021-02-01", "2021-02-03"))
                .isFalse();
        assertThat(inDoubt("2021-04-01", "2021-05-01", "2021-01-22", "2021-03-02"))
                .isFalse();
        assertThat(inDoubt("2021-02-01", "2021-01-05")).isFalse();
    }

    private static boolean inDoubt(String... dates) {
        List<WrittenCell> cells = Arrays.stream(dates)
                .map(date -> new WrittenCell("", null, LocalDate.parse(date).atStartOfDay(), true))
                .toList();
        DayOrder order = DayOrder.of(cells);
        return cells.stream().anyMatch(order::isInDoubt);
    }

    @Test
    void ofDaysInFiguresWithTheMonthFirstAllAreInDoubt() {
        WrittenCell either = new WrittenCell("1/5/2021", null, null, true);
        assertThat(DayOrder.of(List.of(either, new WrittenCell("1/25/2021", null, null, true)))
                        .isInDoubt(either))
                .isTrue();
        assertThat(DayOrder.of(List.of(either, new WrittenCell("25/1/2021", null, null, true)))
                        .isInDoubt(either))
                .isFalse();
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
