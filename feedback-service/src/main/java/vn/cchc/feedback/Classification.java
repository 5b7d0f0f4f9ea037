package vn.cchc.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the feedback is about, as settled when it is accepted, refused or referred. */
@Schema(description = """
        NOT_ACCEPTABLE: không tiếp nhận, refused; \
        OFFICER_CONDUCT: hành vi, sự chậm trễ của cán bộ, conduct or delay of officers; \
        REGULATION_OWN: quy định thuộc thẩm quyền, a regulation within the authority's own competence; \
        REGULATION_OTHER: quy định thuộc thẩm quyền cơ quan khác, another authority is competent: referred.""")
public enum Classification {
    /** No PAKN, or one that cannot be handled; refused. */
    NOT_ACCEPTABLE,
    /** Conduct or delay of officers. */
    OFFICER_CONDUCT,
    /** An administrative regulation within the authority's own competence. */
    REGULATION_OWN,
    /** An administrative regulation that another authority is competent for; referred. */
    REGULATION_OTHER
}
