package vn.cchc.feedback.escalation;

import jakarta.inject.Singleton;
import java.util.List;
import vn.cchc.platform.metrics.StoredFigures;
import vn.cchc.platform.metrics.StoredGauge;

/** Mails that were not sent. */
@Singleton
class MailFigures implements StoredFigures {

    @Override
    public String query() {
        return """
                SELECT count(*), coalesce(max(attempts), 0),
                    (SELECT count(*) FROM mail WHERE given_up_at > business_time() - interval '7 days')
                FROM mail WHERE sent_at IS NULL AND given_up_at IS NULL""";
    }

    @Override
    public List<StoredGauge> gauges() {
        return List.of(
                new StoredGauge("cchc.mails.waiting", "mails", "Mails composed and not sent yet"),
                new StoredGauge(
                        "cchc.mails.waiting.attempts", "attempts", "The most attempts that one of them has failed at"),
                new StoredGauge("cchc.mails.given.up", "mails", "Mails given up within the last seven days"));
    }
}
