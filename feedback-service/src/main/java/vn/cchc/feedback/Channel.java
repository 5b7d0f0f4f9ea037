package vn.cchc.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a feedback reached the authority. */
@Schema(description = """
        ONLINE: trực tuyến, online; PHONE: điện thoại, by phone; IN_PERSON: trực tiếp, in person; \
        POST: bưu chính, by post; EMAIL: thư điện tử, by email.""")
public enum Channel {
    ONLINE,
    PHONE,
    IN_PERSON,
    POST,
    EMAIL
}
