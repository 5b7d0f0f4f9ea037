package vn.cchc.platform.access;

/** The names of {@link Role} for {@code @RolesAllowed}, which takes constants only. */
public final class Roles {

    public static final String CLERK = "clerk";
    public static final String OFFICER = "officer";
    public static final String LEADER = "leader";
    public static final String DISTRICT = "district";
    public static final String ADMIN = "admin";

    private Roles() {}
}
