package vn.cchc.platform.event;

/** Another replica has taken over what this one was doing. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(String name) {
        super("Another replica has taken over: " + name);
    }
}
