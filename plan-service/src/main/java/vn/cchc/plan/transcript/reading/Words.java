package vn.cchc.plan.transcript.reading;

import vn.cchc.platform.text.VietnameseText;

/** Texts as words without diacritics, case and punctuation, to be compared. */
final class Words {

    private Words() {}

    /** Letters and digits, each run of others one blank: "Kinh phí (đồng)" is "kinh phi dong". */
    static String of(String text) {
        return split(VietnameseText.fold(text));
    }

    /** Letters and digits as they are, each run of others one blank. */
    static String split(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    /** Whether the words contain one of these, as whole words. */
    static boolean haveOne(String words, String... phrases) {
        String bounded = " " + words + " ";
        for (String phrase : phrases) {
            if (bounded.contains(" " + phrase + " ")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words begin with one of these, as whole words. */
    static boolean beginWithOne(String words, String... phrases) {
        String bounded = words + " ";
        for (String phrase : phrases) {
            if (bounded.startsWith(phrase + " ")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text has letters and all of them are capitals. */
    static boolean areCapitals(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters |= Character.isUpperCase(c);
        }
        return letters;
    }
}
