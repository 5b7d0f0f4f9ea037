package vn.cchc.platform.workbook;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.text.VietnameseText;

/**
 * Comments on the cells of a sheet (ECMA-376 part 1, 18.7), among them the texts of conversations, which Excel repeats there.
 *
 * @param texts the first ones, each with the name of its cell before it: "B5: …"
 * @param further how many there are besides
 */
record CellComments(List<String> texts, int further) {

    static final CellComments NONE = new CellComments(List.of(), 0);

    /** More are not shown either. */
    static final int MOST = 200;

    static CellComments read(XmlPart xml) {
        List<String> texts = new ArrayList<>();
        int further = 0;
        while (xml.next()) {
            if (xml.isStart() && xml.name().equals("comment")) {
                String cell = xml.value("ref");
                String text = VietnameseText.line(SharedStrings.text(xml));
                if (VietnameseText.isInvisible(text)) {
                    continue;
                }
                if (texts.size() < MOST) {
                    texts.add((cell == null ? "" : cell + ": ") + text);
                } else {
                    further++;
                }
            }
        }
        return new CellComments(texts, further);
    }
}
