package vn.cchc.local.api;

/** The three services, in display order. */
public enum Service {
    PLAN("plan"),
    REPORTING("reporting"),
    FEEDBACK("feedback");

    private final String key;

    Service(String key) {
        this.key = key;
    }

    /** Key in options and in {@code access.json}; also the name of the service's database and its owner. */
    public String key() {
        return key;
    }

    /** Name of its Maven module and of its log. */
    public String module() {
        return key + "-service";
    }
}
