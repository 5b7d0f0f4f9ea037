package vn.cchc.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a feedback stands. */
@Schema(description = """
        RECEIVED: đã nhận; SUPPLEMENT_REQUESTED: chờ người gửi bổ sung, the sender is asked for something; \
        ACCEPTED: đã tiếp nhận; REFUSED: từ chối; REFERRED: đã chuyển cơ quan có thẩm quyền; \
        ASSIGNED: đã giao bộ phận xử lý, a unit handles it; ANSWERED: đã trả lời; CLOSED: đã kết thúc; \
        WITHDRAWN: người gửi đã rút lại.""")
public enum State {
    RECEIVED,
    /** Something is missing; the sender has been asked for it. */
    SUPPLEMENT_REQUESTED,
    ACCEPTED,
    REFUSED,
    /** Passed on to the competent authority. */
    REFERRED,
    /** A unit handles it. */
    ASSIGNED,
    ANSWERED,
    CLOSED,
    /** Taken back by the sender. */
    WITHDRAWN;

    /** Whether an answer, a refusal, a referral or a withdrawal is still to come. */
    public boolean open() {
        return switch (this) {
            case RECEIVED, SUPPLEMENT_REQUESTED, ACCEPTED, ASSIGNED -> true;
            case REFUSED, REFERRED, ANSWERED, CLOSED, WITHDRAWN -> false;
        };
    }
}
