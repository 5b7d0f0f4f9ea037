package vn.cchc.local.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Fault;

/**
 * File of the sample's completed steps and the ids they returned, so that an interrupted play can be resumed. A step
 * that was done but not yet recorded is repeated with the same idempotency key and has no further effect.
 */
final class Journal {
    /** The final entry. */
    private static final String END = "end";

    /** Entry of a system that was started without the sample. */
    private static final String DECLINED = "declined";

    private final Path file;
    private final Set<String> played = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private Journal(Path file) {
        this.file = file;
    }

    static Journal in(Path file) {
        Journal journal = new Journal(file);
        try {
            if (Files.exists(file)) {
                journal.read();
            } else {
                // Owner-only permissions, as it contains tracking secrets.
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return journal;
        } catch (IOException e) {
            throw journal.unusable(e);
        }
    }

    private void read() throws IOException {
        String written = Files.readString(file);
        // The last line may have been truncated by a kill; its step is then repeated.
        if (!written.isEmpty() && !written.endsWith("\n")) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
        for (String line : written.lines().toList()) {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2 && parts[1].endsWith("}")) {
                played.add(parts[0]);
                values.putAll(ApiClient.JSON.readValue(parts[1], new TypeReference<Map<String, String>>() {}));
            }
        }
    }

    boolean isEmpty() {
        return played.isEmpty();
    }

    boolean has(String step) {
        return played.contains(step);
    }

    /** @param gained ids and other results for later steps */
    void record(String step, Map<String, String> gained) {
        try {
            Files.writeString(
                    file, step + "\t" + ApiClient.JSON.writeValueAsString(gained) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unusable(e);
        }
        played.add(step);
        values.putAll(gained);
    }

    String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new Fault("The sample's journal " + file + " lacks " + name + ": start over with -Dcchc.fresh.");
        }
        return value;
    }

    boolean isComplete() {
        return has(END);
    }

    boolean isSampleDeclined() {
        return has(DECLINED);
    }

    void declineSample() {
        record(DECLINED, Map.of());
    }

    void complete() {
        record(END, Map.of());
    }

    private Fault unusable(IOException cause) {
        // The parser's message without its location within the line.
        String why = cause instanceof JsonProcessingException broken ? broken.getOriginalMessage() : cause.getMessage();
        return new Fault(
                "The sample's journal " + file + " cannot be used (" + why
                        + "): check that this user owns it and the disk is not full; if it is corrupt, start over with -Dcchc.fresh.");
    }
}
