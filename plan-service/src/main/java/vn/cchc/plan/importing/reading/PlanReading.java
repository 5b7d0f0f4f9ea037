package vn.cchc.plan.importing.reading;

import java.util.List;
import java.util.Optional;
import vn.cchc.plan.authority.UnitDirectory.Named;
import vn.cchc.plan.plan.Finding;
import vn.cchc.plan.target.Aim;
import vn.cchc.plan.timing.TimingRule;

/**
 * What was understood of a document.
 *
 * @param rows          in printed order
 * @param targets       those of the body in printed order, then those of the annex
 * @param computedTotal the sum of all task rows, in đồng
 */
public record PlanReading(List<ReadRow> rows, List<ReadTarget> targets, long computedTotal, List<Finding> findings) {

    public PlanReading {
        rows = List.copyOf(rows);
        targets = List.copyOf(targets);
        findings = List.copyOf(findings);
    }

    /** How many rows are headings. */
    public int headings() {
        return (int) rows.stream().filter(ReadRow::heading).count();
    }

    /** How many rows are tasks. */
    public int tasks() {
        return rows.size() - headings();
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
    }

    /**
     * A target.
     *
     * @param areaNumber the area of the body
     * @param row        the order of the annex row it was read from; empty for the body
     * @param group      the line above it in the body
     * @param aim        empty for a qualitative target
     * @param linkedRows annex rows that staff or the text say mean the same
     */
    public record ReadTarget(
            Optional<Integer> areaNumber,
            Optional<Integer> row,
            Optional<String> group,
            String text,
            Optional<Aim> aim,
            List<Integer> linkedRows) {

        public ReadTarget {
            linkedRows = List.copyOf(linkedRows);
        }
    }
}
