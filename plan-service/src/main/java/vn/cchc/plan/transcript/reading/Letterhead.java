package vn.cchc.plan.transcript.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.cchc.plan.Printed;

/**
 * Finds what Decree 30/2020 prints above the body of a plan: issuer, number, place and day of signing, kind and summary. Number,
 * day and issuer may also be found in the line beneath the heading of the annex, "(Ban hành kèm theo Kế hoạch số …)".
 */
final class Letterhead {

    /** Lines in which a title, or a letterhead without one, is looked for. */
    private static final int MOST_LINES = 40;

    private static final int LONGEST_TITLE_LINE = 200;
    private static final int MOST_TITLE_LINES = 6;
    /** Characters of a line of a letterhead, with all that may stand on it. */
    private static final int LONGEST_LINE = 500;

    private final List<BodyLine> lines;
    private final Notes notes;
    private final Set<BodyLine> taken = new HashSet<>();
    private String number;
    private BodyLine blankNumber;
    private String place;
    private LocalDate signedOn;
    private BodyLine blankDay;
    private String issuer;
    /** Parts in capitals above the number, in their order. */
    private final List<Part> names = new ArrayList<>();

    /** A part of a line of the letterhead. */
    private record Part(BodyLine line, String text) {}

    Letterhead(List<BodyLine> lines, Notes notes) {
        this.lines = lines;
        this.notes = notes;
    }

    /** Lines that are in the head, or that every letterhead has. */
    Set<BodyLine> taken() {
        return taken;
    }

    Head read() {
        int titleAt = titleAt();
        lines.stream()
                .limit(titleAt < 0 ? MOST_LINES : titleAt)
                .takeWhile(line -> titleAt >= 0 || !isOfTheBody(line))
                .forEach(this::readAbove);
        if (number == null && blankNumber == null) {
            decideIssuer();
        }
        names.forEach(name -> withoutPlace(name.line(), name.text()));
        String title = titleAt < 0 ? null : title(titleAt);
        if (title != null && title.length() > Printed.CELL) {
            notes.tooLong(lines.get(titleAt).place(), title);
        }
        readReferences();
        return noted(title);
    }

    private static boolean isOfTheBody(BodyLine line) {
        return line.mark().kind() != Mark.Kind.NONE
                || Section.headedBy(line.mark().rest()).isPresent()
                || Section.isRecipients(line)
                || Section.isAnnex(line);
    }

