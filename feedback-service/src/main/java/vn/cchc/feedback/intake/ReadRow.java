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
 * @param faults what is wrong with it, except what the use case finds
 */
record ReadRow(WrittenRow written, ReceiveFeedback wanted, List<FieldFault> faults) {

    /** Path of faults of the whole row. */
    static final String ROW = "row";

    ReadRow {
        faults = List.copyOf(faults);
    }

    /** @param otherwise the channel where the row names none */
    static ReadRow of(WrittenRow row, Optional<Channel> otherwise, Validator validator) {
        List<FieldFault> faults = new ArrayList<>();
        if (row.merged()) {
            faults.add(FieldFault.of(
                    ROW, "Có ô gộp nhiều dòng: hãy bỏ gộp ô.", "A cell is merged over several rows: unmerge it."));
        }
        row.cells().forEach((field, cell) -> {
            if (!cell.readable()) {
                faults.add(FieldFault.of(
                        field.path(),
                        "Công thức bị lỗi hoặc chưa có kết quả trong tệp: hãy điền giá trị.",
                        "The formula has failed, or the file has no result of it: fill in the value."));
            }
        });
        Optional<OffsetDateTime> receivedAt = receivedAt(row, faults);
        Optional<Channel> channel = channel(row, otherwise, faults);
        Optional<Kind> kind = kind(row, faults);
        row.cell(RegisterField.NAME)
                .filter(name -> name.text().contains("\n"))
                .ifPresent(name -> faults.add(FieldFault.of(
                        RegisterField.NAME.path(),
                        "Có nhiều dòng: hãy tách thành các cột họ và tên, địa chỉ, số điện thoại, email.",
                        "Has several lines: give name, address, phone and email columns of their own.")));
        ReceiveFeedback wanted = new ReceiveFeedback(
                null,
                channel.orElse(null),
                kind.orElse(null),
                text(row, RegisterField.CONTENT),
                new SenderDetails(
                        text(row, RegisterField.NAME),
                        text(row, RegisterField.ADDRESS),
                        row.cell(RegisterField.PHONE).map(Words::phone).orElse(null),
                        text(row, RegisterField.EMAIL)),
                receivedAt.orElse(null),
                List.of());
        faults.addAll(FieldFault.of(validator.validate(wanted)));
        return new ReadRow(row, wanted, eachFieldOnce(faults));
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
        if (cell.isEmpty() && otherwise.isPresent()) {
            return otherwise;
        }
        Optional<Channel> read = cell.flatMap(given -> Words.channel(given.text()));
        if (read.isEmpty()) {
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
