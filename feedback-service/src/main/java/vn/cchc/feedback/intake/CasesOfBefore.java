package vn.cchc.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.platform.time.VietnamTime;

/**
 * The cases in which a row of an old register may stand already: entered by hand, or taken from the row before it was corrected. Two of
 * the day of receipt, the content and the number in the old register are then the same. The rows of the same file are no such cases: they
 * stand beside each other in one register.
 */
@ApplicationScoped
class CasesOfBefore {

    private static final String FIND = """
            WITH asked AS (
                SELECT * FROM unnest(?::text[]::int[], ?::text[]::date[], ?::text[], ?::text[])
                    AS asked (place, day, content, number)
            )
            SELECT a.place, f.id, f.register_number, f.register_year
            FROM asked a JOIN feedback f ON f.authority_id = ?
                AND f.received_at >= a.day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
                AND f.received_at < (a.day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
                AND f.content_folded = a.content
            UNION
            SELECT a.place, f.id, f.register_number, f.register_year
            FROM asked a JOIN old_register_row o ON o.authority_id = ? AND o.number = a.number
                JOIN feedback f ON f.id = o.feedback_id
            WHERE f.received_on = a.day OR f.content_folded = a.content
            ORDER BY 1, 4, 3""";

    private static final String KEEP =
            "INSERT INTO old_register_row (feedback_id, authority_id, number) VALUES (:id, :authority, :number)";

    private final PlainQueries queries;
    private final EntityManager entities;

    CasesOfBefore(PlainQueries queries, EntityManager entities) {
        this.queries = queries;
        this.entities = entities;
    }

    /** Keeps the number that a feedback had in the old register. */
    void keep(UUID id, UUID authority, String number) {
        // The feedback that it refers to is inserted first.
        entities.flush();
        entities.createNativeQuery(KEEP)
                .setParameter("id", id)
                .setParameter("authority", authority)
                .setParameter("number", number)
                .executeUpdate();
    }

    private record Found(int place, UUID id, int number, int year) {}

    /**
     * The fault of each row that is a case already, by its place among them.
     *
     * @param rows with a day and a content
     * @param ofFile the ids of all rows of the file
     */
    Map<Integer, FieldFault> of(List<ReadRow> rows, UUID authority, Set<UUID> ofFile) {
        Map<Integer, FieldFault> faults = new HashMap<>();
        if (rows.isEmpty()) {
            return faults;
        }
        List<Found> found = queries.list(
                FIND,
                List.of(
                        IntStream.range(0, rows.size())
                                .mapToObj(String::valueOf)
                                .toArray(String[]::new),
                        array(rows, row -> day(row).toString()),
                        array(rows, row -> VietnameseText.fold(row.wanted().content())),
                        array(rows, row -> row.number().orElse(null)),
                        authority,
                        authority),
                row -> new Found(row.getInt(1), row.getObject(2, UUID.class), row.getInt(3), row.getInt(4)));
        found.stream()
                .filter(each -> !ofFile.contains(each.id()))
                .forEach(each -> faults.putIfAbsent(each.place(), fault(each)));
        return faults;
    }

    /** The same of one row; it sees what others have entered until now. */
    Optional<FieldFault> of(ReadRow row, UUID authority, Set<UUID> ofFile) {
        return Optional.ofNullable(of(List.of(row), authority, ofFile).get(0));
    }

    private static String[] array(List<ReadRow> rows, Function<ReadRow, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private static LocalDate day(ReadRow row) {
        return row.wanted().receivedAt().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    }

    private static FieldFault fault(Found found) {
        String place = found.number() + "/" + found.year();
        return FieldFault.of(
                ReadRow.ROW,
                "Đã có trong sổ với số " + place
                        + " (trùng hai trong ba: ngày nhận, nội dung, số trong sổ cũ). Sửa trong vụ việc đó;"
                        + " nếu là việc khác, hãy nhập riêng.",
                "Already taken as case " + place
                        + ": two of day, content and old number are the same. Make corrections there; if it is another"
                        + " matter, hand it in by itself.");
    }
}