    /** Where the kind of document stands: "KẾ HOẠCH" alone, or with the summary behind it; -1 where it does not. */
    private int titleAt() {
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            String text = lines.get(i).text();
            if (Words.of(text).equals("ke hoach") || text.startsWith("KẾ HOẠCH ")) {
                return i;
            }
        }
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            BodyLine line = lines.get(i);
            if (line.text().startsWith("Kế hoạch ") && Years.in(line.words()).size() == 1 && isShort(line)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isShort(BodyLine line) {
        return line.text().length() <= LONGEST_TITLE_LINE
                && !line.text().endsWith(".")
                && !line.text().endsWith(":");
    }

    /** A letterhead may stand in one paragraph, its parts apart by line breaks or tabs. */
    private void readAbove(BodyLine line) {
        if (line.text().length() > LONGEST_LINE) {
            return;
        }
        if (line.text().startsWith("(") || Section.isAnnex(line)) {
            return;
        }
        List<String> others = new ArrayList<>();
        for (String part : LetterheadParts.of(line.text())) {
            String words = Words.of(part);
            if (words.isEmpty() || isMotto(words)) {
                taken.add(line);
            } else if (LetterheadParts.isNumber(part)) {
                taken.add(line);
                readNumber(line, part, others);
            } else if (PrintedDay.isOfSigning(part)) {
                taken.add(line);
                readDay(line, part, others);
            } else if (Words.areCapitals(part) || LetterheadParts.isAuthority(words)) {
                taken.add(line);
                names.add(new Part(line, part));
            } else {
                others.add(part);
            }
        }
        if (taken.contains(line)) {
            others.forEach(other -> withoutPlace(line, other));
        }
    }

    private static boolean isMotto(String words) {
        return words.startsWith("cong hoa xa hoi chu nghia") || words.startsWith("doc lap tu do hanh phuc");
    }

    private void readNumber(BodyLine line, String part, List<String> others) {
        Optional<String> printed = LetterheadParts.number(part);
        if (number == null && printed.isPresent()) {
            number = printed.get();
            others.add(part.substring(LetterheadParts.endOfNumber(part)).strip());
            decideIssuer();
            if (number.length() > Printed.NUMBER) {
                notes.tooLong(line.place(), number);
            }
        } else if (printed.isEmpty()) {
            blankNumber = line;
            decideIssuer();
        } else {
            others.add(part);
        }
    }

    private void readDay(BodyLine line, String part, List<String> others) {
        int day = part.toLowerCase(Locale.ROOT).lastIndexOf("ngày");
        String before = day < 0 ? "" : CellText.withoutEnd(part.substring(0, day));
        if (before.length() > Printed.SHORT) {
            notes.tooLong(line.place(), before);
        } else if (place == null && !before.isEmpty()) {
            place = before;
        }
        others.add(part.substring(PrintedDay.end(part)).strip());
        Optional<LocalDate> printed = PrintedDay.in(part);
        if (printed.isPresent()) {
            if (signedOn != null && !signedOn.equals(printed.get())) {
                others.add(part);
            }
            signedOn = signedOn == null ? printed.get() : signedOn;
        } else {
            blankDay = line;
        }
    }

    /**
     * The last authority above the number, with the line in which its name goes on: those that it belongs to stand above it.
     * Where another name in capitals stands beneath it, which of them issues is in doubt.
     */
    private void decideIssuer() {
        int first = names.size() - 1;
        while (first >= 0
                && !LetterheadParts.isAuthority(Words.of(names.get(first).text()))) {
            first--;
        }
        if (issuer != null || first < 0) {
            return;
        }
        StringBuilder name = new StringBuilder(names.get(first).text());
        int behind = first + 1;
        while (behind < names.size()
                && AuthorityName.goesOn(name.toString(), names.get(behind).text())) {
            name.append(' ').append(names.get(behind).text());
            behind++;
        }
        boolean clear = names.subList(behind, names.size()).stream().allMatch(part -> isStamp(part.text()));
        if (clear) {
            issuer = name.toString();
            names.subList(first, behind).clear();
        }
    }

    /** Words in capitals that name nobody: "DỰ THẢO LẦN HAI", "HỎA TỐC". */
    private static boolean isStamp(String text) {
        return Words.beginWithOne(Words.of(text), "du thao", "hoa toc", "khan", "thuong khan", "mat", "toi mat");
    }

    /** What the head has no part for. */
    private void withoutPlace(BodyLine line, String text) {
        if (!Words.of(text).isEmpty()) {
            notes.untranscribed(line.place(), text, Untranscribed.Why.NO_PLACE);
        }
    }

    private String title(int at) {
        taken.add(lines.get(at));
        List<String> parts = new ArrayList<>();
        String first = lines.get(at).text();
        boolean alone = Words.of(first).equals("ke hoach");
        if (!alone) {
            parts.add(first.startsWith("KẾ HOẠCH ") ? first.substring("KẾ HOẠCH ".length()) : first);
        }
        for (int i = at + 1; i < Math.min(lines.size(), at + 1 + MOST_TITLE_LINES); i++) {
            BodyLine line = lines.get(i);
            if (Words.of(line.text()).isEmpty()) {
                taken.add(line);
                break;
            }
            if (!goesOn(parts, line)) {
                break;
            }
            taken.add(line);
            parts.add(line.text());
        }
        return parts.isEmpty() ? first : String.join(" ", parts);
    }

    /** Whether a line goes on with the summary: it names no year yet, and is no sentence of the body. */
    private static boolean goesOn(List<String> parts, BodyLine line) {
        if (line.mark().isNumbering()
                || Section.isAnnex(line)
                || !isShort(line)
                || line.text().endsWith(";")
                || line.text().startsWith("(")) {
            return false;
        }
        String words = line.words();
        boolean preamble = Words.beginWithOne(words, "can cu", "thuc hien quyet dinh", "thuc hien nghi quyet", "nham");
        boolean complete =
                !parts.isEmpty() && !Years.in(Words.of(String.join(" ", parts))).isEmpty();
        boolean ofWhom = Words.beginWithOne(words, "cua", "tren dia ban", "tai", "giai doan");
        return !preamble && (!complete || ofWhom);
    }

    private static boolean isReference(BodyLine line) {
        String words = line.words();
        return line.text().length() <= LONGEST_LINE
                && Words.haveOne(words, "kem theo ke hoach so")
                && line.text().startsWith("(");
    }

    /** What the annex refers to, where that is this plan: its number is the same, or no letterhead has one. */
    private void readReferences() {
        List<BodyLine> references =
                lines.stream().filter(Letterhead::isReference).toList();
        List<String> numbers =
                references.stream().map(Letterhead::numberIn).distinct().toList();
        if (number == null && blankNumber == null && numbers.size() == 1) {
            readReference(references.get(0));
        } else if (number != null) {
            references.stream()
                    .filter(line -> numberIn(line).equalsIgnoreCase(number))
                    .findFirst()
                    .ifPresent(this::readReference);
        }
    }

    /** Empty where it is left to be filled in. */
    private static String numberIn(BodyLine line) {
        int at = line.text().toLowerCase(Locale.ROOT).indexOf("số");
        return LetterheadParts.number(line.text().substring(Math.max(at, 0))).orElse("");
    }

    private void readReference(BodyLine line) {
        String text = line.text();
        int at = text.toLowerCase(Locale.ROOT).indexOf("số");
        Optional<String> printed = LetterheadParts.number(text.substring(at));
        if (number == null && blankNumber == null && printed.isPresent()) {
            number = printed.get();
        }
        if (signedOn == null && blankDay == null) {
            signedOn = PrintedDay.in(text).orElse(null);
        }
        int of = text.lastIndexOf(" của ");
        if (issuer == null && of > 0) {
            String name = text.substring(of + " của ".length());
            issuer = name.endsWith(")") ? name.substring(0, name.length() - 1).strip() : name;
        }
    }

    private Head noted(String title) {
        if (number == null && blankNumber != null) {
            notes.doubt(Doubt.Code.NUMBER_BLANK, blankNumber.place(), blankNumber.text());
        }
        if (signedOn == null && blankDay != null) {
            notes.doubt(Doubt.Code.SIGNED_DAY_MISSING, blankDay.place(), blankDay.text());
        }
        if (issuer != null && AuthorityName.of(issuer).length() > Printed.SHORT) {
            notes.tooLong(lines.get(0).place(), issuer);
        }
        String fittingNumber = number != null && number.length() <= Printed.NUMBER ? number : null;
        String fittingTitle = title != null && title.length() <= Printed.CELL ? title : null;
        String name = issuer == null ? null : AuthorityName.of(issuer);
        String fittingIssuer = name != null && name.length() <= Printed.SHORT ? name : null;
        List<Integer> years = fittingTitle == null ? List.of() : Years.in(Words.of(fittingTitle));
        Integer year = years.size() == 1 ? years.get(0) : null;
        missing(fittingNumber == null && blankNumber == null, Doubt.Code.NUMBER_MISSING);
        missing(fittingTitle == null, Doubt.Code.TITLE_MISSING);
        missing(fittingIssuer == null, Doubt.Code.ISSUER_MISSING);
        missing(signedOn == null && blankDay == null, Doubt.Code.SIGNED_DAY_MISSING);
        missing(year == null, Doubt.Code.YEAR_MISSING);
        return new Head(fittingNumber, fittingTitle, fittingIssuer, place, signedOn, year, null);
    }

    private void missing(boolean missing, Doubt.Code code) {
        if (missing) {
            notes.missing(code);
        }
    }
}
