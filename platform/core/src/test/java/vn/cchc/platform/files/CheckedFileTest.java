package vn.cchc.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.http.Problem;

class CheckedFileTest {

    private static final TakenFiles ALL = new TakenFiles(1, EnumSet.allOf(FileType.class));
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    private static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private CheckedFile checked(String name, String declared, byte[] content, TakenFiles taken) throws IOException {
        Path file = Files.createTempFile(folder, "file", "");
        Files.write(file, content);
        return CheckedFile.of(name, declared, file, taken);
    }

    private static byte[] content(String kind) throws IOException {
        return switch (kind) {
            case "pdf" -> PDF;
            case "jpeg" -> JPEG;
            case "text" -> "Số thứ tự;Nội dung\n1;Đường hỏng\n".getBytes(StandardCharsets.UTF_8);
            case "zip" -> zip("photos/1.txt");
            case "heic" -> container("heic");
            case "heif" -> container("mif1");
            case "film" -> container("isom");
            case "film of apple" -> container("mp42");
            case "sound" -> "ID3\u0004\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
            case "docx" -> zip("[Content_Types].xml", "word/document.xml");
            case "xlsx" -> zip("[Content_Types].xml", "xl/workbook.xml");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** The beginning of an ISO base media file of that brand. */
    private static byte[] container(String brand) {
        return ("\0\0\0\u0014ftyp" + brand + "\0\0\0\0" + brand).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(new byte[100]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "zip, anh.zip, application/x-zip-compressed, ZIP",
        "text, so-lieu.csv, application/vnd.ms-excel, CSV",
        "jpeg, anh.jpg, image/jpg, JPEG",
        "jpeg, anh, application/octet-stream, JPEG",
        "pdf, a.pdf, application/octet-stream, PDF",
        "heic, IMG_1.HEIC, image/heic, HEIC",
        "heif, IMG_1.heic, , HEIC",
        "film, a.mp4, video/mp4, MP4",
        "film of apple, a.mp4, application/octet-stream, MP4",
        "sound, a.mp3, audio/mp3, MP3",
        "pdf, a.pdf, , PDF",
        "pdf, a.pdf, APPLICATION/PDF; name=a.pdf, PDF",
        "docx, a.docx, application/octet-stream, DOCX",
        "docx, a, application/octet-stream, DOCX",
        "xlsx, a.xlsx, application/octet-stream, XLSX",
        "zip, a.zip, application/octet-stream, ZIP",
        "text, a.csv, application/octet-stream, CSV",
        "text, a.CSV, application/octet-stream, CSV",
        "text, a.txt, application/octet-stream, TEXT",
        "text, a.csv, text/plain, TEXT"
    })
    void the_type_is_that_of_the_content_by_whatever_name_it_is_sent(
            String content, String name, String declared, FileType type) throws IOException {
        assertThat(checked(name, declared, content(content), ALL).mediaType()).isEqualTo(type.mediaType());
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, image/png, is application/pdf",
        "zip, application/vnd.openxmlformats-officedocument.wordprocessingml.document, is application/zip",
        "docx, application/vnd.ms-excel, Says application/vnd.ms-excel",
        "jpeg, application/x-zip-compressed, is image/jpeg",
        "pdf, video/webm, Taken are"
    })
    void a_content_that_is_not_what_is_said_is_refused(String content, String declared, String message)
            throws IOException {
        byte[] bytes = content(content);

        assertThatThrownBy(() -> checked("a", declared, bytes, ALL)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(415);
            assertThat(problem.faults().get(0).message().en()).contains(message);
        });
    }

    @Test
    void a_content_that_is_recognised_but_not_taken_is_refused_with_what_is_taken() throws IOException {
        TakenFiles pdfOnly = new TakenFiles(1, EnumSet.of(FileType.PDF));
        byte[] jpeg = content("jpeg");

        for (String declared : new String[] {"application/octet-stream", "image/jpeg"}) {
            assertThatThrownBy(() -> checked("a.jpg", declared, jpeg, pdfOnly))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                    problem.faults().get(0).message().en())
                            .isEqualTo("Taken are: application/pdf."));
        }
    }

    @Test
    void a_name_hides_nothing() throws IOException {
        assertThat(checked("C:\\anh\\bien-ban\u202Efdp.exe", "application/pdf", PDF, ALL)
                        .name())
                .isEqualTo("bien-banfdp.exe");
        assertThat(checked("a\u00A0\u200B b\n.pdf", "application/pdf", PDF, ALL).name())
                .isEqualTo("a b .pdf");
        assertThatThrownBy(() -> checked("\u202E\u3164", "application/pdf", PDF, ALL))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(422));
    }

    @Test
    void what_is_announced_is_checked_before_it_comes() {
        assertThat(CheckedFile.announced("C:\\anh\\1.jpg", "image/jpg", 5, ALL)).isEqualTo("1.jpg");
        assertThat(status(() -> CheckedFile.announced("1.jpg", "image/jpg", 1024 * 1024 + 1, ALL)))
                .isEqualTo(413);
        assertThat(status(() -> CheckedFile.announced("1.jpg", "image/jpg", 0, ALL)))
                .isEqualTo(422);
        assertThat(status(() -> CheckedFile.announced("/", null, 5, ALL))).isEqualTo(422);
        assertThat(status(() -> CheckedFile.announced("1.exe", "application/x-msdownload", 5, ALL)))
                .isEqualTo(415);
    }

    @Test
    void a_beginning_tells_that_no_accepted_type_follows() throws IOException {
        TakenFiles letters = new TakenFiles(1, EnumSet.of(FileType.PDF, FileType.DOCX));
        CheckedFile.requireHead(PDF, null, letters);
        CheckedFile.requireHead(zip("photos/1.txt"), null, letters);
        assertThat(status(() -> CheckedFile.requireHead(JPEG, null, letters))).isEqualTo(415);
        assertThat(status(() -> CheckedFile.requireHead(PDF, FileType.DOCX.mediaType(), letters)))
                .isEqualTo(415);
    }

    private static int status(Runnable refused) {
        try {
            refused.run();
            return 0;
        } catch (Problem problem) {
            return problem.getStatusCode();
        }
    }
}
