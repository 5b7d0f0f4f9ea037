package vn.cchc.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.intake.OldRegisterView.Outcome;
import vn.cchc.feedback.intake.OldRegisterView.RowView;
import vn.cchc.feedback.intake.oldregister.OldRegister;
import vn.cchc.feedback.intake.oldregister.UnfitRegister;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.refusal.FileRefusal;
import vn.cchc.platform.separated.TableFile;

/**
 * Hands in the rows of old registers, each in a transaction of its own, by the use case of a single intake. Between two rows others get
 * their turn at the authority's number book.
 */
@ApplicationScoped
class OldRegisters {

    /**
     * For how long one call takes rows: well within the deadline of a request, so that a call of any file is answered, and a replica
     * that stops has finished it.
     */
    private static final Duration WORK = Duration.ofSeconds(4);

    /** Rows that are looked up by one statement. */
    private static final int SLICE = 200;

    private static final int UNPROCESSABLE = 422;

    private final Intake intake;
    private final RowIds ids;
    private final Validator validator;

    /** One file at a time on a replica: it occupies a worker, and its content memory. */
    private final Semaphore turn = new Semaphore(1);

    OldRegisters(Intake intake, RowIds ids, Validator validator) {
        this.intake = intake;
        this.ids = ids;
        this.validator = validator;
    }

    /**
     * Hands in the rows that are in order and have not been before, until all are or the time of a call has passed.
     *
     * @param who a clerk
     * @param afterReading called when the file is read, before the first row is taken
     * @throws Problem 422 for a form without one file, and for a file of which no row can be taken; 429 while this replica reads
     *     another file
     */
    OldRegisterView enter(SentRegister sent, Caller who, Runnable afterReading) {
        if (!turn.tryAcquire()) {
            throw Problem.tooManyRequests(
                    WORK.toSeconds(),
                    BilingualText.of(
                            "Một sổ khác đang được nhập. Vui lòng gửi lại sau vài giây.",
                            "Another register is being entered. Please send it again in some seconds."));
        }
        try {
            OldRegister register = read(sent);
            afterReading.run();
            long began = System.nanoTime();
            List<List<Row>> slices = slices(register, sent, who);
            Call call = new Call(
                    sent,
                    who,
                    slices.stream()
                            .flatMap(List::stream)
                            .flatMap(row -> row.id().stream())
                            .collect(Collectors.toUnmodifiableSet()),
                    began);
            List<RowView> rows = new ArrayList<>();
            slices.forEach(slice -> rows.addAll(enter(slice, call)));
            return OldRegisterView.of(register, sent.dryRun(), rows);
        } finally {
            turn.release();
        }
    }

    /**
     * A row with the id of its feedback, which is not known where it has faults.
     *
     * @param copy whether it stands in an earlier sheet of the file
     */
    private record Row(ReadRow read, Optional<UUID> id, boolean copy) {}

    /**
     * What all rows of a call have in common.
     *
     * @param ids of its rows
     * @param began in terms of {@link System#nanoTime}
     */
    private record Call(SentRegister sent, Caller who, Set<UUID> ids, long began) {

        boolean hasTime() {
            return System.nanoTime() - began <= WORK.toNanos();
        }
    }

    private List<List<Row>> slices(OldRegister register, SentRegister sent, Caller who) {
        RowIds.Counted counted = ids.of(who.authority());
        Set<UUID> seen = new HashSet<>();
        List<List<Row>> slices = new ArrayList<>();
        for (int from = 0; from < register.rows().size(); from += SLICE) {
            int to = Math.min(register.rows().size(), from + SLICE);
            slices.add(register.rows().subList(from, to).stream()
                    .map(written -> ReadRow.of(written, sent.otherwise(), validator))
                    .map(read -> {
                        Optional<UUID> id = read.isInOrder() ? Optional.of(counted.next(read)) : Optional.empty();
                        return new Row(read, id, id.isPresent() && !seen.add(id.get()));
                    })
                    .toList());
        }
        return slices;
    }

    /**
     * What is known of a slice before any of it is taken.
     *
     * @param received receipts by id
     * @param faults of each row
     */
    private record Known(Map<UUID, ReceiptView> received, List<List<FieldFault>> faults) {}

    private Known known(List<Row> slice, Call call) {
        return ReadTransaction.call(() -> {
            Map<UUID, ReceiptView> received = intake.received(
                    slice.stream().flatMap(row -> row.id().stream()).toList());
            List<ReadRow> another = slice.stream()
                    .filter(row ->
                            row.id().filter(id -> !received.containsKey(id)).isPresent())
                    .map(Row::read)
                    .toList();
            Map<Integer, FieldFault> before = intake.takenBefore(another, call.who(), call.ids());
            IdentityHashMap<ReadRow, FieldFault> cases = new IdentityHashMap<>();
            before.forEach((place, fault) -> cases.put(another.get(place), fault));
            return new Known(
                    received,
                    slice.stream()
                            .map(row -> faults(row.read(), cases, call.who()))
                            .toList());
        });
    }

