package vn.cchc.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How pressing the matter is, as judged on acceptance. */
@Schema(description = """
        NORMAL: thường; URGENT: khẩn.""")
public enum Urgency {
    NORMAL,
    URGENT
}
