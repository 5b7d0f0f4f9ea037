package vn.cchc.plan.importing.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cchc.plan.authority.UnitDirectory.Named;
import vn.cchc.plan.finding.NamedRow;
import vn.cchc.plan.importing.PlanDocument;
import vn.cchc.plan.target.Aim;
import vn.cchc.plan.timing.TimingRule;

/**
 * What was understood of a document.
 *
 * @param areas         which section of the annex belongs to which area of the body
 * @param rows          in printed order
 * @param targets       those of the body in printed order, then those of the annex
 * @param computedTotal the sum of all task rows, in đồng
 */
public record ReadPlan(
        PlanDocument document, AreaPairing areas, List<ReadRow> rows, List<ReadTarget> targets, long computedTotal) {

    public ReadPlan {
        rows = List.copyOf(rows);
        targets = List.copyOf(targets);
    }

    public int year() {
        return document.header().year();
    }

    /** How many rows are headings. */
    public int headings() {
        return (int) rows.stream().filter(ReadRow::heading).count();
    }

    /** How many rows are tasks. */
    public int tasks() {
        return rows.size() - headings();
    }

    /** The rows by their order. */
    public Map<Integer, ReadRow> rowsByOrder() {
        Map<Integer, ReadRow> byOrder = new LinkedHashMap<>();
        rows.forEach(row -> byOrder.put(row.order(), row));
        return byOrder;
    }

    /**
     * A row of the annex.
     *
     * @param parent      the order of the row above it in the tree
     * @param level       1 at the top
     * @param heading     a row with rows beneath it, nobody in charge and no timing
     * @param printedCode as printed
     * @param code        normalised: figures separated by full stops; empty where none can be made out
     * @param areaNumber  the area of the body that its section belongs to
     * @param aim         what the title of a task asks for in figures
     * @param leads       whom the lead cell names, in printed order
     * @param rules       what the timing cell states; empty where it is empty
     * @param stated      the amount printed, in đồng
     * @param computed    the sum of the task rows beneath a heading, of the row itself for a task, in đồng
     */
    public record ReadRow(
            int order,
            Optional<Integer> parent,
            int level,
            boolean heading,
            Optional<String> printedCode,
            Optional<String> code,
            String title,
            Optional<Integer> areaNumber,
            Optional<Aim> aim,
            Optional<String> leadText,
            List<Named> leads,
            List<Named> coordinating,
            List<String> products,
            Optional<String> timingText,
            List<TimingRule> rules,
            Optional<Long> stated,
            long computed) {

        public ReadRow {
            leads = List.copyOf(leads);
            coordinating = List.copyOf(coordinating);
            products = List.copyOf(products);
            rules = List.copyOf(rules);
        }

        /** As people call it. */
        public NamedRow named() {
            return new NamedRow(order, code, title);
        }
    }

    /**
     * A target.
     *
     * @param areaNumber the area of the body
     * @param printed    the place of the printed target that it is, or is a part of, among those of its area, from 1; empty
     *                   for the annex
     * @param row        the order of the annex row it was read from; empty for the body
     * @param group      the line above it in the body
     * @param aim        empty for a qualitative target
     * @param links      annex rows that mean the same, in printed order
     */
    public record ReadTarget(
            Optional<Integer> areaNumber,
            Optional<Integer> printed,
            Optional<Integer> row,
            Optional<String> group,
            String text,
            Optional<Aim> aim,
            List<Link> links) {

        public ReadTarget {
            links = List.copyOf(links);
        }

        /** The order of the annex rows that mean the same. */
        public List<Integer> linkedRows() {
            return links.stream().map(Link::row).toList();
        }
    }

    /**
     * That an annex row means the same as a target of the body.
     *
     * @param sharedTerm the words by which the texts say so; empty where the document states it
     */
    public record Link(int row, Optional<String> sharedTerm) {}
}
