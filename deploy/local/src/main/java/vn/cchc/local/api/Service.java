package vn.cchc.local.api;

/** The three services, in the order in which they are shown. */
public enum Service {
    PLAN("plan"),
    REPORTING("reporting"),
    FEEDBACK("feedback");

    private final String key;

    Service(String key) {
        this.key = key;
    }

    /** The name in options and in {@code access.json}, and of the service's database and its owner. */
    public String key() {
        return key;
    }

    /** The name of its module and of its log. */
    public String module() {
        return key + "-service";
    }
}
