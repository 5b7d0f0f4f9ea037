package vn.cchc.feedback.intake;

import jakarta.validation.Validator;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.handling.SenderDetails;
import vn.cchc.feedback.intake.oldregister.Flaw;
import vn.cchc.feedback.intake.oldregister.PrintedMoment;
import vn.cchc.feedback.intake.oldregister.RegisterField;
import vn.cchc.feedback.intake.oldregister.Words;
import vn.cchc.feedback.intake.oldregister.WrittenCell;
import vn.cchc.feedback.intake.oldregister.WrittenRow;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.time.VietnamTime;

/**
 * A row of an old register as a request to hand in a feedback. Nothing is guessed: without a day of receipt there is no limit, and
 * without a channel no policy.
 *
 * @param wanted lacks what could not be read
 * @param stated what its own cells state of it, without what the call or a default adds
 * @param number in the old register, as it is compared; empty where it has none
 * @param faults what is wrong with it, except what the use case finds
 */
record ReadRow(
        WrittenRow written, ReceiveFeedback wanted, Stated stated, Optional<String> number, List<FieldFault> faults) {

    /** Longest number of an old register that is kept. */
    static final int LONGEST_NUMBER = 50;

    /**
     * What the cells of a row state.
     *
     * @param channel empty where they name none
     * @param kind empty where they name none
     */
    record Stated(Optional<Channel> channel, Optional<Kind> kind) {}

    /** Path of faults of the whole row. */
    static final String ROW = "row";

    ReadRow {
        faults = List.copyOf(faults);
    }

    /** @param otherwise the channel where the row names none */
    static ReadRow of(WrittenRow row, Optional<Channel> otherwise, Validator validator) {
        List<FieldFault> faults = new ArrayList<>();
        row.flaws().stream().sorted().map(ReadRow::fault).forEach(faults::add);
        row.cells().forEach((field, cell) -> {
            if (!cell.readable()) {
                faults.add(FieldFault.of(
                        field.path(),
                        "Công thức bị lỗi hoặc chưa có kết quả trong tệp: hãy điền giá trị.",
                        "The formula has failed, or the file has no result of it: fill in the value."));
            }
        });
        Optional<OffsetDateTime> receivedAt = receivedAt(row, faults);
        Stated stated = new Stated(channel(row, otherwise, faults), kind(row, faults));
        Optional<String> number = number(row, faults);
        row.cell(RegisterField.NAME)
                .filter(name -> name.text().contains("\n"))
                .ifPresent(name -> faults.add(FieldFault.of(
                        RegisterField.NAME.path(),
                        "Có nhiều dòng: hãy tách thành các cột họ và tên, địa chỉ, số điện thoại, email.",
                        "Has several lines: give name, address, phone and email columns of their own.")));
        ReceiveFeedback wanted = new ReceiveFeedback(
                null,
                stated.channel().or(() -> otherwise).orElse(null),
                stated.kind().orElse(null),
                text(row, RegisterField.CONTENT),
                new SenderDetails(
                        text(row, RegisterField.NAME),
                        text(row, RegisterField.ADDRESS),
                        row.cell(RegisterField.PHONE).map(Words::phone).orElse(null),
                        text(row, RegisterField.EMAIL)),
                receivedAt.orElse(null),
                List.of());
        faults.addAll(FieldFault.of(validator.validate(wanted)));
        return new ReadRow(row, wanted, stated, number, eachFieldOnce(faults));
    }

    private static FieldFault fault(Flaw flaw) {
        return switch (flaw) {
            case MERGED_ROWS ->
                FieldFault.of(
                        ROW, "Có ô gộp nhiều dòng: hãy bỏ gộp ô.", "A cell is merged over several rows: unmerge it.");
            case MERGED_COLUMNS ->
                FieldFault.of(
                        ROW, "Có ô gộp nhiều cột: hãy bỏ gộp ô.", "A cell is merged over several columns: unmerge it.");
            case MORE_CELLS ->
                FieldFault.of(
                        ROW,
                        "Có nhiều ô hơn số cột: hãy đặt nội dung có dấu phân cách trong dấu ngoặc kép.",
                        "It has more cells than there are columns: put texts with the separator in them in quotes.");
            case GOES_ON ->
                FieldFault.of(
                        ROW,
                        "Dòng dưới không có số và ngày, có vẻ là phần tiếp của dòng này: hãy nhập chung vào một dòng.",
                        "The row beneath has neither number nor day, and seems to belong to this one: make them one row.");
            case BELONGS_ABOVE ->
                FieldFault.of(
                        ROW,
                        "Không có số và ngày, có vẻ là phần tiếp của dòng trên: hãy nhập chung vào một dòng.",
                        "It has neither number nor day, and seems to belong to the row above: make them one row.");
            case DAY_OR_MONTH ->
                FieldFault.of(
                        RegisterField.RECEIVED_AT.path(),
                        "Không rõ ngày và tháng: cột này có dấu hiệu bị Excel đảo ngày với tháng."
                                + " Hãy định dạng cả cột là văn bản và ghi ngày/tháng/năm.",
                        "Day and month may be exchanged: the column looks as if Excel had read them in the other order."
                                + " Format the whole column as text, and write day/month/year.");
            case ANSWERED ->
                FieldFault.of(
                        RegisterField.RESULT.path(),
                        "Dòng đã ghi kết quả hoặc tình trạng không phải đang xử lý: chỉ nhận vụ việc chưa trả lời.",
                        "It states a result, or a state other than open: only cases without an answer are taken.");
        };
    }

    private static Optional<String> number(WrittenRow row, List<FieldFault> faults) {
        Optional<String> number =
                row.cell(RegisterField.NUMBER).map(Words::number).filter(text -> !text.isEmpty());
        if (number.filter(text -> text.length() > LONGEST_NUMBER).isPresent()) {
            faults.add(FieldFault.of(
                    RegisterField.NUMBER.path(),
                    "Số trong sổ cũ dài quá " + LONGEST_NUMBER + " ký tự.",
                    "The number in the old register is longer than " + LONGEST_NUMBER + " characters."));
        }
        return number;
    }

    /** When it was received; empty where that could not be read. */
    Optional<OffsetDateTime> receivedAt() {
        return Optional.ofNullable(wanted.receivedAt());
    }

    /** The channel as it would be taken; empty where that could not be read. */
    Optional<Channel> channel(Optional<Channel> otherwise) {
        return stated.channel()
                .or(() -> written.cell(RegisterField.CHANNEL).isPresent() ? Optional.empty() : otherwise);
    }

    /** The kind as it would be taken; empty where that could not be read. */
    Optional<Kind> kind() {
        return stated.kind()
                .or(() -> written.cell(RegisterField.KIND).isPresent() ? Optional.empty() : Optional.of(wanted.kind()));
    }

    private static String text(WrittenRow row, RegisterField field) {
        return row.cell(field).map(WrittenCell::text).orElse(null);
    }

    private static Optional<OffsetDateTime> receivedAt(WrittenRow row, List<FieldFault> faults) {
        Optional<WrittenCell> cell = row.cell(RegisterField.RECEIVED_AT);
        Optional<LocalDateTime> stated =
                cell.flatMap(given -> Optional.ofNullable(given.moment()).or(() -> PrintedMoment.read(given.text())));
        if (cell.isEmpty()) {
            faults.add(FieldFault.of(
                    RegisterField.RECEIVED_AT.path(), "Phải có ngày nhận.", "The day of receipt must be given."));
        } else if (stated.isEmpty()) {
            faults.add(FieldFault.of(
                    RegisterField.RECEIVED_AT.path(),
                    "Không đọc được ngày: hãy ghi ngày/tháng/năm, ví dụ 05/01/2021.",
                    "No day that can be read: write day/month/year, for example 05/01/2021."));
        }
        return stated.map(moment -> moment.atZone(VietnamTime.ZONE).toOffsetDateTime());
    }

    private static Optional<Channel> channel(WrittenRow row, Optional<Channel> otherwise, List<FieldFault> faults) {
        Optional<WrittenCell> cell = row.cell(RegisterField.CHANNEL);
        Optional<Channel> read = cell.flatMap(given -> Words.channel(given.text()));
        if (cell.isEmpty() && otherwise.isEmpty()) {
            faults.add(FieldFault.of(
                    RegisterField.CHANNEL.path(),
                    "Không ghi hình thức tiếp nhận: hãy điền vào dòng, hoặc chọn hình thức chung cho cả sổ khi gửi (channel).",
                    "It names no channel: fill it in, or name one for the whole register when sending it (channel)."));
        } else if (cell.isPresent() && read.isEmpty()) {
            faults.add(
                    FieldFault.of(
                            RegisterField.CHANNEL.path(),
                            "Phải là trực tuyến, điện thoại, trực tiếp, bưu chính hoặc thư điện tử.",
                            "Must be trực tuyến (online), điện thoại (phone), trực tiếp (in person), bưu chính (post) or thư điện tử (email)."));
        }
        return read;
    }

    private static Optional<Kind> kind(WrittenRow row, List<FieldFault> faults) {
        Optional<WrittenCell> cell = row.cell(RegisterField.KIND);
        Optional<Kind> read = cell.flatMap(given -> Words.kind(given.text()));
        if (cell.isPresent() && read.isEmpty()) {
            faults.add(FieldFault.of(
                    RegisterField.KIND.path(),
                    "Phải là phản ánh hoặc kiến nghị.",
                    "Must be phản ánh (reflection) or kiến nghị (proposal)."));
        }
        return read;
    }

    /** Whether nothing is wrong with it, as far as it tells by itself. */
    boolean isInOrder() {
        return faults.isEmpty();
    }

    /** All that is wrong with it, with what the use case has found. */
    List<FieldFault> with(List<FieldFault> found) {
        List<FieldFault> all = new ArrayList<>(faults);
        all.addAll(found);
        return eachFieldOnce(all);
    }

    /** The first fault of each field, in the order of the columns: further ones follow from it. */
    private static List<FieldFault> eachFieldOnce(List<FieldFault> faults) {
        Set<String> seen = new HashSet<>();
        return faults.stream()
                .filter(fault -> seen.add(fault.field()))
                .sorted(Comparator.comparing(ReadRow::place))
                .toList();
    }

    private static int place(FieldFault fault) {
        return RegisterField.ofPath(fault.field()).map(Enum::ordinal).orElse(-1);
    }
}
