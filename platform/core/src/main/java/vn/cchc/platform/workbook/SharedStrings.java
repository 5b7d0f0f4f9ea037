package vn.cchc.platform.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/** The texts that cells refer to (ECMA-376 part 1, 18.4). How parts of a text are printed, struck out for example, is ignored. */
final class SharedStrings {

    static final SharedStrings NONE = new SharedStrings(List.of());

    /** A character that XML has no place for (22.9.2.19). */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = texts;
    }

    static SharedStrings read(XmlPart xml) {
        List<String> texts = new ArrayList<>();
        long characters = 0;
        while (xml.next()) {
            if (xml.isStart() && xml.name().equals("si")) {
                Limit.CELLS.check(texts.size() + 1);
                String text = text(xml);
                characters += text.length();
                Limit.CHARACTERS.check(characters);
                texts.add(text);
            }
        }
        return new SharedStrings(texts);
    }

    /** The text of the element that has begun, up to its end: its runs without their phonetic reading. */
    static String text(XmlPart xml) {
        StringBuilder text = new StringBuilder();
        int outer = xml.depth();
        boolean typed = false;
        while (xml.nextWithin(outer)) {
            if (xml.isText()) {
                if (typed) {
                    xml.appendTo(text, (int) Limit.PARAGRAPH_CHARACTERS.most());
                    Limit.PARAGRAPH_CHARACTERS.check(text.length());
                }
            } else if (xml.name().equals("t")) {
                typed = xml.isStart();
            } else if (xml.isStart() && xml.name().equals("rPh")) {
                xml.skip();
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    /** @throws UnreadableFile where there is none at this position */
    String at(int position) {
        if (position < 0 || position >= texts.size()) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        return texts.get(position);
    }
}
