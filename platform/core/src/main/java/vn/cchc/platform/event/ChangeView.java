package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;

/** A change of something, as whoever may see it reads it: what, when, who, why, from which state into which. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Change", description = "Một thay đổi: ai, khi nào, vì sao. A change: who, when, why.")
public record ChangeView(
        @Schema(
                required = true,
                examples = "3",
                description =
                        "1 for the first change, one more for each that follows; it begins anew with the journal, behind what is reconstructed")
        long sequence,

        @Schema(required = true, examples = "answered", description = "What was done")
        String what,

        @Schema(required = true, examples = "2021-01-12T09:40:00+07:00", description = "When it happened")
        OffsetDateTime at,

        @Schema(
                required = true,
                examples = "2021-01-12T09:40:00+07:00",
                description =
                        "When it became known here; later than `at` where it follows from what another service told")
        OffsetDateTime recordedAt,

        @Schema(
                examples = "Trần Thị Bình",
                description = "Who did it; absent where it was a citizen without an account")
        String actor,

        @Schema(description = "Why, as they have put it") String reason,

        @Schema(examples = "ASSIGNED", description = "The state before; absent for the first change")
        String from,

        @Schema(examples = "ANSWERED", description = "The state after; absent where the thing has none")
        String to,

        @Schema(
                required = true,
                description = "Carried over from before there was a journal: what is missing was not kept then")
        boolean reconstructed) {

    static ChangeView of(Recorded change) {
        return new ChangeView(
                change.sequence(),
                change.what(),
                change.occurredAt(),
                change.recordedAt(),
                change.by().name(),
                change.reason().orElse(null),
                change.before().flatMap(ChangeView::state).orElse(null),
                state(change.state()).orElse(null),
                change.reconstructed());
    }

    private static Optional<String> state(JsonNode state) {
        return Optional.ofNullable(state.get("state")).map(JsonNode::asText);
    }

    /**
     * A page of the changes of something that the caller may see, oldest first.
     *
     * @param limit the parameter {@code limit}, or null
     * @param cursor the parameter {@code cursor}, or null
     */
    public static Page<ChangeView> page(Journal journal, String kind, UUID id, Integer limit, String cursor) {
        return page(journal, kind, id, limit, cursor, -1, 1);
    }

    /**
     * The same without the changes before one, for whoever may see what followed only.
     *
     * @param first the first change that the caller may see
     */
    public static Page<ChangeView> page(
            Journal journal, String kind, UUID id, Integer limit, String cursor, Recorded first) {
        return page(journal, kind, id, limit, cursor, first.epoch(), first.sequence());
    }

    private static Page<ChangeView> page(
            Journal journal, String kind, UUID id, Integer limit, String cursor, int firstEpoch, long firstSequence) {
        int size = PageLimit.of(limit);
        String filters = "changes " + kind + id + " " + firstEpoch + " " + firstSequence;
        Optional<Cursor> after = Cursor.decode(cursor, filters);
        List<Recorded> changes = journal.changes(
                kind,
                id,
                after.map(from -> from.number(0)).orElse(firstEpoch),
                after.map(from -> (long) from.number(1)).orElse(firstSequence - 1),
                size + 1);
        return Page.of(
                changes, size, ChangeView::of, change -> Cursor.encode(filters, change.epoch(), change.sequence()));
    }
}
