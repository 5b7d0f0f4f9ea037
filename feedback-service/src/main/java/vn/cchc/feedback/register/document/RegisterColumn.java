package vn.cchc.feedback.register.document;

import java.time.LocalDate;
import java.util.function.Function;
import vn.cchc.feedback.handling.SenderView;
import vn.cchc.feedback.register.RegisterEntry;
import vn.cchc.platform.text.PrintedDay;
import vn.cchc.platform.time.VietnamTime;

/** The columns of the printed register, in their order: what each shows of an entry is said here alone. */
enum RegisterColumn {
    NUMBER("Số", 9, entry -> new RegisterCell.Figure(entry.number())),
    CODE("Mã tra cứu", 15, entry -> RegisterCell.of(entry.trackingCode())),
    RECEIVED(
            "Ngày, giờ nhận",
            16,
            entry -> new RegisterCell.Moment(
                    VietnamTime.local(entry.receivedAt()).toLocalDateTime())),
    CHANNEL("Kênh", 13, entry -> RegisterCell.of(RegisterWords.of(entry.channel()))),
    SENDER("Người gửi", 27, entry -> sender(entry.sender())),
    CONTENT("Nội dung", 38, entry -> RegisterCell.of(entry.lost() ? RegisterWords.LOST : entry.content())),
    CLASSIFICATION("Phân loại", 18, RegisterColumn::classification),
    HANDLING("Bộ phận, người xử lý", 20, entry -> RegisterCell.of(entry.unitName(), entry.person())),
    DUE("Hạn xử lý", 16, RegisterColumn::due),
    EXTENSION("Gia hạn", 12, RegisterColumn::extension),
    REFERRAL(
            "Chuyển đến, ngày chuyển",
            18,
            entry -> RegisterCell.of(entry.referredTo(), inFigures("Ngày ", entry.referredOn()))),
    RESULT("Kết quả, số và ngày văn bản", 20, RegisterColumn::result),
    IN_TIME(
            "Đúng hạn",
            11,
            entry -> entry.inTime() == null
                    ? RegisterCell.EMPTY
                    : RegisterCell.of(entry.inTime() ? "Đúng hạn" : "Quá hạn")),
    /** Empty until answers are published. */
    PUBLISHED("Công khai", 11, entry -> RegisterCell.EMPTY),
    /** Empty until senders rate answers. */
    RATING("Đánh giá", 10, entry -> RegisterCell.EMPTY);

    private final String heading;
    private final int width;

    @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
    private final Function<RegisterEntry, RegisterCell> cell;

    RegisterColumn(String heading, int width, Function<RegisterEntry, RegisterCell> cell) {
        this.heading = heading;
        this.width = width;
        this.cell = cell;
    }

    String heading() {
        return heading;
    }

    /** In millimetres; together as wide as the text of a page. */
    int width() {
        return width;
    }

    /** @param severalYears whether the part of the register has numbers of several years, which are told apart by the year */
    RegisterCell of(RegisterEntry entry, boolean severalYears) {
        return this == NUMBER && severalYears
                ? RegisterCell.of(entry.number() + "/" + entry.year())
                : cell.apply(entry);
    }

    private static RegisterCell sender(SenderView sender) {
        return sender == null
                ? RegisterCell.EMPTY
                : RegisterCell.of(sender.name(), sender.address(), sender.phone(), sender.email());
    }

    private static RegisterCell classification(RegisterEntry entry) {
        return RegisterCell.of(
                RegisterWords.of(entry.kind()),
                entry.classification() == null ? null : RegisterWords.of(entry.classification()));
    }

    private static RegisterCell extension(RegisterEntry entry) {
        return entry.extensions() == 0
                ? RegisterCell.EMPTY
                : RegisterCell.of(entry.extensions() + " lần", inFigures("Đến ", entry.extendedTo()));
    }

    /** A day that is provisional, or has been moved, says so wherever it is shown. */
    private static RegisterCell due(RegisterEntry entry) {
        if (!entry.dueProvisional() && entry.dueMovedFrom() == null) {
            return new RegisterCell.Day(entry.dueOn());
        }
        return RegisterCell.of(
                PrintedDay.inFigures(entry.dueOn()),
                entry.dueProvisional() ? "(tạm tính)" : null,
                entry.dueMovedFrom() == null ? null : "(trước: " + PrintedDay.inFigures(entry.dueMovedFrom()) + ")");
    }

    private static RegisterCell result(RegisterEntry entry) {
        return RegisterCell.of(
                RegisterWords.of(entry.state()),
                entry.refusalReason() == null ? null : RegisterWords.of(entry.refusalReason()),
                inFigures("Ngày ", entry.answeredOn()),
                entry.documentNumber() == null
                        ? null
                        : "Số " + entry.documentNumber() + inFigures(" ngày ", entry.documentDate()),
                entry.reopened() == null ? null : reopened(entry.reopened()));
    }

    /** The verdict on the answer before stays to be read. */
    private static String reopened(RegisterEntry.Reopened reopened) {
        return "Mở lại lần " + reopened.times() + " ngày " + PrintedDay.inFigures(reopened.on())
                + "; trước đó trả lời ngày " + PrintedDay.inFigures(reopened.answeredOn()) + ", "
                + (reopened.inTime() ? "đúng hạn" : "quá hạn");
    }

    private static String inFigures(String before, LocalDate day) {
        return day == null ? null : before + PrintedDay.inFigures(day);
    }
}
