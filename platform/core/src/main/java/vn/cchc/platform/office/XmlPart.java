package vn.cchc.platform.office;

import java.io.Reader;
import java.util.Set;
import java.util.StringTokenizer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/**
 * The tags and characters of an XML part, one after the other. Of alternate content only one branch is seen: the first choice
 * whose namespaces Word of 2010 and later knows, otherwise the fallback (ECMA-376 part 3, 7.5 to 7.7). Its depth, elements and
 * namespaces are limited.
 */
public final class XmlPart {

    /** WordprocessingML and SpreadsheetML. */
    private static final Set<String> MAIN = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main");

    private static final Set<String> RELATIONSHIPS = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");
    private static final Set<String> MATH = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "http://purl.oclc.org/ooxml/officeDocument/math");
    private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static final Set<String> KNOWN = Set.of(
            "http://schemas.microsoft.com/office/",
            "http://schemas.openxmlformats.org/",
            "http://purl.oclc.org/ooxml/");
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final XMLInputFactory PARSERS = parsers();

    private final XMLStreamReader parser;
    private final boolean[] branchTaken = new boolean[(int) Limit.DEPTH.most() + 2];
    private final int[] namespacesAt = new int[(int) Limit.DEPTH.most() + 2];
    private int event;
    private int depth;
    private int namespaces;
    private long elements;

    XmlPart(Reader characters) {
        try {
            // The factory of the JDK says nothing of use by several threads.
            synchronized (PARSERS) {
                parser = PARSERS.createXMLStreamReader(characters);
            }
        } catch (XMLStreamException e) {
            throw new UnreadableFile(Reason.DAMAGED, e);
        }
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Moves to the next tag or text; false at the end of the part. */
    public boolean next() {
        while (advance()) {
            if (isText() || !COMPATIBILITY.equals(parser.getNamespaceURI())) {
                return true;
            }
            if (isStart()) {
                enterCompatibility();
            }
        }
        return false;
    }

    private void enterCompatibility() {
        String name = parser.getLocalName();
        if (name.equals("AlternateContent")) {
            branchTaken[depth] = false;
            return;
        }
        boolean branch = name.equals("Fallback") || (name.equals("Choice") && isKnown(value("Requires")));
        if (!branch || branchTaken[depth - 1]) {
            skip();
            return;
        }
        branchTaken[depth - 1] = true;
    }

    private boolean isKnown(String prefixes) {
        StringTokenizer each = new StringTokenizer(prefixes == null ? "" : prefixes);
        while (each.hasMoreTokens()) {
            String namespace = parser.getNamespaceURI(each.nextToken());
            if (namespace == null || KNOWN.stream().noneMatch(namespace::startsWith)) {
                return false;
            }
        }
        return true;
    }

    private boolean advance() {
        if (event == XMLStreamConstants.END_ELEMENT) {
            namespaces -= namespacesAt[depth];
            depth--;
        }
        do {
            event = parse();
        } while (event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.PROCESSING_INSTRUCTION);
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                Limit.ELEMENTS.check(++elements);
                Limit.DEPTH.check(++depth);
                namespacesAt[depth] = parser.getNamespaceCount();
                namespaces += namespacesAt[depth];
                Limit.NAMESPACES.check(namespaces);
            }
            case XMLStreamConstants.END_ELEMENT,
                    XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE -> {}
            case XMLStreamConstants.END_DOCUMENT -> {
                return false;
            }
            // Only a document type declaration could define what it refers to.
            default -> throw new UnreadableFile(Reason.DAMAGED);
        }
        return true;
    }

    private int parse() {
        try {
            return parser.next();
        } catch (XMLStreamException e) {
            throw new UnreadableFile(Reason.DAMAGED, e);
        }
    }

    public boolean isStart() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    public boolean isEnd() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    public boolean isText() {
        return !isStart() && !isEnd();
    }

    /** The number of elements around the characters; that of a tag contains its own element. */
    public int depth() {
        return depth;
    }

    /** Moves to the next tag or text within the element that began at this depth; false at its end. */
    public boolean nextWithin(int outer) {
        return next() && !(isEnd() && depth == outer);
    }

    /** Moves from a start tag to its end tag. */
    public void skip() {
        int outer = depth;
        while (advance() && !(isEnd() && depth == outer)) {
            // passed over
        }
    }

    /**
     * The name of an element: "p" of WordprocessingML, "row" of SpreadsheetML, "m:t" of mathematics; the empty string for one of another namespace, and
     * for text.
     */
    public String name() {
        if (isText()) {
            return "";
        }
        String namespace = parser.getNamespaceURI();
        if (MAIN.contains(namespace == null ? "" : namespace)) {
            return parser.getLocalName();
        }
        return MATH.contains(namespace == null ? "" : namespace) ? "m:" + parser.getLocalName() : "";
    }

    /** The name of a start tag without its namespace. */
    public String localName() {
        return parser.getLocalName();
    }

    /** The attribute of this name in the namespaces of documents or without one; null where there is none. */
    public String value(String attribute) {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            String namespace = parser.getAttributeNamespace(i);
            if (parser.getAttributeLocalName(i).equals(attribute)
                    && (namespace == null || namespace.isEmpty() || MAIN.contains(namespace))) {
                return parser.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute r:id, which names a part by its relationship; null where there is none. */
    public String relationship() {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            String namespace = parser.getAttributeNamespace(i);
            if (namespace != null
                    && RELATIONSHIPS.contains(namespace)
                    && parser.getAttributeLocalName(i).equals("id")) {
                return parser.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute w:val; null where there is none. */
    public String value() {
        return value("val");
    }

    /** Whether an on-off property is on (ECMA-376 part 1, 17.17.4): without a value it is. */
    public boolean isOn() {
        String value = value();
        return value == null || !Set.of("0", "false", "off").contains(value);
    }

    /** Whether this element, by xml:space, keeps the blanks at its ends. */
    public boolean keepsBlanks() {
        return "preserve".equals(parser.getAttributeValue(XML, "space"));
    }

    /** Adds the characters of a text, or those that still fit: the length of the target passes the limit by one at most. */
    public void appendTo(StringBuilder target, int most) {
        int length = Math.min(parser.getTextLength(), most + 1 - target.length());
        if (length > 0) {
            target.append(parser.getTextCharacters(), parser.getTextStart(), length);
        }
    }
}
