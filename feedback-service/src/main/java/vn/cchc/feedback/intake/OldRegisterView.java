package vn.cchc.feedback.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.intake.oldregister.HeadedColumn;
import vn.cchc.feedback.intake.oldregister.Note;
import vn.cchc.feedback.intake.oldregister.OldRegister;
import vn.cchc.feedback.intake.oldregister.RegisterField;
import vn.cchc.feedback.intake.oldregister.WrittenCell;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;

/** What became of an old register, row by row. */
@Schema(
        name = "EnteredRegister",
        description = "Kết quả nhập sổ cũ, từng dòng. What became of each row of an old register.")
public record OldRegisterView(
        @Schema(required = true, description = "Whether the rows were only checked")
        boolean dryRun,

        @Schema(
                required = true,
                description = "Whether each row is taken or faulty. If false, send the same file again: it goes on.")
        boolean complete,

        @Schema(required = true, description = "Rows by what became of them")
        Counts counts,

        @Schema(required = true, description = "In the order of the file") @Size(max = OldRegister.MOST_ROWS)
        List<RowView> rows,

        @Schema(required = true, description = "All columns; those without `field` are not read")
        @Size(max = OldRegister.MOST_COLUMNS)
        List<ColumnView> columns,

        @Schema(required = true, description = "What else is not read, or may not be seen in the file")
        @Size(max = OldRegister.MOST_NOTES)
        List<NoteView> notes,

        @Schema(required = true, description = "How many notes there are beyond those listed")
        @PositiveOrZero
        @Max(MOST)
        int furtherNotes) {

    /** More than the cells of any file that is read. */
    private static final int MOST = 1_000_000;

    /** Rows of a sheet of Excel. */
    private static final int LAST_ROW = 1 << 20;

    /** Names of sheets have 31 characters in Excel; of other programs more. */
    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_HEADING = 200;

    private static final int LONGEST_NUMBER = 50;

    /** Columns, and the row itself. */
    private static final int MOST_FAULTS = 20;

    /** What became of a row. */
    @Schema(name = "RowOutcome")
    public enum Outcome {
        /** Taken by this call. */
        TAKEN,
        /** The same row is taken already, by this or an earlier file. */
        TAKEN_BEFORE,
        /** Not taken: `faults` say why. */
        FAULTY,
        /** The same row stands in an earlier sheet of the file: it is one case. */
        COPY,
        /** Checked only. */
        IN_ORDER,
        /** Not taken yet: send the same file again. */
        NOT_REACHED
    }

    static OldRegisterView of(OldRegister register, boolean dryRun, List<RowView> rows) {
        Map<Outcome, Long> counts =
                rows.stream().collect(Collectors.groupingBy(RowView::outcome, Collectors.counting()));
        Map<String, Map<RegisterField, String>> headings = register.columns().stream()
                .filter(column -> column.field().isPresent())
                .collect(Collectors.groupingBy(
                        HeadedColumn::sheet,
                        Collectors.toMap(
                                column -> column.field().orElseThrow(), HeadedColumn::heading, (one, same) -> one)));
        return new OldRegisterView(
                dryRun,
                !counts.containsKey(Outcome.NOT_REACHED),
                Counts.of(counts),
                rows.stream().map(row -> row.headed(headings)).toList(),
                register.columns().stream().map(ColumnView::of).toList(),
                register.notes().stream().map(NoteView::of).toList(),
                register.furtherNotes());
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text.isEmpty() ? null : text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** How many rows. */
    @Schema(name = "RowCounts")
    public record Counts(
            @Schema(required = true) @PositiveOrZero @Max(OldRegister.MOST_ROWS)
            int taken,

            @Schema(required = true) @PositiveOrZero @Max(OldRegister.MOST_ROWS)
            int takenBefore,

            @Schema(required = true) @PositiveOrZero @Max(OldRegister.MOST_ROWS)
            int faulty,

            @Schema(required = true) @PositiveOrZero @Max(OldRegister.MOST_ROWS)
            int copies,

            @Schema(required = true) @PositiveOrZero @Max(OldRegister.MOST_ROWS)
            int inOrder,

            @Schema(required = true) @PositiveOrZero @Max(OldRegister.MOST_ROWS)
            int notReached) {

        static Counts of(Map<Outcome, Long> counts) {
            Function<Outcome, Integer> of =
                    outcome -> counts.getOrDefault(outcome, 0L).intValue();
            return new Counts(
                    of.apply(Outcome.TAKEN),
                    of.apply(Outcome.TAKEN_BEFORE),
                    of.apply(Outcome.FAULTY),
                    of.apply(Outcome.COPY),
                    of.apply(Outcome.IN_ORDER),
                    of.apply(Outcome.NOT_REACHED));
        }
    }

    /** A row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EnteredRow")
    public record RowView(
            @Schema(description = "Name of its sheet; absent for CSV", examples = "Năm 2020") @Size(max = LONGEST_NAME)
            String sheet,

            @Schema(required = true, description = "Number of the row in its sheet or file, from 1", examples = "5")
            @Min(1)
            @Max(LAST_ROW)
            int row,

            @Schema(description = "Its number in the old register, as printed", examples = "12")
            @Size(max = LONGEST_NUMBER)
            String printedNumber,

            @Schema(
                    description = "When it was received, as read; absent where that could not be read",
                    examples = "2021-01-04T00:00:00+07:00")
            OffsetDateTime receivedAt,

            @Schema(description = "The channel as read, or of the call; absent where it could not be read")
            Channel channel,

            @Schema(description = "The kind as read, or the default; absent where it could not be read")
            Kind kind,

            @Schema(required = true) Outcome outcome,

            @Schema(description = "The receipt, if it is taken; the same row sent again shows it once more")
            ReceiptView receipt,

            @Schema(required = true, description = "What is wrong; empty for a row in order") @Size(max = MOST_FAULTS)
            List<RowFault> faults) {

        /** @param otherwise the channel of rows that name none */
        static RowView taken(ReadRow row, Optional<Channel> otherwise, Outcome outcome, ReceiptView receipt) {
            return of(row, otherwise, outcome, receipt, List.of());
        }

        static RowView faulty(ReadRow row, Optional<Channel> otherwise, List<FieldFault> faults) {
            return of(row, otherwise, Outcome.FAULTY, null, faults);
        }

        static RowView of(ReadRow row, Optional<Channel> otherwise, Outcome outcome) {
            return of(row, otherwise, outcome, null, List.of());
        }

        private static RowView of(
                ReadRow row,
                Optional<Channel> otherwise,
                Outcome outcome,
                ReceiptView receipt,
                List<FieldFault> faults) {
            return new RowView(
                    cut(row.written().sheet(), LONGEST_NAME),
                    row.written().number(),
                    row.written()
                            .cell(RegisterField.NUMBER)
                            .map(WrittenCell::text)
                            .map(text -> cut(text, LONGEST_NUMBER))
                            .orElse(null),
                    row.receivedAt().orElse(null),
                    row.channel(otherwise).orElse(null),
                    row.kind().orElse(null),
                    outcome,
                    receipt,
                    faults.stream()
                            .map(fault -> new RowFault(fault.field(), null, fault.message()))
                            .toList());
        }

        private RowView headed(Map<String, Map<RegisterField, String>> headings) {
            Map<RegisterField, String> own = headings.getOrDefault(sheet == null ? "" : sheet, Map.of());
            return new RowView(
                    sheet,
                    row,
                    printedNumber,
                    receivedAt,
                    channel,
                    kind,
                    outcome,
                    receipt,
                    faults.stream().map(fault -> fault.headed(own)).toList());
        }
    }

    /** Why a row is not taken. What the cell states is not repeated. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RowFault")
    public record RowFault(
            @Schema(
                    required = true,
                    description = "The field as `receiveFeedback` names it; `row` for the whole row",
                    examples = "sender.phone")
            @Size(max = FieldFault.LONGEST)
            String field,

            @Schema(description = "Heading of its column; absent where the sheet has none", examples = "Số điện thoại")
            @Size(max = LONGEST_HEADING)
            String column,

            @Schema(required = true) BilingualText message) {

        private RowFault headed(Map<RegisterField, String> headings) {
            return new RowFault(
                    field,
                    RegisterField.ofPath(field)
                            .map(headings::get)
                            .map(heading -> cut(heading, LONGEST_HEADING))
                            .orElse(null),
                    message);
        }
    }

    /** A column. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RegisterColumn")
    public record ColumnView(
            @Schema(description = "Name of its sheet; absent for CSV", examples = "Năm 2020") @Size(max = LONGEST_NAME)
            String sheet,

            @Schema(required = true, description = "The letters by which Excel shows it", examples = "C") @Size(max = 3)
            String letters,

            @Schema(description = "As printed; absent for cells without one", examples = "Ngày tiếp nhận")
            @Size(max = LONGEST_HEADING)
            String heading,

            @Schema(
                    description =
                            "What it is read as: a field of `receiveFeedback`, or `number`; absent for one that is not read",
                    examples = "receivedAt")
            @Size(max = FieldFault.LONGEST)
            String field) {

        static ColumnView of(HeadedColumn column) {
            return new ColumnView(
                    cut(column.sheet(), LONGEST_NAME),
                    column.letters(),
                    cut(column.heading(), LONGEST_HEADING),
                    column.field().map(RegisterField::path).orElse(null));
        }
    }

    /** What people have to know of the reading. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RegisterNote")
    public record NoteView(
            @Schema(required = true, description = "Stable name")
            Note.Kind code,

            @Schema(description = "Name of the sheet; absent for CSV", examples = "Năm 2020") @Size(max = LONGEST_NAME)
            String sheet,

            @Schema(description = "Number of the row, from 1; absent where it is about none", examples = "31")
            @Min(1)
            @Max(LAST_ROW)
            Integer row,

            @Schema(
                    description = "Number of the last row, where it is about several that follow each other",
                    examples = "33")
            @Min(1)
            @Max(LAST_ROW)
            Integer lastRow,

            @Schema(required = true) BilingualText text) {

        static NoteView of(Note note) {
            return new NoteView(
                    note.kind(),
                    cut(note.sheet(), LONGEST_NAME),
                    note.row() == 0 ? null : note.row(),
                    note.lastRow() == note.row() ? null : note.lastRow(),
                    text(note));
        }

        private static BilingualText text(Note note) {
            String place =
                    Optional.ofNullable(cut(note.place(), LONGEST_NUMBER)).orElse("");
            return switch (note.kind()) {
                case SHEET_WITHOUT_HEADING ->
                    BilingualText.of(
                            "Trang tính không có cột ngày nhận và cột nội dung: không đọc.",
                            "The sheet has no columns of the day of receipt and the content: not read.");
                case ROW_WITHOUT_CASE ->
                    BilingualText.of(
                            "Dòng không có ngày nhận, người gửi và nội dung: không đọc.",
                            "The row has no day of receipt, no sender and no content: not read.");
                case HIDDEN_SHEET ->
                    BilingualText.of(
                            "Trang tính ẩn: không đọc. Hãy bỏ ẩn nếu cần nhập.",
                            "The sheet is hidden: not read. Unhide it if it is to be entered.");
                case HIDDEN_ROW -> BilingualText.of("Dòng ẩn cũng đã được đọc.", "The hidden row was read too.");
                case HIDDEN_COLUMN ->
                    BilingualText.of(
                            "Cột ẩn " + place + " cũng đã được đọc.", "The hidden column " + place + " was read too.");
                case BROKEN_ROW ->
                    BilingualText.of(
                            "Dòng bị ngắt thành nhiều dòng đã được gộp lại.",
                            "A row broken into several lines was put together.");
                case COMMENT ->
                    BilingualText.of(
                            "Ghi chú (nhận xét) ở ô " + place + " không được đọc.",
                            "The comment on cell " + place + " is not read.");
                case OTHER_CONTENT ->
                    BilingualText.of(
                            "Hình hoặc chữ bị che trên trang tính không được đọc.",
                            "Pictures or covered text on the sheet are not read.");
            };
        }
    }
}
