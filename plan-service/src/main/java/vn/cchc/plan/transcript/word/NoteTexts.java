package vn.cchc.plan.transcript.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.cchc.platform.office.XmlPart;

/** The texts of footnotes or endnotes (ECMA-376 part 1, 17.11), or of comments (17.13.4), by their id. */
final class NoteTexts {

    static final NoteTexts NONE = new NoteTexts();

    private static final Set<String> KINDS = Set.of("footnote", "endnote", "comment");

    /** More are not shown as omissions either. */
    private static final int MOST = 1_000;

    private final Map<String, String> texts = new HashMap<>();

    private NoteTexts() {}

    /** Reads the part of footnotes, endnotes or comments. */
    static NoteTexts read(XmlPart xml) {
        NoteTexts notes = new NoteTexts();
        while (xml.next()) {
            if (xml.isStart() && KINDS.contains(xml.name()) && notes.texts.size() < MOST) {
                String id = ListReference.id(xml.value("id"));
                notes.texts.put(id, OmittedText.shortened(OmittedText.read(xml)));
            }
        }
        return notes;
    }

    /** The text of a note; empty where it is not known. */
    String text(String id) {
        return texts.getOrDefault(ListReference.id(id), "");
    }
}
