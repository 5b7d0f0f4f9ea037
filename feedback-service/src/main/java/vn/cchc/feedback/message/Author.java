package vn.cchc.feedback.message;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which side of a thread. */
@Schema(name = "FeedbackMessageAuthor")
public enum Author {
    SENDER,
    OFFICE
}
