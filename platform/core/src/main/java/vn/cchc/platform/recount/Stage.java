package vn.cchc.platform.recount;

/** Purpose of a count. */
public enum Stage {
    /** Counts what a proposed table would move. */
    PREVIEW(1, "previewed"),
    /** Applies the table in force. */
    RECOUNT(2, "recounted");

    private final int place;
    private final String pastParticiple;

    Stage(int place, String pastParticiple) {
        this.place = place;
        this.pastParticiple = pastParticiple;
    }

    /** The version of the published count. */
    int place() {
        return place;
    }

    /** The past participle of the published event type. */
    String event() {
        return "." + pastParticiple + ".v1";
    }
}
