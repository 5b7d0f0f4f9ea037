package vn.cchc.platform.recount;

/** What open due days are counted for. */
public enum Stage {
    /** What a proposed table would move. */
    PREVIEW(1, "previewed"),
    /** What the table in force has moved. */
    RECOUNT(2, "recounted");

    private final int place;
    private final String pastParticiple;

    Stage(int place, String pastParticiple) {
        this.place = place;
        this.pastParticiple = pastParticiple;
    }

    /** The version of what a service has counted after it. */
    int place() {
        return place;
    }

    /** The end of the type of the event that tells it. */
    String event() {
        return "." + pastParticiple + ".v1";
    }
}
