package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;

/** Reads the body line by line: each heading says where the lines beneath it belong. */
final class BodyOutline {

    /** Characters of a heading that stands before a colon on the line of its text. */
    private static final int LONGEST_RUN_IN = 80;
    /** Rank of results of the year before whose heading has no number: all numbers stand beneath it. */
    private static final int UNNUMBERED = 0;

    private final Notes notes;
    private final List<String> objectives = new ArrayList<>();
    private final List<String> requirements = new ArrayList<>();
    private final List<AreaDraft> areas = new ArrayList<>();
    private final List<PlanDocument.Arrangement> arrangements = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();
    private final Set<Integer> areaNumbers = new HashSet<>();

    /** Null outside the sections of a plan document. */
    private Section section;

    private int sectionRank = Integer.MAX_VALUE;
    private String sectionTitle = "";
    private AreaDraft area;
    private PlanDocument.Arrangement arrangement;
    /** Rank of the areas or arrangements of the section; 0 before the first. */
    private int partRank;

    private boolean inTargets;

    private final AnnexHeadings annexHeadings;

    BodyOutline(Notes notes) {
        this.notes = notes;
        this.annexHeadings = new AnnexHeadings(notes);
    }

    void add(BodyLine line) {
        if (line.beginsCell() && section != Section.ANNEX) {
            leave();
        }
        if (Section.isAnnex(line)) {
            leave();
            section = Section.ANNEX;
            annexHeadings.begin(line);
        } else if (section == Section.ANNEX) {
            annexHeadings.add(line);
        } else if (line.words().isEmpty()) {
            withoutText(line);
        } else if (Section.isSignature(line)) {
            leave();
            withoutPlace(line);
        } else if (Section.isRecipients(line)) {
            leave();
            section = Section.RECIPIENTS;
            BodyHeading.behindColon(line).ifPresent(this::addRecipient);
        } else if (section == Section.RECIPIENTS) {
            addRecipient(line);
        } else if (!isLabel(line) && !isRunIn(line) && !(BodyHeading.is(line) && enter(line))) {
            addParagraph(line);
        }
    }

    private void leave() {
        section = null;
        sectionRank = Integer.MAX_VALUE;
        area = null;
        arrangement = null;
        partRank = 0;
        inTargets = false;
    }

    /** A label of an area's targets or measures. */
    private boolean isLabel(BodyLine line) {
        Optional<Section> label = area == null ? Optional.empty() : Section.label(line.words());
        boolean asPart = line.mark().isNumbering() && BodyHeading.rank(line.mark()) <= partRank;
        if (label.isEmpty() || asPart) {
            return false;
        }
        inTargets = label.get() == Section.TARGETS;
        return true;
    }

    /** A heading and its first paragraph on one line: "1. Mục tiêu: Nâng cao …". */
    private boolean isRunIn(BodyLine line) {
        Optional<BodyLine> behind = BodyHeading.behindColon(line);
        if (behind.isEmpty() || !line.mark().isNumbering()) {
            return false;
        }
        String rest = line.mark().rest();
        String before = rest.substring(0, rest.indexOf(':'));
        Mark mark = line.mark();
        Mark heading = new Mark(mark.kind(), mark.depth(), mark.code(), before);
        boolean arranges = section == Section.ARRANGEMENTS && isPart(mark);
        boolean names = before.length() <= LONGEST_RUN_IN
                && !Words.of(before).isEmpty()
                && (arranges
                        || Section.headedBy(before).isPresent()
                        || Section.label(Words.of(before)).isPresent());
        BodyLine headed = new BodyLine(line.place(), heading, before, false);
        if (!names || (!isLabel(headed) && !enter(headed))) {
            return false;
        }
        addParagraph(behind.get());
        return true;
    }

    /** Whether a mark is one of the parts of the section. */
    private boolean isPart(Mark mark) {
        return mark.isNumbering()
                && BodyHeading.rank(mark) > sectionRank
                && (partRank == 0 || BodyHeading.rank(mark) <= partRank);
    }

