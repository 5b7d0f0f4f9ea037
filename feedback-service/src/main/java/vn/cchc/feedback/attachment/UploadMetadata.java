package vn.cchc.feedback.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * What the header {@code Upload-Metadata} says of a file (tus, creation): pairs of a key and a value in Base64, separated by
 * commas. Keys that are not listed here are ignored, as clients send their own.
 *
 * @param fileName     as the sender names the file; empty where not given
 * @param declaredType media type as the sender's program says, from the key {@code filetype}; null where not given
 * @param keepsPlace   whether {@code place} is {@code keep}: the sender wants the place of a picture or film to be known
 */
record UploadMetadata(String fileName, String declaredType, boolean keepsPlace) {

    /** Maximum length of a media type in characters (RFC 6838, 4.2: twice 127, and the slash). */
    private static final int LONGEST_TYPE = 255;

    /**
     * Reads the header.
     *
     * @param header or null
     * @throws Problem 400 when it cannot be read; 422 when {@code place} is neither {@code keep} nor {@code remove}
     */
    static UploadMetadata of(String header) {
        Map<String, String> values = new HashMap<>();
        if (header != null && !header.isBlank()) {
            for (String pair : header.split(",", -1)) {
                String[] parts = pair.strip().split(" ", -1);
                if (parts.length > 2 || parts[0].isEmpty() || values.containsKey(parts[0])) {
                    throw unreadable();
                }
                values.put(parts[0], parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        String place = values.getOrDefault("place", "remove");
        if (!place.equals("keep") && !place.equals("remove")) {
            throw Problem.invalid(
                    "Upload-Metadata", "place phải là keep hoặc remove.", "place must be keep or remove.");
        }
        String type = values.getOrDefault("filetype", "");
        return new UploadMetadata(
                values.getOrDefault("filename", ""),
                type.isBlank() || type.length() > LONGEST_TYPE ? null : type,
                place.equals("keep"));
    }

    /**
     * What a part of a form says of its file (RFC 7578, 4.2 and 4.4).
     *
     * @param type media type, or null
     */
    static UploadMetadata ofPart(String fileName, String type, boolean keepsPlace) {
        return new UploadMetadata(
                VietnameseText.isStorable(fileName) ? VietnameseText.nfc(fileName) : "",
                type == null || type.isBlank() || type.length() > LONGEST_TYPE || !VietnameseText.isStorable(type)
                        ? null
                        : type,
                keepsPlace);
    }

    private static String decoded(String value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(value)))
                    .toString();
            if (!VietnameseText.isStorable(text)) {
                throw unreadable();
            }
            return VietnameseText.nfc(text);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.badRequest(
                "malformed-upload-metadata",
                BilingualText.of("Header Upload-Metadata không hợp lệ.", "The header Upload-Metadata is not valid."),
                FieldFault.of(
                        "Upload-Metadata",
                        "Cần các cặp khóa và giá trị Base64 của UTF-8, mỗi khóa một lần.",
                        "Expected pairs of a key and a Base64 value of UTF-8, each key once."));
    }
}
