package vn.cchc.platform.office;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/**
 * The parts of a file of Word or Excel, found by their relationships (ECMA-376 part 2, 6 and 7). Names of parts are compared without regard to
 * case. Only the parts that are asked for are inflated.
 */
public final class OfficePackage implements AutoCloseable {

    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final String ROOT_RELATIONSHIPS = "_rels/.rels";
    private static final Set<String> RELATIONSHIPS = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/");
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String WORD_WITH_MACROS = "application/vnd.ms-word.";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String BINARY_WORKBOOK = "application/vnd.ms-excel.sheet.binary.";
    private static final String WORKBOOK_WITH_MACROS = "application/vnd.ms-excel.";

    /** In place of the part of a sheet that has no cells. */
    private static final String OTHER_SHEET = "";

    /** A section has six at most, and sections usually share them. */
    private static final int MOST_MARGINS = 200;

    /** What the main part is. */
    public enum Kind {
        WORD_DOCUMENT,
        WORKBOOK
    }

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Map<String, String> related;
    private final Map<String, String> sheets = new HashMap<>();
    /** Parts of the headers and footers of a document's pages; the first ones. */
    private final List<String> margins = new ArrayList<>();

    private final String main;
    private final Kind kind;

    /** Bytes of all parts read so far. */
    private long inflated;

