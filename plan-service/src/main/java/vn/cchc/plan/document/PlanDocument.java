package vn.cchc.plan.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.task.OtherCell;
import vn.cchc.platform.text.VietnameseText;

/**
 * A plan as printed, cell by cell, without derived data. Names, numbers and cells are single lines regardless of line
 * breaks in print. The format is the same for every source and documented in {@code
 * contracts/plan-document.v1.schema.json}.
 *
 * @param annex rows in printed order, of all annexes one after another
 * @param annexHeadings where each annex begins and what stands above it; empty for a plan with one annex without a title of its own
 * @param notes what the file held beside the document; not printed cells, hence optional
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "A plan as printed, cell by cell; see contracts/plan-document.v1.schema.json")
public record PlanDocument(
        @NotNull
        @Pattern(regexp = PlanDocument.FORMAT)
        @Schema(maxLength = PlanDocument.FORMAT_LENGTH, examples = "cchc-plan-document/1")
        String format,

        @NotNull @Valid Header header,
        @Size(max = Printed.BODY_LINES) List<@NotBlank @Size(max = Printed.LONG) String> objectives,
        @Size(max = Printed.BODY_LINES) List<@NotBlank @Size(max = Printed.LONG) String> requirements,

        @JsonInclude(JsonInclude.Include.ALWAYS) @NotNull @Size(max = Printed.AREAS)
        List<@NotNull @Valid Area> areas,

        @Size(max = Printed.ARRANGEMENTS) List<@NotNull @Valid Arrangement> arrangements,
        @Size(max = Printed.BODY_LINES) List<@NotBlank @Size(max = Printed.SHORT) String> recipients,
        @NotNull @Size(min = 1, max = Printed.ROWS) List<@NotNull @Valid Row> annex,
        @Size(max = Printed.ANNEXES) List<@NotNull @Valid AnnexHeading> annexHeadings,
        @Valid FileNotes notes) {

    public static final String FORMAT = "cchc-plan-document/1";
    public static final int FORMAT_LENGTH = 20;

    /** Heading of the cell that has a row's amount as printed where the amount in đồng is in doubt. */
    private static final String AMOUNT_AS_PRINTED = "Kinh phí (như trong văn bản)";

    public PlanDocument {
        objectives = orEmpty(objectives);
        requirements = orEmpty(requirements);
        arrangements = orEmpty(arrangements);
        recipients = lines(recipients);
        annexHeadings = orEmpty(annexHeadings);
    }

    /** A document that was not transcribed from a file. */
    public PlanDocument(
            String format,
            Header header,
            List<String> objectives,
            List<String> requirements,
            List<Area> areas,
            List<Arrangement> arrangements,
            List<String> recipients,
            List<Row> annex) {
        this(format, header, objectives, requirements, areas, arrangements, recipients, annex, List.of(), null);
    }

    /** What the file held beside the document; empty for one that was typed, and for one of an earlier version. */
    public FileNotes fileNotes() {
        return notes == null ? FileNotes.none() : notes;
    }

    /**
     * The head of the document.
     *
     * @param number as printed, "57/KH-UBND"
     * @param place place of signing, if printed
     * @param statedTotal grand total printed beneath the annex, in đồng
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PlanDocumentHeader")
    public record Header(
            @NotBlank @Size(max = Printed.NUMBER) @Schema(examples = "57/KH-UBND")
            String number,

            @NotBlank @Size(max = Printed.CELL) String title,

            @NotBlank @Size(max = Printed.SHORT) @Schema(examples = "UBND xã Thượng Lộ")
            String issuer,

            @Size(max = Printed.SHORT) String place,
            @NotNull LocalDate signedOn,

            @Min(Printed.FIRST_YEAR) @Max(Printed.LAST_YEAR) @Schema(required = true, examples = "2021")
            int year,

            @PositiveOrZero @Max(Printed.LARGEST_AMOUNT) @Schema(description = "Whole đồng")
            Long statedTotal) {
        public Header {
            number = VietnameseText.line(number);
            title = VietnameseText.line(title);
            issuer = VietnameseText.line(issuer);
            place = VietnameseText.line(place);
        }
    }

    /** An area of the body ("lĩnh vực") with its targets and measures. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "PlanDocumentArea")
    public record Area(
            @Min(1) @Max(Printed.LAST_AREA) @Schema(required = true)
            int number,

            @NotBlank @Size(max = Printed.SHORT) String title,
            @Size(max = 200) List<@NotNull @Valid Target> targets,
            @Size(max = Printed.MEASURES) List<@NotBlank @Size(max = Printed.LONG) String> measures) {
        public Area {
            title = VietnameseText.line(title);
            targets = orEmpty(targets);
            measures = orEmpty(measures);
        }

        private Area linked(Function<Integer, Optional<Integer>> orders) {
            return new Area(
                    number,
                    title,
                    targets.stream().map(target -> target.linked(orders)).toList(),
                    measures);
        }
    }

    /**
     * A target ("chỉ tiêu") as printed; one bullet may contain several, separated by semicolons.
     *
     * @param group the line above grouped targets
     * @param linkedRows order of annex rows that staff have linked as having the same meaning; their aims are then
     *     compared
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "PlanDocumentTarget")
    public record Target(
            @Size(max = Printed.SHORT) String group,
            @NotBlank @Size(max = Printed.LONG) String text,
            @Size(max = Printed.LINKED_ROWS) List<@NotNull @Min(1) @Max(Printed.LAST_ORDER) Integer> linkedRows) {
        public Target {
            group = VietnameseText.line(group);
            linkedRows = orEmpty(linkedRows);
        }

        private Target linked(Function<Integer, Optional<Integer>> orders) {
            return new Target(
                    group,
                    text,
                    linkedRows.stream().map(orders).flatMap(Optional::stream).toList());
        }
    }

    /** Paragraphs under one heading on how the plan is carried out ("tổ chức thực hiện"). */
    @Schema(name = "PlanDocumentArrangement")
    public record Arrangement(
            @NotBlank @Size(max = Printed.SHORT) String title,
            @NotNull @Size(max = Printed.PARAGRAPHS) List<@NotBlank @Size(max = Printed.LONG) String> paragraphs) {
        public Arrangement {
            title = VietnameseText.line(title);
        }
    }

    /**
     * The heading of an annex: which of several it is, and its title.
     *
     * @param firstRow order of the first row of its table
     * @param label "PHỤ LỤC II", as printed
     * @param title what stands between the label and the table; null without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PlanDocumentAnnexHeading")
    public record AnnexHeading(
            @Min(1)
            @Max(Printed.LAST_ORDER)
            @Schema(required = true, description = "`order` of the first row of its table")
            int firstRow,

            @NotBlank @Size(max = Printed.CODE) @Schema(examples = "PHỤ LỤC II")
            String label,

            @Size(min = 1, max = Printed.CELL) @Schema(examples = "Danh mục thủ tục hành chính cần rà soát")
            String title) {
        public AnnexHeading {
            label = VietnameseText.line(label);
            title = VietnameseText.line(title);
        }

        private AnnexHeading at(int first) {
            return new AnnexHeading(first, label, title);
        }
    }

    /**
     * A row of the annex.
     *
     * @param order from 1, ascending in printed order
     * @param parent order of the parent row; null at the top level
     * @param code as printed; null when none is printed
     * @param amount whole đồng; null when none is printed, or when it is in doubt
     * @param printedAmount how the amount is printed, where that says more than whole đồng do; null otherwise
     * @param otherCells of columns that have no other place, in printed order, without empty ones
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "PlanDocumentRow")
    public record Row(
            @Min(1) @Max(Printed.LAST_ORDER) @Schema(required = true)
            int order,

            @Min(1) @Max(Printed.LAST_ORDER) Integer parent,

            @Size(min = 1, max = Printed.CODE) @Schema(examples = "1.4.2")
            String code,

            @NotBlank @Size(max = Printed.CELL) String title,
            @Size(min = 1, max = Printed.SHORT) String lead,
            @Size(max = Printed.COORDINATING) List<@NotBlank @Size(max = Printed.SHORT) String> coordinating,
            @Size(max = 20) List<@NotBlank @Size(max = Printed.CELL) String> products,
            @Size(min = 1, max = Printed.CELL) String timing,

            @PositiveOrZero @Max(Printed.LARGEST_AMOUNT) @Schema(description = "Whole đồng", examples = "3960000")
            Long amount,

            @Size(min = 1, max = Printed.SHORT)
            @Schema(
                    description =
                            "How the amount is printed where that is not in whole đồng, or is in doubt; the unit of its"
                                    + " column in brackets",
                    examples = "12,9 (triệu đồng)")
            String printedAmount,

            @Size(max = Printed.OTHER_CELLS)
            @Schema(description = "Of columns that have no other place, in printed order")
            List<@NotNull @Valid OtherCell> otherCells) {
        public Row {
            code = VietnameseText.line(code);
            title = VietnameseText.line(title);
            lead = VietnameseText.line(lead);
            coordinating = lines(coordinating);
            products = lines(products);
            timing = VietnameseText.line(timing);
            printedAmount = VietnameseText.line(printedAmount);
            otherCells = orEmpty(otherCells);
        }

        /** A row whose amount, if it has one, is printed in whole đồng. */
        public Row(
                int order,
                Integer parent,
                String code,
                String title,
                String lead,
                List<String> coordinating,
                List<String> products,
                String timing,
                Long amount,
                List<OtherCell> otherCells) {
            this(order, parent, code, title, lead, coordinating, products, timing, amount, null, otherCells);
        }

        /**
         * The other cells, and the amount as printed where the row states none: what shows amounts in đồng alone would lose it. Not
         * of a row that has as many cells as it may have.
         */
        public List<OtherCell> otherCellsAndAmountAsPrinted() {
            if (amount != null || printedAmount == null || otherCells.size() == Printed.OTHER_CELLS) {
                return otherCells;
            }
            return Stream.concat(otherCells.stream(), Stream.of(new OtherCell(AMOUNT_AS_PRINTED, printedAmount)))
                    .toList();
        }

        private Row at(IntUnaryOperator orders) {
            return at(orders.applyAsInt(order), parent == null ? null : orders.applyAsInt(parent));
        }

        /** The same cells in another place. */
        public Row at(int itsOrder, Integer itsParent) {
            return new Row(
                    itsOrder,
                    itsParent,
                    code,
                    title,
                    lead,
                    coordinating,
                    products,
                    timing,
                    amount,
                    printedAmount,
                    otherCells);
        }

        private Row withAmountAsPrinted() {
            return new Row(
                    order,
                    parent,
                    code,
                    title,
                    lead,
                    coordinating,
                    products,
                    timing,
                    amount,
                    printedAmount,
                    otherCellsAndAmountAsPrinted());
        }
    }

    /**
     * This document with another row in the place of the one with the same order; empty when it has none. What the file held
     * beside the cells that differ is settled by whoever corrects them.
     */
    public Optional<PlanDocument> withRow(Row row) {
        Optional<Row> before =
                annex.stream().filter(each -> each.order() == row.order()).findFirst();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = annex.stream()
                .map(each -> each.order() == row.order() ? row : each)
                .toList();
        return Optional.of(withAnnex(rows, notes == null ? null : notes.without(before.get(), row)));
    }

    /** This document with another head. A note on the stated total goes with the total that it is about. */
    public PlanDocument withHeader(Header other) {
        FileNotes kept = notes == null || Objects.equals(header.statedTotal(), other.statedTotal())
                ? notes
                : notes.each(note -> Optional.of(note).filter(each -> each.cell() != CellColumn.STATED_TOTAL));
        return new PlanDocument(
                format, other, objectives, requirements, areas, arrangements, recipients, annex, annexHeadings, kept);
    }

    /** This document with other texts beside its areas and rows. */
    public PlanDocument withTexts(DocumentTexts texts) {
        return new PlanDocument(
                format,
                header,
                texts.objectives(),
                texts.requirements(),
                areas,
                texts.arrangements(),
                texts.recipients(),
                annex,
                texts.annexHeadings(),
                notes);
    }

    /** This document with an area in the place of the one with its number, or before the first one with a higher number. */
    public PlanDocument withArea(Area area) {
        List<Area> corrected = new ArrayList<>(areas);
        corrected.replaceAll(each -> each.number() == area.number() ? area : each);
        if (!corrected.contains(area)) {
            int place = 0;
            while (place < corrected.size() && corrected.get(place).number() < area.number()) {
                place++;
            }
            corrected.add(place, area);
        }
        return withAreas(List.copyOf(corrected));
    }

    /** This document without the area of a number; empty when it has none. */
    public Optional<PlanDocument> withoutArea(int number) {
        List<Area> others =
                areas.stream().filter(each -> each.number() != number).toList();
        return others.size() == areas.size() ? Optional.empty() : Optional.of(withAreas(others));
    }

    private PlanDocument withAreas(List<Area> others) {
        return new PlanDocument(
                format,
                header,
                objectives,
                requirements,
                others,
                arrangements,
                recipients,
                annex,
                annexHeadings,
                notes);
    }

    /**
     * This document with a further row: it takes its order, and the rows from there on come one later. Where it takes the place of the
     * first row of an annex it becomes the first one of that annex; beneath a row of the annex before, the last one of that.
     *
     * @param row with an order up to the one after the last; its parent comes before it
     */
    public PlanDocument withInserted(Row row) {
        IntUnaryOperator orders = order -> order < row.order() ? order : order + 1;
        Stream<Row> rows = annex.stream().map(each -> each.at(orders));
        return renumbered(
                Stream.concat(rows, Stream.of(row))
                        .sorted(Comparator.comparingInt(Row::order))
                        .toList(),
                order -> Optional.of(orders.applyAsInt(order)),
                annexHeadings.stream()
                        .map(heading -> heading.firstRow() == row.order() && row.parent() == null
                                ? heading
                                : heading.at(orders.applyAsInt(heading.firstRow())))
                        .toList());
    }

    /**
     * This document without a row: those beneath it come beneath its parent, and those after it come one earlier. Links of targets to it
     * and notes on it go with it, and the heading of an annex that has no other row.
     *
     * @return empty when it has no such row
     */
    public Optional<PlanDocument> without(int order) {
        Optional<Row> gone = annex.stream().filter(row -> row.order() == order).findFirst();
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        IntUnaryOperator orders = each -> each <= order ? each : each - 1;
        List<Row> rows = annex.stream()
                .filter(row -> row.order() != order)
                .map(row -> Objects.equals(row.parent(), order)
                        ? row.at(orders.applyAsInt(row.order()), gone.get().parent())
                        : row.at(orders))
                .toList();
        // Of the former orders, which may have gaps.
        Optional<Integer> next = annex.stream()
                .map(Row::order)
                .filter(each -> each > order)
                .findFirst()
                .filter(each -> annexHeadings.stream().noneMatch(heading -> heading.firstRow() == each));
        return Optional.of(renumbered(
                rows,
                each -> each == order ? Optional.empty() : Optional.of(orders.applyAsInt(each)),
                annexHeadings.stream()
                        .flatMap(heading -> (heading.firstRow() == order ? next : Optional.of(heading.firstRow()))
                                .map(first -> heading.at(orders.applyAsInt(first))).stream())
                        .toList()));
    }

    /** @param orders the order now of a row by the one that it had; empty where it is gone */
    private PlanDocument renumbered(
            List<Row> rows, Function<Integer, Optional<Integer>> orders, List<AnnexHeading> headings) {
        return new PlanDocument(
                format,
                header,
                objectives,
                requirements,
                areas.stream().map(area -> area.linked(orders)).toList(),
                arrangements,
                recipients,
                rows,
                headings,
                notes == null ? null : notes.renumbered(orders));
    }

    /** This document with other notes on what its file held beside it; null for none. */
    public PlanDocument withNotes(FileNotes others) {
        return withAnnex(annex, others);
    }

    /** This document with the printed amounts of rows that state none among their other cells. */
    public PlanDocument withAmountsAsPrinted() {
        return withAnnex(annex.stream().map(Row::withAmountAsPrinted).toList(), notes);
    }

    private PlanDocument withAnnex(List<Row> rows, FileNotes itsNotes) {
        return new PlanDocument(
                format,
                header,
                objectives,
                requirements,
                areas,
                arrangements,
                recipients,
                rows,
                annexHeadings,
                itsNotes);
    }

    /** Keeps null elements, so that validation can report their position. */
    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static List<String> lines(List<String> texts) {
        return orEmpty(texts).stream().map(VietnameseText::line).toList();
    }
}
