package vn.cchc.plan.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.importing.reading.ReadPlan.Link;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.importing.reading.ReadPlan.ReadTarget;
import vn.cchc.plan.target.TargetWording;

/** Reads the targets of the body with their matching annex rows, and the targets found only in the annex. */
final class TargetReader {

    private final List<ReadRow> rows;
    private final TargetLinks links;
    private final List<Part> body = new ArrayList<>();

    /** One of the targets contained in a printed one. */
    private record Part(int area, int place, PlanDocument.Target printed, TargetWording.Part wording) {
        String text() {
            return wording.text();
        }
    }

    private TargetReader(List<PlanDocument.Area> areas, List<ReadRow> rows) {
        this.rows = rows;
        for (PlanDocument.Area area : areas) {
            int place = 0;
            for (PlanDocument.Target printed : area.targets()) {
                place++;
                for (TargetWording.Part text : parts(printed)) {
                    body.add(new Part(area.number(), place, printed, text));
                }
            }
        }
        links = new TargetLinks(body.stream().map(Part::text).toList());
    }

    /** The targets that a printed one contains. */
    static List<TargetWording.Part> parts(PlanDocument.Target printed) {
        return TargetWording.read(printed.text());
    }

    /** Those of the body in printed order, then those of the annex. */
    static List<ReadTarget> read(List<PlanDocument.Area> areas, List<ReadRow> rows) {
        TargetReader reader = new TargetReader(areas, rows);
        List<ReadTarget> targets = new ArrayList<>();
        reader.body.forEach(part -> targets.add(reader.ofBody(part)));
        rows.stream().filter(row -> row.aim().isPresent()).forEach(row -> targets.add(ofAnnex(row)));
        return targets;
    }

    private ReadTarget ofBody(Part part) {
        Map<Integer, Link> linked = new TreeMap<>();
        part.printed().linkedRows().forEach(row -> linked.put(row, new Link(row, Optional.empty())));
        if (part.wording().reading().understood().isPresent()) {
            for (ReadRow row : rows) {
                Optional<String> term =
                        row.aim().isEmpty() ? Optional.empty() : links.sharedTerm(part.text(), row.title());
                if (term.isPresent()) {
                    linked.putIfAbsent(row.order(), new Link(row.order(), term));
                }
            }
        }
        return new ReadTarget(
                Optional.of(part.area()),
                Optional.of(part.place()),
                Optional.empty(),
                Optional.ofNullable(part.printed().group()),
                part.text(),
                part.wording().reading(),
                List.copyOf(linked.values()));
    }

    private static ReadTarget ofAnnex(ReadRow row) {
        return new ReadTarget(
                row.areaNumber(),
                Optional.empty(),
                Optional.of(row.order()),
                Optional.empty(),
                row.title(),
                row.target(),
                List.of());
    }
}
