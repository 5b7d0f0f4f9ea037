package vn.cchc.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A plan of a commune as a Word file: a letterhead, one area, an annex of three rows and a column of remarks. */
public final class SmallPlan {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String BEGINNING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""";

    private static final List<List<String>> ANNEX = List.of(
            List.of("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Kinh phí (triệu đồng)", "Ghi chú"),
            List.of("1", "CẢI CÁCH TTHC", "", "", "", "", ""),
            List.of(
                    "1.1",
                    "Niêm yết TTHC",
                    "Văn phòng",
                    "Tư pháp; Công an",
                    "Thường xuyên trong năm",
                    "12,9",
                    "Theo mẫu"),
            List.of("1.2", "Báo cáo kiểm soát TTHC", "Văn phòng", "", "Trước 15/11/2026", "12.9", ""));

    private SmallPlan() {}

    public static byte[] docx() {
        StringBuilder body = new StringBuilder(BEGINNING);
        for (String line : List.of(
                "ỦY BAN NHÂN DÂN",
                "XÃ AN BÌNH",
                "Số: 12/KH-UBND",
                "An Bình, ngày 22 tháng 12 năm 2025",
                "KẾ HOẠCH",
                "Cải cách hành chính năm 2026",
                "I. MỤC TIÊU",
                "- Phục vụ người dân tốt hơn.",
                "II. NHIỆM VỤ",
                "1. Cải cách thủ tục hành chính",
                "a) Chỉ tiêu",
                "- 100% hồ sơ được giải quyết đúng hạn.",
                "b) Nhiệm vụ",
                "- Rà soát thủ tục hành chính.",
                "Nơi nhận:",
                "- Sở Nội vụ;",
                "- Lưu: VT.",
                "PHỤ LỤC")) {
            paragraph(body, line);
        }
        body.append("<w:tbl>");
        for (List<String> row : ANNEX) {
            body.append("<w:tr>");
            for (String cell : row) {
                body.append("<w:tc>");
                paragraph(body, cell);
                body.append("</w:tc>");
            }
            body.append("</w:tr>");
        }
        return file(body.append("</w:tbl></w:body></w:document>").toString());
    }

    private static void paragraph(StringBuilder body, String text) {
        body.append("<w:p><w:r><w:t xml:space=\"preserve\">").append(text).append("</w:t></w:r></w:p>");
    }

    private static byte[] file(String document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/word/document.xml" ContentType="%s.main+xml"/></Types>""".formatted(MEDIA_TYPE));
            entry(zip, "_rels/.rels", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="r1" Target="word/document.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
                    </Relationships>""");
            entry(zip, "word/document.xml", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