    /** @return whether the line is the heading of a section, an area or an arrangement */
    private boolean enter(BodyLine line) {
        int rank = BodyHeading.rank(line.mark());
        Optional<Section> headed = Section.headedBy(line.mark().rest());
        // Results without a number end at any section in capitals; others where their rank ends.
        boolean endsResults = headed.isPresent()
                && sectionRank == UNNUMBERED
                && Words.areCapitals(line.mark().rest());
        boolean beneath = rank > sectionRank && !endsResults;
        if (section == Section.RESULTS && beneath) {
            return false;
        }
        if (beneath && section == Section.TASKS) {
            return enterPart(rank, () -> addArea(line));
        }
        if (beneath && section == Section.ARRANGEMENTS) {
            return enterPart(rank, () -> addArrangement(line, BodyHeading.text(line)));
        }
        if (headed.filter(named -> !beneath || named.isOfAims()).isPresent()) {
            leave();
            section = headed.get();
            sectionRank = rank;
            sectionTitle = BodyHeading.text(line);
            return true;
        }
        if (!beneath && Section.looksBack(line.words())) {
            leave();
            section = Section.RESULTS;
            sectionRank = line.mark().isNumbering() ? rank : UNNUMBERED;
            return false;
        }
        if (beneath || !line.mark().isNumbering()) {
            return false;
        }
        leave();
        if (Section.namesAnArea(line.words())) {
            section = Section.TASKS;
            sectionRank = rank;
            return enterPart(rank, () -> addArea(line));
        }
        return false;
    }

    /** The parts of a section are the headings of the first one's rank; those beneath are paragraphs. */
    private boolean enterPart(int rank, Runnable part) {
        if (partRank != 0 && rank > partRank) {
            return false;
        }
        partRank = rank;
        part.run();
        return true;
    }

    private void addArea(BodyLine line) {
        inTargets = false;
        area = null;
        if (areas.size() == Printed.AREAS) {
            notes.tooMany(line.place(), line.text());
            return;
        }
        area = new AreaDraft(AreaDraft.number(line.mark(), areaNumbers), BodyHeading.text(line));
        areas.add(area);
    }

    private void addArrangement(BodyLine line, String title) {
        arrangement = null;
        if (arrangements.size() == Printed.ARRANGEMENTS) {
            notes.tooMany(line.place(), line.text());
            return;
        }
        arrangement = new PlanDocument.Arrangement(title, new ArrayList<>());
        arrangements.add(arrangement);
    }

    private void addParagraph(BodyLine line) {
        if (section == Section.OBJECTIVES) {
            Paragraphs.add(objectives, Printed.BODY_LINES, Printed.LONG, line, notes);
        } else if (section == Section.REQUIREMENTS) {
            Paragraphs.add(requirements, Printed.BODY_LINES, Printed.LONG, line, notes);
        } else if (area != null && inTargets) {
            area.addTarget(line, notes);
        } else if (area != null) {
            area.addMeasure(line, notes);
        } else if (section == Section.ARRANGEMENTS) {
            boolean another = partRank > 0 && isPart(line.mark());
            if (another || (arrangement == null && partRank == 0)) {
                addArrangement(line, sectionTitle);
            }
            if (arrangement == null) {
                withoutPlace(line);
            } else {
                Paragraphs.add(arrangement.paragraphs(), Printed.PARAGRAPHS, Printed.LONG, line, notes);
            }
        } else {
            withoutPlace(line);
        }
    }

    /** Recipients end where the signature begins. */
    private void addRecipient(BodyLine line) {
        String text = line.mark().rest();
        boolean signature = !line.mark().isBullet() && (Words.areCapitals(text) || text.startsWith("("));
        if (signature) {
            leave();
            withoutPlace(line);
            return;
        }
        String name = CellText.withoutEnd(text);
        while (name.endsWith(".") || name.endsWith("/")) {
            name = CellText.withoutEnd(name.substring(0, name.length() - 1));
        }
        if (!Words.of(name).isEmpty()) {
            Mark mark = new Mark(Mark.Kind.NONE, 0, "", name);
            Paragraphs.add(
                    recipients,
                    Printed.BODY_LINES,
                    Printed.SHORT,
                    new BodyLine(line.place(), mark, name, false),
                    notes);
        }
    }

    /** An empty item of a list is nothing; what has signs alone is listed. */
    private void withoutText(BodyLine line) {
        if (!line.mark().rest().isEmpty()) {
            withoutPlace(line);
        }
    }

    private void withoutPlace(BodyLine line) {
        notes.untranscribed(line.place(), line.text(), Untranscribed.Why.NO_PLACE);
    }

    /** @param tables of the annexes, in printed order */
    List<PlanDocument.AnnexHeading> annexHeadings(List<AnnexReading.Beginning> tables) {
        return annexHeadings.of(tables);
    }

    Transcript.Body body() {
        return new Transcript.Body(
                objectives,
                requirements,
                areas.stream().map(draft -> draft.area(notes)).toList(),
                arrangements,
                recipients);
    }
}
