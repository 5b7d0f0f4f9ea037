package vn.cchc.feedback.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.feedback.handling.VisibleCases;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.VietnamTime;

/**
 * Compares a case with those of the same authority that arrived around it: which may be the same matter, and which unit handled what
 * was like it. Nothing is decided by it, and nothing stored for it. However many cases there are, {@value #MOST} are read.
 */
@ApplicationScoped
class Comparisons {

    /** Cases that arrived before the end of {@link #AFTER}, the latest ones. */
    private static final int MOST = 500;

    /** The same matter may be told again after this case. */
    private static final Period AFTER = Period.ofDays(30);

    /** From here on two texts of some sentences may well tell of the same matter; below it nearly none do. */
    private static final double SAME_MATTER = 0.25;

    /** Below this, texts have little more in common than the words of every letter. */
    private static final double SAME_KIND = 0.08;

    private static final String CASES = """
            select f.id, f.registerNumber, f.registerYear, f.state, f.receivedAt, f.unitId, f.excerpt, f.contentFolded,
                s.phone, s.email
            from Feedback f join FeedbackSender s on s.feedbackId = f.id
            """;

    private static final String OF_THIS_TIME =
            CASES + "where f.authorityId = :authority and f.receivedAt < :end order by f.receivedAt desc, f.id desc";

    private final VisibleCases cases;
    private final EntityManager entities;
    private final KnownAuthorities authorities;
    private final Clock clock;

    Comparisons(VisibleCases cases, EntityManager entities, KnownAuthorities authorities, Clock clock) {
        this.cases = cases;
        this.entities = entities;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Other cases that may tell of the same matter, or are of the same sender; the most alike first.
     *
     * @throws Problem 404 when the case is out of sight
     */
    @Transactional
    SimilarCasesView similar(UUID id, Sight sight) {
        Neighbourhood around = around(cases.get(id, sight).feedback());
        return new SimilarCasesView(
                around.neighbours()
                        .filter(other -> other.likeness() >= SAME_MATTER || other.ofSameSender())
                        .limit(SimilarCasesView.MOST)
                        .map(SimilarCaseView::of)
                        .toList(),
                around.others().size());
    }

    /**
     * Units, valid today, that handle what is most like the case; the one with most of it first.
     *
     * @throws Problem 404 when the case is out of sight
     */
    @Transactional
    UnitSuggestionsView units(UUID id, Sight sight) {
        Feedback feedback = cases.get(id, sight).feedback();
        Neighbourhood around = around(feedback);
        LocalDate today = LocalDate.now(clock);
        KnownAuthority authority =
                authorities.findOn(feedback.authorityId(), today).orElseThrow(Problem::notFound);
        Map<UUID, List<Neighbour>> byUnit = around.neighbours()
                .filter(other -> other.likeness() >= SAME_KIND && other.recent().unitId() != null)
                .filter(other ->
                        authority.unitOn(other.recent().unitId(), today).isPresent())
                .limit(UnitSuggestionsView.COMPARED)
                .collect(Collectors.groupingBy(
                        other -> other.recent().unitId(), LinkedHashMap::new, Collectors.toList()));
        int compared = byUnit.values().stream().mapToInt(List::size).sum();
        return new UnitSuggestionsView(
                byUnit.entrySet().stream()
                        .sorted(Comparator.comparingDouble(unit -> -likeness(unit.getValue())))
                        .limit(UnitSuggestionsView.MOST)
                        .map(unit -> new UnitSuggestionView(
                                unit.getKey(),
                                authority.unitName(unit.getKey()).orElseThrow(),
                                unit.getValue().size(),
                                around.likeness.common(
                                        feedback.content(),
                                        unit.getValue().stream()
                                                .map(other -> other.recent().terms())
                                                .toList(),
                                        UnitSuggestionView.WORDS),
                                unit.getValue().stream()
                                        .limit(UnitSuggestionView.EXAMPLES)
                                        .map(SimilarCaseView::of)
                                        .toList()))
                        .toList(),
                compared);
    }

    private static double likeness(List<Neighbour> others) {
        return others.stream().mapToDouble(Neighbour::likeness).sum();
    }

    /** Another case beside the one that is looked at. */
    record Neighbour(RecentCase recent, double likeness, boolean ofSameSender) {}

    private record Neighbourhood(RecentCase looked, List<RecentCase> others, Likeness likeness) {

        static Neighbourhood of(RecentCase looked, List<RecentCase> others) {
            return new Neighbourhood(
                    looked,
                    others,
                    new Likeness(Stream.concat(Stream.of(looked), others.stream())
                            .map(RecentCase::terms)
                            .toList()));
        }

        /** The most alike first; of those as much alike, the latest first. */
        Stream<Neighbour> neighbours() {
            return others.stream()
                    .map(other -> new Neighbour(
                            other, likeness.between(looked.terms(), other.terms()), looked.hasSenderOf(other)))
                    .sorted(Comparator.comparingDouble(Neighbour::likeness).reversed());
        }
    }

    private Neighbourhood around(Feedback feedback) {
        RecentCase looked = RecentCase.of(entities.createQuery(CASES + "where f.id = :id", Object[].class)
                .setParameter("id", feedback.id())
                .getSingleResult());
        Instant end = feedback.receivedAt()
                .atZoneSameInstant(VietnamTime.ZONE)
                .plus(AFTER)
                .toInstant();
        List<RecentCase> others = entities
                .createQuery(OF_THIS_TIME, Object[].class)
                .setParameter("authority", feedback.authorityId())
                .setParameter("end", end)
                .setMaxResults(MOST + 1)
                .getResultList()
                .stream()
                .map(RecentCase::of)
                .filter(other -> !other.id().equals(looked.id()))
                .limit(MOST)
                .toList();
        return Neighbourhood.of(looked, others);
    }
}
