package vn.cchc.plan.transcript.word;

import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.text.VietnameseText;

/** The text of content that is not transcribed, as far as an omission shows it. */
final class OmittedText {

    /** Characters of an omission. */
    static final int MOST = 300;

    /** Characters that are kept until it is normalised: decomposed letters and runs of blanks become shorter. */
    static final int MOST_READ = 4 * MOST;

    private OmittedText() {}

    /** Reads to the end of the element that has begun: at most {@link #MOST_READ} characters and one, as they stand there. */
    static String read(XmlPart xml) {
        return readTo(xml, xml.depth());
    }

    /** Reads to the end of the element that began at this depth. */
    static String readTo(XmlPart xml, int outer) {
        StringBuilder text = new StringBuilder();
        boolean typed = false;
        while (xml.nextWithin(outer)) {
            if (xml.isText()) {
                if (typed) {
                    xml.appendTo(text, MOST_READ);
                }
                continue;
            }
            switch (xml.name()) {
                case "t", "delText", "m:t" -> typed = xml.isStart();
                case "p", "tc", "tab", "br", "cr" -> {
                    if (text.length() < MOST_READ) {
                        text.append(' ');
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /** One line of at most {@link #MOST} characters. */
    static String shortened(String text) {
        String line = VietnameseText.line(text);
        if (line.length() <= MOST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return line.substring(0, end);
    }
}
