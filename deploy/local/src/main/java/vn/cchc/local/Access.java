package vn.cchc.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Fault;

/**
 * What a client needs to use the running system; written to {@code access.json} for programs.
 *
 * @param services base URLs of the APIs by service key
 * @param management base URLs of health and metrics by service key
 * @param tokens bearer tokens by role
 * @param today the services' present day, which under the training clock differs from the machine's
 */
record Access(Map<String, URI> services, Map<String, URI> management, Map<String, String> tokens, LocalDate today) {

    /** Writes the file with permissions for its owner only, as it contains tokens. */
    void writeTo(Path file) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("services", texts(services));
        content.put("management", texts(management));
        content.put("tokens", tokens);
        content.put("today", today.toString());
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, ApiClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("addresses and tokens are plain text", e);
        } catch (IOException e) {
            throw new Fault(file + " cannot be written (" + e.getClass().getSimpleName()
                    + "): make sure that this user owns the file, and that the disk is not full.");
        }
    }

    private static Map<String, String> texts(Map<String, URI> addresses) {
        Map<String, String> texts = new LinkedHashMap<>();
        addresses.forEach((key, address) -> texts.put(key, address.toString()));
        return texts;
    }
}
