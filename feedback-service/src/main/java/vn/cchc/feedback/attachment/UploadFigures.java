package vn.cchc.feedback.attachment;

import jakarta.inject.Singleton;
import java.util.List;
import vn.cchc.platform.metrics.StoredFigures;
import vn.cchc.platform.metrics.StoredGauge;

/** Uploads that belong to no feedback yet. */
@Singleton
class UploadFigures implements StoredFigures {

    @Override
    public String query() {
        return "SELECT count(*), coalesce(sum(received), 0) FROM attachment WHERE feedback_id IS NULL";
    }

    @Override
    public List<StoredGauge> gauges() {
        return List.of(
                new StoredGauge("cchc.uploads.open", "files", "Uploads that no feedback names yet, complete or not"),
                new StoredGauge("cchc.uploads.open.size", "bytes", "What was received of them"));
    }
}
