package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;

/**
 * What stands above the tables of annexes: "PHỤ LỤC II" and the title of the annex. Where a plan has one annex without a title, its
 * label says nothing and is listed.
 */
final class AnnexHeadings {

    private static final Pattern LABEL =
            Pattern.compile("(?iU)(phụ lục(?: số)?(?: (?:[IVX]{1,6}|\\d{1,3}|[A-H])(?![\\p{L}\\d]))?)[ .:–-]*(.*)");

    /** Without a table, "Phụ lục 2" in small letters is a heading only where it stands alone. */
    private static final Pattern NUMBERED = Pattern.compile("(?iU)phụ lục(?: số)? (?:[IVX]{1,6}|\\d{1,3})[.:]?");

    private static final int MOST_TITLE_LINES = 4;
    private static final int LONGEST_TITLE_LINE = 300;

    private static final Comparator<Place> IN_PRINT = Comparator.comparingInt(Place::block)
            .thenComparing(Place::row, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Notes notes;
    private final List<Heading> headings = new ArrayList<>();

    private record Heading(BodyLine label, List<BodyLine> beneath) {}

    AnnexHeadings(Notes notes) {
        this.notes = notes;
    }

    static boolean isNumbered(String text) {
        return NUMBERED.matcher(text).matches();
    }

    void begin(BodyLine label) {
        headings.add(new Heading(label, new ArrayList<>()));
    }

    /** A line behind the last label. */
    void add(BodyLine line) {
        headings.get(headings.size() - 1).beneath().add(line);
    }

    /** Lists what is no heading of a table. */
    List<PlanDocument.AnnexHeading> of(List<AnnexReading.Beginning> tables) {
        List<PlanDocument.AnnexHeading> found = new ArrayList<>();
        List<BodyLine> labels = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            Optional<Place> next = i + 1 < headings.size()
                    ? Optional.of(headings.get(i + 1).label().place())
                    : Optional.empty();
            Optional<AnnexReading.Beginning> table = tables.stream()
                    .filter(each ->
                            IN_PRINT.compare(each.place(), heading.label().place()) > 0)
                    .findFirst()
                    .filter(each -> next.isEmpty() || IN_PRINT.compare(each.place(), next.get()) < 0);
            if (table.isEmpty() || found.size() == Printed.ANNEXES) {
                withoutPlace(heading.label());
                heading.beneath().forEach(this::withoutPlace);
            } else {
                labels.add(heading.label());
                found.add(heading(heading, table.get()));
            }
        }
        boolean tells = found.size() > 1
                || found.stream().anyMatch(heading -> heading.title() != null || heading.firstRow() > 1);
        if (!tells) {
            labels.forEach(this::withoutPlace);
        }
        return tells ? List.copyOf(found) : List.of();
    }

    private PlanDocument.AnnexHeading heading(Heading heading, AnnexReading.Beginning table) {
        List<String> title = new ArrayList<>();
        Matcher label = LABEL.matcher(heading.label().text());
        boolean labelled = label.matches();
        String behind = labelled ? label.group(2) : "";
        if (behind.startsWith("(")) {
            notes.untranscribed(heading.label().place(), behind, Untranscribed.Why.NO_PLACE);
        } else if (!behind.isEmpty()) {
            title.add(behind);
        }
        List<BodyLine> above = heading.beneath().stream()
                .filter(line -> IN_PRINT.compare(line.place(), table.place()) < 0)
                .filter(line -> !line.text().startsWith("("))
                .toList();
        if (above.size() <= MOST_TITLE_LINES && above.stream().allMatch(AnnexHeadings::isOfTitle)) {
            above.forEach(line -> title.add(line.text()));
        }
        String joined = String.join(" ", title);
        boolean fits = joined.length() <= Printed.CELL;
        heading.beneath().stream()
                .filter(line -> !fits || !title.contains(line.text()) || !above.contains(line))
                .forEach(this::withoutPlace);
        String printed = labelled ? label.group(1) : Excerpt.of(heading.label().text());
        return new PlanDocument.AnnexHeading(
                table.firstRow(),
                printed.substring(0, Math.min(printed.length(), Printed.CODE)),
                fits && !joined.isEmpty() ? joined : null);
    }

    private static boolean isOfTitle(BodyLine line) {
        String text = line.text();
        return line.mark().kind() == Mark.Kind.NONE
                && text.length() <= LONGEST_TITLE_LINE
                && ".;:".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    private void withoutPlace(BodyLine line) {
        notes.untranscribed(line.place(), line.text(), Untranscribed.Why.NO_PLACE);
    }
}
