package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.handling.FeedbackRepository;
import vn.cchc.feedback.handling.RegisterRows;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.numbering.GaplessNumbers;

/**
 * Lines of the register for numbers lost in a restore. When they were entered is not told in events: a lost number counts as
 * entered when it was last told of, or with the next number that is there, whichever is earlier.
 */
@ApplicationScoped
class LostEntries {

    private final GaplessNumbers numbers;
    private final RegisterRows rows;

    LostEntries(GaplessNumbers numbers, RegisterRows rows) {
        this.numbers = numbers;
        this.rows = rows;
    }

    /** At most that many, by number, behind {@code last}. */
    List<RegisterEntry> of(
            RegisterSpan span, UUID authorityId, int year, int last, int most, Optional<KnownAuthority> names) {
        List<RegisterEntry> entries = new ArrayList<>();
        int after = last;
        while (entries.size() < most) {
            List<GaplessNumbers.Lost> lost = numbers.lost(authorityId, year, FeedbackRepository.REGISTER, after, most);
            if (lost.isEmpty()) {
                break;
            }
            entries.addAll(entries(span, authorityId, year, lost, names));
            after = lost.get(lost.size() - 1).number();
            if (lost.size() < most) {
                break;
            }
        }
        return entries;
    }

    private List<RegisterEntry> entries(
            RegisterSpan span,
            UUID authorityId,
            int year,
            List<GaplessNumbers.Lost> lost,
            Optional<KnownAuthority> names) {
        boolean all = span.enteredFrom().isEmpty() && span.enteredBefore().isEmpty();
        Map<Integer, OffsetDateTime> next = all
                ? Map.of()
                : rows.enteredBy(
                        authorityId,
                        year,
                        lost.stream().map(GaplessNumbers.Lost::number).toList());
        List<RegisterEntry> entries = new ArrayList<>();
        for (GaplessNumbers.Lost number : lost) {
            Standing.Told told = JsonColumns.read(number.state(), Standing.Told.class);
            if (all || span.covers(entered(told, Optional.ofNullable(next.get(number.number()))))) {
                boolean known = span.asOfEnd()
                        .filter(end -> !told.occurredAt().isBefore(end))
                        .isEmpty();
                Standing standing = known ? told.standing() : told.standingOnEntry();
                entries.add(RegisterEntry.lost(
                        number.number(),
                        number.aggregateId(),
                        told,
                        standing,
                        RegisterViews.unitName(names, standing.unitId())));
            }
        }
        return entries;
    }

    private static OffsetDateTime entered(Standing.Told told, Optional<OffsetDateTime> next) {
        return next.filter(by -> by.isBefore(told.occurredAt())).orElse(told.occurredAt());
    }
}