    private List<FieldFault> faults(ReadRow row, IdentityHashMap<ReadRow, FieldFault> cases, Caller who) {
        List<FieldFault> found = new ArrayList<>(intake.faults(row.wanted(), who));
        Optional.ofNullable(cases.get(row)).ifPresent(found::add);
        return row.with(found);
    }

    private List<RowView> enter(List<Row> slice, Call call) {
        Known known = known(slice, call);
        List<RowView> views = new ArrayList<>();
        for (int i = 0; i < slice.size(); i++) {
            views.add(enter(slice.get(i), known.faults().get(i), known.received(), call));
        }
        return views;
    }

    private RowView enter(Row row, List<FieldFault> faults, Map<UUID, ReceiptView> received, Call call) {
        Optional<Channel> otherwise = call.sent().otherwise();
        Optional<ReceiptView> before = row.id().map(received::get);
        if (row.copy()) {
            return RowView.of(row.read(), otherwise, Outcome.COPY);
        }
        if (before.isPresent()) {
            return RowView.taken(row.read(), otherwise, Outcome.TAKEN_BEFORE, before.get());
        }
        if (!faults.isEmpty()) {
            return RowView.faulty(row.read(), otherwise, faults);
        }
        if (call.sent().dryRun()) {
            return RowView.of(row.read(), otherwise, Outcome.IN_ORDER);
        }
        return call.hasTime() ? take(row, call) : RowView.of(row.read(), otherwise, Outcome.NOT_REACHED);
    }

    private RowView take(Row row, Call call) {
        Optional<Channel> otherwise = call.sent().otherwise();
        try {
            Intake.ReceivedOnce taken = intake.receiveOnce(
                    new Intake.OfRegister(row.read(), call.ids()),
                    call.who(),
                    row.id().orElseThrow());
            return RowView.taken(
                    row.read(),
                    otherwise,
                    taken.before() ? Outcome.TAKEN_BEFORE : Outcome.TAKEN,
                    taken.received().receipt());
        } catch (Problem problem) {
            // Since the row was checked the policy or the authority may have ended, or the same case may have been
            // entered. Anything else is no fault of the row.
            if (problem.getStatusCode() != UNPROCESSABLE) {
                throw problem;
            }
            return RowView.faulty(row.read(), otherwise, problem.faults());
        }
    }

    private static OldRegister read(SentRegister sent) {
        try {
            PrintedDocument document = TableFile.read(sent.file(), OldRegister.TABLES);
            return OldRegister.read(document);
        } catch (UnreadableFile e) {
            throw FileRefusal.of(e, FileRefusal.Taken.TABLES);
        } catch (UnfitRegister e) {
            throw problem(e);
        }
    }

    private static Problem problem(UnfitRegister unfit) {
        return switch (unfit.reason()) {
            case WITHOUT_HEADING ->
                Problem.unprocessable(
                        "register-without-heading",
                        BilingualText.of(
                                "Không thấy dòng tiêu đề có cột ngày nhận và cột nội dung trong 50 dòng đầu của một trang tính không ẩn.",
                                "No row of the first 50 of a sheet that is not hidden has the headings of the day of receipt and of the content."));
            case COLUMN_TWICE ->
                Problem.unprocessable(
                        "register-column-twice",
                        BilingualText.of(
                                "Hai cột cùng một nội dung: \"" + String.join("\", \"", unfit.headings())
                                        + "\". Hãy đổi tên hoặc bỏ một cột.",
                                "Two columns state the same: \"" + String.join("\", \"", unfit.headings())
                                        + "\". Rename or remove one."));
            case TOO_MANY_ROWS ->
                Problem.unprocessable(
                        "register-too-many-rows",
                        BilingualText.of(
                                "Tệp có hơn " + OldRegister.MOST_ROWS + " dòng: hãy chia thành nhiều tệp.",
                                "The file has more than " + OldRegister.MOST_ROWS
                                        + " rows: make several files of it."));
            case TOO_MANY_COLUMNS ->
                Problem.unprocessable(
                        "register-too-many-columns",
                        BilingualText.of(
                                "Tệp có hơn " + OldRegister.MOST_COLUMNS + " cột.",
                                "The file has more than " + OldRegister.MOST_COLUMNS + " columns."));
        };
    }
}
