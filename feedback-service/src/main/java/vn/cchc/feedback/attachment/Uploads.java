package vn.cchc.feedback.attachment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.BodyStream;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.ratelimit.VolumeLimits;
import vn.cchc.platform.time.SystemClock;

/**
 * Uploads of files, in any number of requests to any replicas (tus 1.0: core, creation, expiration, termination). An upload
 * is known by its id only, which is random: whoever has it may continue, delete or name it, but nobody reads it by it.
 */
@ApplicationScoped
public class Uploads {

    /** Rate limit of the bytes that one address sends. */
    static final String VOLUME = "upload-bytes";

    /** Bytes that tell a type; a shorter first slice is judged with the whole. */
    private static final int LEAST_HEAD = 4096;

    private final UploadStore store;
    private final CompletedUpload completed;
    private final UploadCounts counts;
    private final VolumeLimits volume;
    private final AttachmentConfig config;
    private final Clock systemClock;

    Uploads(
            UploadStore store,
            CompletedUpload completed,
            UploadCounts counts,
            VolumeLimits volume,
            AttachmentConfig config,
            @SystemClock Clock systemClock) {
        this.store = store;
        this.completed = completed;
        this.counts = counts;
        this.volume = volume;
        this.config = config;
        this.systemClock = systemClock;
    }

    /**
     * How far an upload has come.
     *
     * @param offset    bytes received
     * @param length    bytes announced
     * @param expiresAt empty once it belongs to a feedback
     */
    public record Progress(UUID id, long offset, long length, Optional<OffsetDateTime> expiresAt) {}

    /**
     * Begins an upload.
     *
     * @param length   the header {@code Upload-Length}, or null
     * @param metadata the header {@code Upload-Metadata}, or null
     * @param client   the address that it is counted for; empty for a member of staff
     * @throws Problem 400 when a header is missing or cannot be read; 413, 415 or 422 for a file that would not be accepted;
     *     429 when the client has too many that belong to no feedback
     */
    public Progress create(String length, String metadata, Optional<String> client) {
        long bytes = number(length, "Upload-Length");
        UploadMetadata said = UploadMetadata.of(metadata);
        String name = refusing(
                UploadCounts.Refusal.ANNOUNCED,
                () -> CheckedFile.announced(said.fileName(), said.declaredType(), bytes, AttachedFiles.TAKEN));
        // Version 4: 122 random bits. An id that ascends with time could be guessed by who has the one before.
        UUID id = UUID.randomUUID();
        OffsetDateTime expiresAt = expiry();
        return refusing(UploadCounts.Refusal.TOO_MANY, () -> QuarkusTransaction.requiringNew()
                .call(() -> {
                    client.ifPresent(from -> requireFew(from, bytes));
                    store.add(
                            new UploadStore.Upload(
                                    id, name, said.declaredType(), said.keepsPlace(), bytes, 0, Optional.of(expiresAt)),
                            client);
                    return new Progress(id, 0, bytes, Optional.of(expiresAt));
                }));
    }

    private void requireFew(String client, long more) {
        UploadStore.Held held = store.heldFor(client);
        if (held.uploads() >= config.openPerClient()
                || held.bytes() + more > config.openSizePerClient().asLongValue()) {
            throw Problem.tooManyRequests(held.oldestExpiresIn().toSeconds() + 1);
        }
    }

