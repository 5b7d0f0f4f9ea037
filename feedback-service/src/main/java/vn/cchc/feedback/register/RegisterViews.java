package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.handling.FeedbackRepository;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.numbering.GaplessNumbers;

/** Views of the register of a year (sổ theo dõi), including numbers lost in a restore. */
@ApplicationScoped
@Transactional
class RegisterViews {

    private final FeedbackRepository repository;
    private final KnownAuthorities authorities;
    private final GaplessNumbers numbers;
    private final Clock clock;

    RegisterViews(FeedbackRepository repository, KnownAuthorities authorities, GaplessNumbers numbers, Clock clock) {
        this.repository = repository;
        this.authorities = authorities;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * A page by number.
     *
     * @param year null for this one
     */
    Page<RegisterEntry> list(Integer year, Sight sight, Integer limit, String cursor) {
        int wanted = year == null ? Year.now(clock).getValue() : year;
        return Page.read(
                limit,
                cursor,
                "register " + sight.authorityId() + " " + wanted,
                (after, atMost) ->
                        entries(sight, wanted, after.map(last -> last.number(0)).orElse(0), atMost),
                entry -> List.of(entry.number()));
    }

    private List<RegisterEntry> entries(Sight sight, int year, int last, int limit) {
        Optional<KnownAuthority> authority = authorities.find(sight.authorityId());
        Stream<RegisterEntry> entered = repository.register(sight.authorityId(), year, last, limit).stream()
                .map(line -> RegisterEntry.of(
                        line,
                        sight.identifiesSender(line.feedback().unitId()),
                        unitName(authority, line.feedback().unitId())));
        Stream<RegisterEntry> lost =
                numbers.lost(sight.authorityId(), year, FeedbackRepository.REGISTER, last, limit).stream()
                        .map(number -> {
                            RegisterEntry.Told told = told(number);
                            return RegisterEntry.lost(
                                    number.number(),
                                    number.aggregateId(),
                                    told,
                                    unitName(authority, Optional.ofNullable(told.unitId())));
                        });
        return Stream.concat(entered, lost)
                .sorted(Comparator.comparing(RegisterEntry::number))
                .limit(limit)
                .toList();
    }

    private static Optional<String> unitName(Optional<KnownAuthority> authority, Optional<UUID> unitId) {
        return unitId.flatMap(unit -> authority.flatMap(known -> known.unitName(unit)));
    }

    private static RegisterEntry.Told told(GaplessNumbers.Lost number) {
        return JsonColumns.read(number.state(), RegisterEntry.Told.class);
    }
}
