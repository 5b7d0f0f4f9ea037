package vn.cchc.platform.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An Office file as its parts are packed. */
public final class PackedFile {

    /** The earliest moment that a ZIP file can state. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern WRITTEN =
            Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(created|modified)>");

    private PackedFile() {}

    /** The same parts without the times at which they were written, so that equal contents are equal bytes and have one ETag. */
    public static byte[] withoutTimes(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        try (ZipFile from = ZipFile.builder().setByteArray(file).get();
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(from.getEntriesInPhysicalOrder())) {
                ZipEntry timeless = new ZipEntry(part.getName());
                timeless.setTimeLocal(EARLIEST);
                to.putNextEntry(timeless);
                try (InputStream content = from.getInputStream(part)) {
                    if (part.getName().equals(PROPERTIES)) {
                        String properties = new String(content.readAllBytes(), UTF_8);
                        to.write(WRITTEN.matcher(properties).replaceAll("").getBytes(UTF_8));
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
