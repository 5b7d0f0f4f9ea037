package vn.cchc.platform.http;

/** The members of a problem answer beside those of RFC 9457, 3.1 (extension members, 3.2), each described in its schema. */
public enum ProblemMember {
    ERRORS("errors"),
    ALLOWED("allowed"),
    STATE("state"),
    CURRENT_ETAG("currentETag"),
    MISSING("missing"),
    RECOUNTING("recounting"),
    UNANSWERED("unanswered");

    private final String key;

    ProblemMember(String key) {
        this.key = key;
    }

    /** As written in JSON. */
    public String key() {
        return key;
    }
}
