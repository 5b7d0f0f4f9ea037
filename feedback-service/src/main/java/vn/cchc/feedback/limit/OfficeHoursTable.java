package vn.cchc.feedback.limit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** All office hours, and the selection rule. */
public record OfficeHoursTable(List<OfficeHours> all) {

    private static final Comparator<OfficeHours> NARROWEST = Comparator.comparing(
                    (OfficeHours hours) -> hours.authorityId().isPresent())
            .thenComparing(OfficeHours::validFrom)
            .thenComparing(OfficeHours::id);

    public OfficeHoursTable {
        all = List.copyOf(all);
    }

    /**
     * When the authority's office is open on that day, if it is worked: by its own hours, otherwise by those of the whole
     * country; of two valid on that day by the one that is valid from the later day, then by the one entered last.
     *
     * @param authorityId {@code null} for those of the whole country
     * @throws IllegalStateException when none are valid: those of the whole country must not be removed
     */
    OfficeTimes on(UUID authorityId, LocalDate day) {
        return all.stream()
                .filter(hours -> hours.validOn(day)
                        && hours.authorityId()
                                .map(own -> own.equals(authorityId))
                                .orElse(true))
                .max(NARROWEST)
                .orElseThrow(() -> new IllegalStateException("No office hours are in force on " + day))
                .times();
    }
}
