package vn.cchc.feedback.attachment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import vn.cchc.feedback.attachment.metadata.IsoMediaMetadata;
import vn.cchc.feedback.attachment.metadata.JpegMetadata;
import vn.cchc.feedback.attachment.metadata.PngMetadata;
import vn.cchc.feedback.attachment.metadata.UnreadableStructure;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.files.FileType;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.UploadFolder;

/** Makes of an upload the file that is kept: put together on disk, its type checked, its metadata removed, hashed. */
@ApplicationScoped
class CompletedUpload {

    /** Removes place and device from a file. */
    private interface Clearing {
        void clear(Path from, Path to, boolean keepsPlace) throws IOException, UnreadableStructure;
    }

    private static final Map<String, Clearing> CLEARED = Map.of(
            FileType.JPEG.mediaType(), CompletedUpload::clearJpeg,
            FileType.PNG.mediaType(), CompletedUpload::clearPng,
            FileType.HEIC.mediaType(), CompletedUpload::clearInPlace,
            FileType.MP4.mediaType(), CompletedUpload::clearInPlace);

    private final UploadStore store;
    private final UploadFolder folder;

    CompletedUpload(UploadStore store, UploadFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** The file, which is on disk until this is closed. */
    record Finished(CheckedFile file) implements AutoCloseable {

        @Override
        public void close() {
            delete(file.content());
        }
    }

    /**
     * Makes the file.
     *
     * @param last the slice that completes it
     * @throws Problem 415 when it is of no accepted type, or not of the declared one; 422 when its structure is damaged, so that
     *     what to remove cannot be found
     */
    Finished finish(UploadStore.Upload upload, byte[] last) {
        return finish(upload, received -> put(upload, last, received));
    }

    /**
     * Makes the file.
     *
     * @param whole what was received; it stays as it is
     * @throws Problem as {@link #finish(UploadStore.Upload, byte[])}
     */
    Finished finish(UploadStore.Upload upload, Path whole) {
        return finish(upload, received -> Files.copy(whole, received));
    }

    private interface Putting {
        void put(Path received) throws IOException;
    }

    private Finished finish(UploadStore.Upload upload, Putting putting) {
        Path received = newFile();
        Path cleared = newFile();
        Path kept = null;
        try {
            putting.put(received);
            CheckedFile file = check(upload, received);
            Clearing clearing = CLEARED.get(file.mediaType());
            if (clearing != null) {
                clearing.clear(received, cleared, upload.keepsPlace());
                file = check(upload, cleared);
            }
            kept = file.content();
            return new Finished(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableStructure e) {
            throw Problem.unprocessable(
                    "file-damaged",
                    BilingualText.of(
                            "Tệp bị hỏng hoặc có cấu trúc lạ nên không xóa được thông tin về nơi chụp và thiết bị. Hãy lưu lại tệp"
                                    + " rồi gửi tệp mới.",
                            "The file is damaged or of an unusual structure, so that place and device cannot be removed from it."
                                    + " Save it anew, and send the new file."),
                    FieldFault.of("file", "Không đọc được cấu trúc tệp.", "Its structure cannot be read."));
        } finally {
            if (!received.equals(kept)) {
                delete(received);
            }
            if (!cleared.equals(kept)) {
                delete(cleared);
            }
        }
    }

    private void put(UploadStore.Upload upload, byte[] last, Path received) throws IOException {
        try (OutputStream out = Files.newOutputStream(received)) {
            QuarkusTransaction.requiringNew().call(() -> {
                store.copy(upload, out);
                return null;
            });
            out.write(last);
        } catch (QuarkusTransactionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static CheckedFile check(UploadStore.Upload upload, Path content) {
        return CheckedFile.of(upload.fileName(), upload.declaredType(), content, AttachedFiles.TAKEN);
    }

    private static void clearJpeg(Path from, Path to, boolean keepsPlace) throws IOException, UnreadableStructure {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            JpegMetadata.clear(in, out, keepsPlace);
        }
    }

    private static void clearPng(Path from, Path to, boolean keepsPlace) throws IOException, UnreadableStructure {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            PngMetadata.clear(in, out, keepsPlace);
        }
    }

    private static void clearInPlace(Path from, Path to, boolean keepsPlace) throws IOException, UnreadableStructure {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            IsoMediaMetadata.clear(file, keepsPlace);
        }
    }

    /** Left over by a killed process, it is deleted as other uploads are. */
    private Path newFile() {
        return folder.path().resolve(UUID.randomUUID().toString());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
