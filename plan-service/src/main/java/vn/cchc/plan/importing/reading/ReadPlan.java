package vn.cchc.plan.importing.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cchc.plan.authority.UnitDirectory.Named;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.NamedRow;
import vn.cchc.plan.target.Aim;
import vn.cchc.plan.target.AimReading;
import vn.cchc.plan.task.OtherCell;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.plan.timing.UnreadReason;

/**
 * Result of reading a document.
 *
 * @param areas the area of the body for each section of the annex
 * @param rows in printed order
 * @param targets those of the body in printed order, then those of the annex
 * @param computedTotal sum of all task rows, without those that state the sum of others; in đồng
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

    /** Number of headings. */
    public int headings() {
        return (int) rows.stream().filter(ReadRow::heading).count();
    }

    /** Number of tasks. */
    public int tasks() {
        return rows.size() - headings();
    }

    /** The rows by order. */
    public Map<Integer, ReadRow> rowsByOrder() {
        Map<Integer, ReadRow> byOrder = new LinkedHashMap<>();
        rows.forEach(row -> byOrder.put(row.order(), row));
        return byOrder;
    }

    /**
     * A row of the annex.
     *
     * @param parent order of the parent row
     * @param level 1 at the top
     * @param heading whether it has children, no lead and no timing
     * @param printedCode as printed
     * @param code normalised to numbers separated by full stops; empty when none can be recognised
     * @param areaNumber the area that its section belongs to
     * @param target what a task's title says as a target
     * @param leads parties named in the lead cell, in printed order
     * @param rules rules of the timing cell; empty when the cell is empty
     * @param unread why the timing cell was not read
     * @param stated the printed amount, in đồng
     * @param computed the sum of the tasks beneath it; of a task with no amounts beneath it, its own amount; in đồng
     * @param otherCells of columns that have no other place, as printed, and the printed amount where none is stated
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
            AimReading target,
            Optional<String> leadText,
            List<Named> leads,
            List<Named> coordinating,
            List<String> products,
            Optional<String> timingText,
            List<TimingRule> rules,
            Optional<UnreadReason> unread,
            Optional<Long> stated,
            long computed,
            List<OtherCell> otherCells) {

        public ReadRow {
            leads = List.copyOf(leads);
            coordinating = List.copyOf(coordinating);
            products = List.copyOf(products);
            rules = List.copyOf(rules);
            otherCells = List.copyOf(otherCells);
        }

        /** Quantitative aim in a task's title. */
        public Optional<Aim> aim() {
            return target.understood();
        }

        /** The row as people refer to it. */
        public NamedRow named() {
            return new NamedRow(order, code, title);
        }
    }

    /**
     * A target.
     *
     * @param areaNumber the area of the body
     * @param printed position, from 1, within its area of the printed target that it is or is part of; empty for the
     *     annex
     * @param row order of the annex row it was read from; empty for the body
     * @param group the line above it in the body
     * @param reading what the text says
     * @param links annex rows with the same meaning, in printed order
     */
    public record ReadTarget(
            Optional<Integer> areaNumber,
            Optional<Integer> printed,
            Optional<Integer> row,
            Optional<String> group,
            String text,
            AimReading reading,
            List<Link> links) {

        public ReadTarget {
            links = List.copyOf(links);
        }

        /** Empty for a qualitative target, and one in doubt. */
        public Optional<Aim> aim() {
            return reading.understood();
        }

        /** Order of the annex rows with the same meaning. */
        public List<Integer> linkedRows() {
            return links.stream().map(Link::row).toList();
        }
    }

    /**
     * An annex row that has the same meaning as a target of the body.
     *
     * @param sharedTerm words on which the match is based; empty when the document states the link
     */
    public record Link(int row, Optional<String> sharedTerm) {}
}
