package vn.cchc.plan.transcript.word;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word file made of the XML that a test gives. */
final class Docx {

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static final String NAMESPACES = " xmlns:w='" + WORD + "'"
            + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
            + " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
            + " xmlns:v='urn:schemas-microsoft-com:vml'"
            + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
            + " xmlns:future='http://example.org/future'";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private String relationships = "";

    private Docx() {
        part("[Content_Types].xml", types(MAIN_TYPE));
        part("_rels/.rels", relationships(relationship("officeDocument", "word/document.xml")));
    }

    /** @param body content of w:body */
    static Docx of(String body) {
        return new Docx().part("word/document.xml", document(body));
    }

    static String document(String body) {
        return "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>";
    }

    static String types(String main) {
        return "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='xml' ContentType='application/xml'/>"
                + "<Override PartName='/word/document.xml' ContentType='" + main + "'/></Types>";
    }

    static String relationship(String kind, String target) {
        return "<Relationship Id='" + kind + "' Type='" + RELATIONSHIPS + "/" + kind + "' Target='" + target + "'/>";
    }

    static String relationships(String each) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + each
                + "</Relationships>";
    }

    Docx part(String name, String xml) {
        return part(name, xml, StandardCharsets.UTF_8);
    }

    Docx part(String name, String xml, Charset charset) {
        return part(name, xml.getBytes(charset));
    }

    Docx part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    Docx without(String name) {
        parts.remove(name);
        return this;
    }

    private Docx related(String kind, String root, String content) {
        relationships += relationship(kind, kind + ".xml");
        return part("word/_rels/document.xml.rels", relationships(relationships))
                .part("word/" + kind + ".xml", "<w:" + root + NAMESPACES + ">" + content + "</w:" + root + ">");
    }

    Docx header(String content) {
        return related("header", "hdr", content);
    }

    Docx footer(String content) {
        return related("footer", "ftr", content);
    }

    Docx styles(String content) {
        return related("styles", "styles", content);
    }

    Docx numbering(String content) {
        return related("numbering", "numbering", content);
    }

    Docx footnotes(String content) {
        return related("footnotes", "footnotes", content);
    }

    Docx comments(String content) {
        return related("comments", "comments", content);
    }

    Path write(Path folder) {
        Path file = folder.resolve("plan" + System.nanoTime() + ".docx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String r(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    static String table(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    /** @param properties content of w:tcPr */
    static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }
}
