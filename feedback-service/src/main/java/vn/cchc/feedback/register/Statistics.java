package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.cchc.feedback.Channel;
import vn.cchc.platform.time.VietnamTime;

/** Counts what arrived in a period, as it was at the end of it; read from one index. */
@ApplicationScoped
class Statistics {

    private static final String COUNTS = """
            SELECT channel, count(*),
                   count(*) FILTER (WHERE answered_on <= :asOf AND answered_on <= due_on),
                   count(*) FILTER (WHERE answered_on <= :asOf AND answered_on > due_on),
                   count(*) FILTER (WHERE ended_on IS NULL OR ended_on > :asOf),
                   count(*) FILTER (WHERE (ended_on IS NULL OR ended_on > :asOf)
                                          AND due_on < least(:overdueBefore, paused_since)),
                   count(*) FILTER (WHERE ended_on <= :asOf AND state = 'REFUSED'),
                   count(*) FILTER (WHERE ended_on <= :asOf AND state = 'REFERRED'),
                   count(*) FILTER (WHERE ended_on <= :asOf AND state = 'WITHDRAWN')
            FROM feedback
            WHERE authority_id = :authority AND received_at >= :from AND received_at < :before
            GROUP BY channel ORDER BY channel""";

    private final EntityManager entities;

    Statistics(EntityManager entities) {
        this.entities = entities;
    }

    /** @param to included; a day to come counts as today, whose end has not been reached */
    StatisticsView count(UUID authorityId, LocalDate from, LocalDate to, LocalDate today) {
        boolean over = to.isBefore(today);
        LocalDate asOf = over ? to : today;
        List<?> rows = entities.createNativeQuery(COUNTS, Object[].class)
                .setParameter("asOf", asOf)
                .setParameter("overdueBefore", over ? to.plusDays(1) : today)
                .setParameter("authority", authorityId)
                .setParameter("from", from.atStartOfDay(VietnamTime.ZONE).toOffsetDateTime())
                .setParameter(
                        "before", to.plusDays(1).atStartOfDay(VietnamTime.ZONE).toOffsetDateTime())
                .getResultList();
        List<StatisticsView.OfChannel> byChannel =
                rows.stream().map(row -> ofChannel((Object[]) row)).toList();
        return new StatisticsView(
                authorityId,
                from,
                to,
                asOf,
                StatisticsView.Counts.sum(
                        byChannel.stream().map(StatisticsView.OfChannel::counts).toList()),
                byChannel);
    }

    private static StatisticsView.OfChannel ofChannel(Object[] row) {
        return new StatisticsView.OfChannel(
                Channel.valueOf((String) row[0]),
                StatisticsView.Counts.of(
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6]),
                        number(row[7]),
                        number(row[8])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
