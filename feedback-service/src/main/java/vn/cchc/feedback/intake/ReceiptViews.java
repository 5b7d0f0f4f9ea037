package vn.cchc.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.cchc.platform.http.Problem;

/** Receipts of what has been handed in. */
@ApplicationScoped
class ReceiptViews {

    private final Intake intake;

    ReceiptViews(Intake intake) {
        this.intake = intake;
    }

    /** @throws Problem 404 when there is none */
    ReceiptView of(UUID id) {
        return intake.received(id).receipt();
    }
}
