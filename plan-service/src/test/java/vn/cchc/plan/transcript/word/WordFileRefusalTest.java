package vn.cchc.plan.transcript.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.cchc.plan.transcript.word.Docx.p;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/** Files that are no Word documents, or damaged ones. */
class WordFileRefusalTest {

    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    @TempDir
    private Path folder;

    private static Reason refusal(Path file) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> DocumentFile.read(file));
        assertThat(refused).isNotNull();
        assertThat(refused.limit()).isEmpty();
        return refused.reason();
    }

    private Reason refusal(Docx file) {
        return refusal(file.write(folder));
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("plan.docx"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A compound file with the name of a stream at the border of two blocks that are read. */
    private Path compoundFile(String stream) {
        byte[] bytes = Arrays.copyOf(COMPOUND_FILE, 200_000);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, (1 << 16) - 7, name.length);
        return file(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.7", "{\\rtf1}", "<?xml version='1.0'?><w:wordDocument/>"})
    void another_file_is_no_word_file(String content) {
        assertThat(refusal(file(content.getBytes(StandardCharsets.UTF_8)))).isEqualTo(Reason.UNKNOWN_FORMAT);
    }

    @Test
    void compound_files_are_told_apart_by_their_streams() {
        assertThat(refusal(compoundFile("WordDocument"))).isEqualTo(Reason.OLD_WORD_FORMAT);
        assertThat(refusal(compoundFile("EncryptedPackage"))).isEqualTo(Reason.ENCRYPTED);
        assertThat(refusal(compoundFile("Workbook"))).isEqualTo(Reason.OLD_EXCEL_FORMAT);
        assertThat(refusal(compoundFile("PowerPoint Document"))).isEqualTo(Reason.UNKNOWN_FORMAT);
    }

    @Test
    void encrypted_entries_need_a_password() {
        byte[] zip = bytes(Docx.of(p("a")).write(folder));
        zip[6] |= 1;
        assertThat(refusal(file(zip))).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void macros_are_refused_whether_declared_or_not() {
        String macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
        assertThat(refusal(Docx.of("").part("[Content_Types].xml", Docx.types(macros))))
                .isEqualTo(Reason.MACROS);
        assertThat(refusal(Docx.of("").part("word/vbaProject.bin", "x"))).isEqualTo(Reason.MACROS);
    }

    @Test
    void a_zip_of_something_else_is_no_word_document() {
        String slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
        assertThat(refusal(Docx.of("").part("[Content_Types].xml", Docx.types(slides))))
                .isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(refusal(Docx.of("").without("[Content_Types].xml"))).isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(refusal(Docx.of("").part("_rels/.rels", Docx.relationships(""))))
                .isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(refusal(file(new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})))
                .isEqualTo(Reason.UNKNOWN_FORMAT);
    }

    @Test
    void parts_that_are_missing_or_twice_there_are_damage() {
        assertThat(refusal(Docx.of("").without("word/document.xml"))).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(Docx.of("").without("_rels/.rels"))).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(Docx.of("").styles("").without("word/styles.xml"))).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(Docx.of("").part("WORD\\Document.xml", "<x/>"))).isEqualTo(Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<w:p>",
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>",
                "<document><body/></document>",
                "<w:p>&unknown;</w:p>"
            })
    void xml_that_is_no_document_is_damage(String xml) {
        assertThat(refusal(Docx.of("").part("word/document.xml", xml))).isEqualTo(Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:p><w:p/></w:p>",
                "<w:r><w:t>a</w:t></w:r>",
                "<w:tr/>",
                "<w:tbl><w:tc/></w:tbl>",
                "<w:tbl><w:tr><w:p/></w:tr></w:tbl>",
                "<w:tbl><w:tr><w:tc><w:tr/></w:tc></w:tr></w:tbl>",
                "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='two'/></w:tcPr></w:tc></w:tr></w:tbl>",
                "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='-3'/></w:tcPr></w:tc></w:tr></w:tbl>",
                "<w:tbl><w:tr><w:trPr><w:gridBefore/></w:trPr></w:tr></w:tbl>",
                "<w:tbl><w:tr><w:sdt><w:trPr><w:del/></w:trPr></w:sdt></w:tr></w:tbl>",
                "<w:tbl><w:tr><w:tc><w:sdt><w:tcPr><w:cellDel/></w:tcPr></w:sdt><w:p/></w:tc></w:tr></w:tbl>"
            })
    void elements_where_none_may_stand_are_damage(String body) {
        assertThat(refusal(Docx.of(body))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void malformed_characters_are_damage() {
        byte[] xml = Docx.document(p("a~")).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < xml.length; i++) {
            xml[i] = xml[i] == '~' ? (byte) 0xE1 : xml[i];
        }
        assertThat(refusal(Docx.of("").part("word/document.xml", xml))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void entities_are_not_read() {
        String document = Docx.document(p("&xxe;"));
        assertThat(refusal(Docx.of("")
                        .part(
                                "word/document.xml",
                                "<!DOCTYPE w [<!ENTITY xxe SYSTEM 'file:///etc/hostname'>]>" + document)))
                .isEqualTo(Reason.DOCTYPE);
        assertThat(refusal(
                        Docx.of("").styles("").part("word/styles.xml", "<!DOCTYPE w SYSTEM 'http://localhost/'><w/>")))
                .isEqualTo(Reason.DOCTYPE);
        assertThat(refusal(Docx.of("").part("_rels/.rels", "<!DOCTYPE r><r/>"))).isEqualTo(Reason.DOCTYPE);
        assertThat(refusal(Docx.of("").part("[Content_Types].xml", "<!DOCTYPE r><r/>")))
                .isEqualTo(Reason.DOCTYPE);
    }

    /** Whatever byte is changed or lost: the same content, or a refusal, never another content or error. */
    @Test
    void a_file_with_a_wrong_byte_is_read_as_it_was_or_refused() {
        byte[] whole = bytes(Docx.of(p("Kế hoạch")).styles("").numbering("").write(folder));
        PrintedDocument content = DocumentFile.read(file(whole));
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            refused += isRefusedOrEqual(changed, content) ? 1 : 0;
        }
        assertThat(refused).isPositive();
        for (int length = 4; length < whole.length; length += 10) {
            assertThat(refusal(file(Arrays.copyOf(whole, length)))).isEqualTo(Reason.DAMAGED);
        }
    }

    private boolean isRefusedOrEqual(byte[] bytes, PrintedDocument content) {
        try {
            assertThat(DocumentFile.read(file(bytes))).isEqualTo(content);
            return false;
        } catch (UnreadableFile e) {
            return true;
        }
    }
}