    private OfficePackage(ZipFile zip) {
        this.zip = zip;
        Limit.ENTRIES.check(zip.size());
        for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
            ZipEntry entry = each.nextElement();
            // Two parts of one name: Word and we could read different ones.
            if (entries.put(resolved("", entry.getName()), entry) != null) {
                throw new UnreadableFile(Reason.DAMAGED);
            }
        }
        if (!entries.containsKey(CONTENT_TYPES)) {
            throw new UnreadableFile(Reason.UNKNOWN_FORMAT);
        }
        this.main = relationships(ROOT_RELATIONSHIPS, "").get("officeDocument");
        this.kind = kindOfMainPart();
        String relationships = relationshipsOf(main);
        this.related = entries.containsKey(relationships) ? relationships(relationships, folder(main)) : Map.of();
    }

    /**
     * Opens a ZIP file.
     *
     * @throws UnreadableFile unless it is a Word document or a workbook, without macros and password
     */
    public static OfficePackage open(Path file) {
        try {
            return of(new ZipFile(file.toFile()));
        } catch (ZipException | EOFException e) {
            throw new UnreadableFile(Reason.DAMAGED, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OfficePackage of(ZipFile zip) throws IOException {
        try {
            return new OfficePackage(zip);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public Kind kind() {
        return kind;
    }

    private Kind kindOfMainPart() {
        if (main == null) {
            throw new UnreadableFile(Reason.UNKNOWN_FORMAT);
        }
        String type = read(CONTENT_TYPES, Limit.PART_BYTES, this::typeOfMainPart);
        if (type.startsWith(BINARY_WORKBOOK)) {
            throw new UnreadableFile(Reason.UNKNOWN_FORMAT);
        }
        if (type.startsWith(WORD_WITH_MACROS) || type.startsWith(WORKBOOK_WITH_MACROS)) {
            throw new UnreadableFile(Reason.MACROS);
        }
        if (!type.startsWith(WORD) && !type.startsWith(WORKBOOK)) {
            throw new UnreadableFile(Reason.UNKNOWN_FORMAT);
        }
        if (entries.keySet().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new UnreadableFile(Reason.MACROS);
        }
        return type.startsWith(WORD) ? Kind.WORD_DOCUMENT : Kind.WORKBOOK;
    }

    /** Of its own, otherwise that of its extension (ECMA-376 part 2, 7.2.3.3); empty where none is stated. */
    private String typeOfMainPart(XmlPart types) {
        String extension = main.substring(main.lastIndexOf('.') + 1);
        String ofExtension = "";
        String own = null;
        while (types.next()) {
            if (types.isStart()) {
                String type = types.value("ContentType");
                if (type != null && main.equals(resolved("", types.value("PartName")))) {
                    own = type;
                } else if (type != null && extension.equalsIgnoreCase(types.value("Extension"))) {
                    ofExtension = type;
                }
            }
        }
        return (own == null ? ofExtension : own).toLowerCase(Locale.ROOT);
    }

    /** The parts by the last word of their relationship's type. */
    private Map<String, String> relationships(String part, String folder) {
        return read(part, Limit.PART_BYTES, xml -> {
            Map<String, String> parts = new HashMap<>();
            while (xml.next()) {
                if (xml.isStart() && !"External".equals(xml.value("TargetMode"))) {
                    String type = xml.value("Type");
                    String target = xml.value("Target");
                    for (String namespace : RELATIONSHIPS) {
                        if (type != null && target != null && type.startsWith(namespace)) {
                            keep(parts, type.substring(namespace.length()), resolved(folder, target), xml.value("Id"));
                        }
                    }
                }
            }
            return parts;
        });
    }

    /** Only the few that are read: a file may have a million others. */
    private void keep(Map<String, String> parts, String type, String part, String id) {
        switch (type) {
            case "officeDocument", "styles", "numbering", "footnotes", "endnotes", "comments", "sharedStrings" ->
                parts.putIfAbsent(type, part);
            case "worksheet", "chartsheet", "dialogsheet" -> {
                Limit.SHEETS.check(sheets.size() + 1);
                sheets.put(id, type.equals("worksheet") ? part : OTHER_SHEET);
            }
            case "header", "footer" -> {
                if (margins.size() < MOST_MARGINS && entries.containsKey(part)) {
                    margins.add(part);
                }
            }
            default -> {}
        }
    }

    /** The name of a part in lower case, without a slash before it (ECMA-376 part 2, 6.4.3); empty for null. */
    private static String resolved(String folder, String target) {
        if (target == null) {
            return "";
        }
        String path = target.replace('\\', '/');
        Deque<String> names = new ArrayDeque<>();
        StringTokenizer each = new StringTokenizer(path.startsWith("/") ? path : folder + path, "/");
        while (each.hasMoreTokens()) {
            String name = each.nextToken();
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names).toLowerCase(Locale.ROOT) + (path.endsWith("/") ? "/" : "");
    }

    /** Reads the main document part. */
    public <T> T document(Function<XmlPart, T> reader) {
        return read(main, Limit.DOCUMENT_BYTES, reader);
    }

    /** Reads the part of this kind that belongs to the main document; {@code absent} where there is none. */
    public <T> T related(String kind, Function<XmlPart, T> reader, T absent) {
        String part = related.get(kind);
        return part == null ? absent : read(part, Limit.PART_BYTES, reader);
    }

    /** Reads the headers and footers of a document's pages, of at most {@value #MOST_MARGINS} parts. */
    public <T> List<T> margins(Function<XmlPart, T> reader) {
        return margins.stream()
                .map(part -> read(part, Limit.PART_BYTES, reader))
                .toList();
    }

    /**
     * Reads a worksheet of a workbook; {@code absent} where the relationship is that of another kind of sheet, such as a chart.
     *
     * @param id of its relationship
     * @throws UnreadableFile where there is none
     */
    public <T> T sheet(String id, Function<XmlPart, T> reader, T absent) {
        String part = sheets.get(id);
        if (part == null) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        return part.equals(OTHER_SHEET) ? absent : read(part, Limit.DOCUMENT_BYTES, reader);
    }

    /**
     * Reads the part of this kind that belongs to a worksheet, such as its comments; {@code absent} where there is none.
     *
     * @param id of the worksheet's relationship
     */
    public <T> T relatedToSheet(String id, String kind, Function<XmlPart, T> reader, T absent) {
        String part = sheets.getOrDefault(id, OTHER_SHEET);
        String relationships = relationshipsOf(part);
        if (part.equals(OTHER_SHEET) || !entries.containsKey(relationships)) {
            return absent;
        }
        String related = relationships(relationships, folder(part)).get(kind);
        return related == null || !entries.containsKey(related) ? absent : read(related, Limit.PART_BYTES, reader);
    }

    private static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private static String relationshipsOf(String part) {
        return folder(part) + "_rels/" + part.substring(folder(part).length()) + ".rels";
    }

    private <T> T read(String part, Limit limit, Function<XmlPart, T> reader) {
        ZipEntry entry = entries.get(part);
        if (entry == null) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        try (PartBytes bytes = new PartBytes(zip.getInputStream(entry), limit, entry.getCrc(), this::count)) {
            T read = reader.apply(new XmlPart(new MarkupReader(characters(bytes))));
            bytes.finish();
            return read;
        } catch (ZipException | EOFException e) {
            throw new UnreadableFile(Reason.DAMAGED, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(int bytes) {
        inflated += bytes;
        Limit.PACKAGE_BYTES.check(inflated);
    }

    /** A part is in UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5), whatever it declares; malformed bytes are an error. */
    private static InputStreamReader characters(PartBytes bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, 3);
        byte[] start = in.readNBytes(3);
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (start.length >= 2) {
            int first = (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
            boolean marked = first == 0xFEFF || first == 0xFFFE;
            if (marked || first == '<' || first == '<' << 8) {
                charset = first == 0xFEFF || first == '<' ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
                mark = marked ? 2 : 0;
            } else if (first == 0xEFBB && start.length == 3) {
                mark = 3;
            }
        }
        in.unread(start, mark, start.length - mark);
        return new InputStreamReader(in, charset.newDecoder());
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
