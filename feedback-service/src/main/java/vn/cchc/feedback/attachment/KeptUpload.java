package vn.cchc.feedback.attachment;

import java.util.UUID;

/**
 * A complete upload that no feedback names yet, as a page shows it to who has sent it.
 *
 * @param size in bytes, as kept
 */
public record KeptUpload(UUID id, String fileName, long size) {}