    /**
     * Takes a file that has come whole, as with a form: a complete upload at once, by the rules of one in pieces.
     *
     * @param content temporary file, which stays as it is
     * @param client as in {@link #create}
     * @throws Problem 413, 415 or 422 for a file that is not accepted; 429 when the client has too many that belong to no
     *     feedback, or has sent too much lately
     */
    KeptUpload take(UploadMetadata said, Path content, Optional<String> client) {
        long bytes = size(content);
        client.ifPresent(from -> volume.require(VOLUME, from));
        String name = refusing(
                UploadCounts.Refusal.ANNOUNCED,
                () -> CheckedFile.announced(said.fileName(), said.declaredType(), bytes, AttachedFiles.TAKEN));
        client.ifPresent(from -> volume.count(VOLUME, from, bytes));
        UploadStore.Upload upload = new UploadStore.Upload(
                UUID.randomUUID(), name, said.declaredType(), said.keepsPlace(), bytes, 0, Optional.of(expiry()));
        refusing(UploadCounts.Refusal.TOO_MANY, () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                client.ifPresent(from -> requireFew(from, bytes));
                store.add(upload, client);
            });
            return null;
        });
        return wholeOrNot(upload.id(), () -> {
            try (CompletedUpload.Finished finished =
                    refusing(UploadCounts.Refusal.CONTENT, () -> completed.finish(upload, content))) {
                QuarkusTransaction.requiringNew().run(() -> store.complete(upload, expiry(), finished.file())
                        .ifPresent(other -> {
                            throw otherOffset(other);
                        }));
                return new KeptUpload(upload.id(), name, finished.file().size());
            }
        });
    }

    private static long size(Path content) {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the uploads that are complete and that no feedback names, in the order given. */
    List<KeptUpload> kept(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : QuarkusTransaction.requiringNew().call(() -> store.complete(ids, OffsetDateTime.now(systemClock)));
    }

    /** Deletes those of the uploads that no feedback names. */
    void giveUp(List<UUID> ids) {
        if (!ids.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> store.delete(ids));
        }
    }

    /**
     * How far it has come; also of one that belongs to a feedback.
     *
     * @throws Problem 404 when there is none, or it has expired
     */
    public Progress progress(UUID id) {
        UploadStore.Upload upload = QuarkusTransaction.requiringNew().call(() -> existing(id));
        return new Progress(id, upload.received(), upload.length(), upload.expiresAt());
    }

    /**
     * Deletes an upload.
     *
     * @throws Problem 404 when there is none, or it has expired; 409 when it belongs to a feedback
     */
    public void terminate(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (existing(id).isUsed() || !store.delete(id)) {
                throw used();
            }
        });
    }

    /**
     * What the body of a PATCH is added to.
     *
     * @param offset the header {@code Upload-Offset}, or null
     * @param client as in {@link #create}
     */
    public Appending appending(UUID id, String offset, Optional<String> client) {
        return new Appending(id, offset, client);
    }

    /**
     * The addition of bytes to an upload. Each slice is stored, with the new offset, in one transaction; the last one together
     * with the finished file, so that an upload is complete, or still lacks it. Requests that add at the same time serialise
     * at the row; who finds another offset is refused.
     */
    public final class Appending implements BodyStream.Slices {

        private final UUID id;
        private final String givenOffset;
        private final Optional<String> client;
        private UploadStore.Upload upload;

        private Appending(UUID id, String givenOffset, Optional<String> client) {
            this.id = id;
            this.givenOffset = givenOffset;
            this.client = client;
        }

        /** @throws Problem 400, 404; 409 when the upload has another offset; 429 when the client has sent too much lately */
        @Override
        public long begin() {
            long offset = number(givenOffset, "Upload-Offset");
            upload = QuarkusTransaction.requiringNew().call(() -> existing(id));
            if (upload.received() != offset) {
                throw otherOffset(upload.received());
            }
            client.ifPresent(from -> volume.require(VOLUME, from));
            return upload.length() - offset;
        }

        /** To the end of the chunk, or of the file. */
        @Override
        public int next() {
            long toChunkEnd = UploadStore.CHUNK - upload.received() % UploadStore.CHUNK;
            return (int) Math.min(toChunkEnd, upload.length() - upload.received());
        }

        /** @throws Problem 409 when another request has added or the upload was deleted; 415, 422 for a file that is not accepted */
        @Override
        public void store(byte[] slice) {
            client.ifPresent(from -> volume.count(VOLUME, from, slice.length));
            if (upload.received() == 0) {
                refuseByHead(slice);
            }
            UploadStore.Upload after = upload.with(slice.length, expiry());
            if (after.isComplete()) {
                finish(slice, after);
            } else {
                QuarkusTransaction.requiringNew()
                        .run(() -> advance(slice.length, after, () -> store.append(upload, slice)));
            }
            upload = after;
        }

        private void advance(int count, UploadStore.Upload after, Runnable with) {
            if (!store.advance(upload, count, after.expiresAt().orElseThrow())) {
                throw otherOffset(existing(id).received());
            }
            with.run();
        }

        private void refuseByHead(byte[] head) {
            if (head.length >= Math.min(LEAST_HEAD, upload.length())) {
                orDelete(id, UploadCounts.Refusal.ANNOUNCED, () -> {
                    CheckedFile.requireHead(head, upload.declaredType(), AttachedFiles.TAKEN);
                    return null;
                });
            }
        }

        private void finish(byte[] last, UploadStore.Upload after) {
            try (CompletedUpload.Finished finished =
                    orDelete(id, UploadCounts.Refusal.CONTENT, () -> completed.finish(upload, last))) {
                QuarkusTransaction.requiringNew()
                        .run(() -> store.complete(upload, after.expiresAt().orElseThrow(), finished.file())
                                .ifPresent(other -> {
                                    throw otherOffset(other);
                                }));
            }
        }

        public Progress progress() {
            return new Progress(id, upload.received(), upload.length(), upload.expiresAt());
        }
    }

    /** Of a file that has come whole nothing stays where it does not become a complete upload: nobody can go on with it. */
    private <T> T wholeOrNot(UUID id, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            try {
                QuarkusTransaction.requiringNew().run(() -> store.delete(id));
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    /** What is refused cannot become acceptable: nobody has to send the rest, or this again. */
    private <T> T orDelete(UUID id, UploadCounts.Refusal why, Supplier<T> check) {
        try {
            return refusing(why, check);
        } catch (Problem refusal) {
            QuarkusTransaction.requiringNew().run(() -> store.delete(id));
            throw refusal;
        }
    }

    private <T> T refusing(UploadCounts.Refusal why, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem refusal) {
            counts.refused(why);
            throw refusal;
        }
    }

    private UploadStore.Upload existing(UUID id) {
        return store.find(id, OffsetDateTime.now(systemClock)).orElseThrow(Problem::notFound);
    }

    private OffsetDateTime expiry() {
        return OffsetDateTime.now(systemClock).plus(config.kept());
    }

    private static Problem otherOffset(long offset) {
        return Problem.conflict(
                "upload-offset",
                BilingualText.of(
                        "Máy chủ đã nhận " + offset + " byte: hãy gửi tiếp từ đó.",
                        "The server has received " + offset + " bytes: continue from there."),
                FieldFault.of("Upload-Offset", "Phải là " + offset + ".", "Must be " + offset + "."));
    }

    private static Problem used() {
        return Problem.conflict(
                "upload-used",
                BilingualText.of(
                        "Tệp đã thuộc về một phản ánh, kiến nghị.", "The file belongs to a feedback already."));
    }

    /** @throws Problem 400 when it is missing or no number of at most 18 digits */
    private static long number(String header, String name) {
        if (header == null || !header.matches("[0-9]{1,18}")) {
            throw Problem.badRequest(
                    "malformed-upload-header",
                    BilingualText.of("Header " + name + " không hợp lệ.", "The header " + name + " is not valid."),
                    FieldFault.of(name, "Cần số byte.", "Expected a number of bytes."));
        }
        return Long.parseLong(header);
    }
}
