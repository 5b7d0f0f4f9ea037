package vn.cchc.plan.importing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.importing.comparison.Sequence;
import vn.cchc.plan.importing.review.DraftChanges.ChangedLine;
import vn.cchc.plan.importing.review.DraftChanges.DocumentPart;

/** What is printed beside the rows of an annex, line by line. */
final class DocumentLines {

    private DocumentLines() {}

    /** Lines of a part among which they stand in an order; titles of areas stand among each other. */
    private record Part(DocumentPart part, Integer area) {

        static Part of(ChangedLine line) {
            return new Part(line.part(), line.part() == DocumentPart.AREA_TITLE ? null : line.area());
        }
    }

    /**
     * The lines that are gone, new, or elsewhere among those of their part.
     *
     * @param orders of rows now, by their orders before: links of targets are to the same rows by them
     */
    static Sequence.Difference<ChangedLine> difference(
            PlanDocument before, PlanDocument now, Map<Integer, Integer> orders) {
        Map<Part, List<ChangedLine>> linesBefore = byPart(before);
        Map<Part, List<ChangedLine>> lines = byPart(now);
        Set<Part> parts = new LinkedHashSet<>(lines.keySet());
        parts.addAll(linesBefore.keySet());
        List<Sequence.Difference<ChangedLine>> differences = parts.stream()
                .map(part -> Sequence.difference(
                        linesBefore.getOrDefault(part, List.of()),
                        lines.getOrDefault(part, List.of()),
                        line -> linkedTo(line, order -> orders.getOrDefault(order, FindingDifference.NO_ROW)),
                        line -> linkedTo(line, order -> order)))
                .toList();
        return new Sequence.Difference<>(
                all(differences, Sequence.Difference::removed),
                all(differences, Sequence.Difference::added),
                all(differences, Sequence.Difference::moved));
    }

    private static Map<Part, List<ChangedLine>> byPart(PlanDocument document) {
        return lines(document).stream()
                .collect(Collectors.groupingBy(Part::of, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<ChangedLine> all(
            List<Sequence.Difference<ChangedLine>> differences,
            Function<Sequence.Difference<ChangedLine>, List<ChangedLine>> lines) {
        return differences.stream().map(lines).flatMap(List::stream).toList();
    }

    /** The line with other orders of its rows. The order in which rows are linked says nothing. */
    private static ChangedLine linkedTo(ChangedLine line, UnaryOperator<Integer> orders) {
        return line.linkedRows() == null
                ? line
                : new ChangedLine(
                        line.part(),
                        line.area(),
                        line.text(),
                        line.linkedRows().stream().map(orders).sorted().toList());
    }

    private static List<ChangedLine> lines(PlanDocument document) {
        PlanDocument.Header header = document.header();
        Stream<ChangedLine> head = Stream.of(
                        line(DocumentPart.NUMBER, header.number()),
                        line(DocumentPart.TITLE, header.title()),
                        line(DocumentPart.ISSUER, header.issuer()),
                        line(DocumentPart.PLACE, header.place()),
                        line(DocumentPart.SIGNED_ON, header.signedOn()),
                        line(DocumentPart.YEAR, header.year()),
                        line(DocumentPart.STATED_TOTAL, header.statedTotal()))
                .flatMap(Function.identity());
        Stream<ChangedLine> arrangements = document.arrangements().stream()
                .flatMap(each -> Stream.concat(
                        line(DocumentPart.ARRANGEMENTS, each.title()),
                        lines(DocumentPart.ARRANGEMENTS, null, each.paragraphs())));
        return Stream.of(
                        head,
                        lines(DocumentPart.OBJECTIVES, null, document.objectives()),
                        lines(DocumentPart.REQUIREMENTS, null, document.requirements()),
                        document.areas().stream().flatMap(DocumentLines::lines),
                        arrangements,
                        lines(DocumentPart.RECIPIENTS, null, document.recipients()),
                        document.annexHeadings().stream().flatMap(DocumentLines::line))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<ChangedLine> lines(PlanDocument.Area area) {
        return Stream.of(
                        lines(DocumentPart.AREA_TITLE, area.number(), List.of(area.title())),
                        area.targets().stream().map(target -> line(area, target)),
                        lines(DocumentPart.MEASURES, area.number(), area.measures()))
                .flatMap(Function.identity());
    }

    private static ChangedLine line(PlanDocument.Area area, PlanDocument.Target target) {
        return new ChangedLine(
                DocumentPart.TARGETS,
                area.number(),
                target.group() == null ? target.text() : target.group() + ": " + target.text(),
                target.linkedRows().isEmpty() ? null : target.linkedRows());
    }

    private static Stream<ChangedLine> line(PlanDocument.AnnexHeading heading) {
        return line(
                DocumentPart.ANNEX_HEADINGS,
                heading.title() == null ? heading.label() : heading.label() + ": " + heading.title());
    }

    private static Stream<ChangedLine> line(DocumentPart part, Object text) {
        return text == null ? Stream.empty() : Stream.of(new ChangedLine(part, null, text.toString(), null));
    }

    private static Stream<ChangedLine> lines(DocumentPart part, Integer area, List<String> texts) {
        return texts.stream().map(text -> new ChangedLine(part, area, text, null));
    }
}
