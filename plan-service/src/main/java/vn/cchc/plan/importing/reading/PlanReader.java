package vn.cchc.plan.importing.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.authority.UnitDirectory.Named;
import vn.cchc.plan.importing.PlanDocument;
import vn.cchc.plan.importing.reading.PlanReading.ReadRow;
import vn.cchc.plan.importing.reading.PlanReading.ReadTarget;
import vn.cchc.plan.plan.Finding;
import vn.cchc.plan.plan.Finding.Code;
import vn.cchc.plan.target.Aim;
import vn.cchc.plan.target.AimReader;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.plan.timing.TimingParser;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;

/**
 * Reads a plan document: the tree, codes, units, timings, targets and sums, and everything people should look at. It
 * keeps what is printed and corrects nothing.
 */
public final class PlanReader {

    private static final Pattern WELL_FORMED = Pattern.compile("\\d{1,3}(\\.\\d{1,3})*");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.,;:/\\-–]+");
    private static final Pattern SEVERAL_TARGETS = Pattern.compile("\\s*;\\s*");
    private static final DateTimeFormatter PRINTED_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final UnitDirectory units;
    private final WorkingCalendar calendar;
    private final String authorityName;
    private final boolean inclusive;

    /**
     * @param authorityName the name of the authority whose plan it is
     * @param inclusive     whether the authority counts X as in time in "trước ngày X"
     */
    public PlanReader(UnitDirectory units, WorkingCalendar calendar, String authorityName, boolean inclusive) {
        this.units = units;
        this.calendar = calendar;
        this.authorityName = authorityName;
        this.inclusive = inclusive;
    }

    /** Why the document cannot be read at all; empty when it can. */
    public static List<FieldFault> faults(PlanDocument document) {
        return Structure.faults(document);
    }

    /** @param document without {@link #faults} */
    public PlanReading read(PlanDocument document) {
        return new Run(document).read();
    }

    private final class Run {
        private final PlanDocument document;
        private final int year;
        private final Map<Integer, Integer> parents = new HashMap<>();
        private final Set<Integer> withChildren = new HashSet<>();
        private final Map<Integer, Long> sums = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        Run(PlanDocument document) {
            this.document = document;
            this.year = document.header().year();
        }

        PlanReading read() {
            for (PlanDocument.Row row : document.annex()) {
                parents.put(row.order(), row.parent());
                if (row.parent() != null) {
                    withChildren.add(row.parent());
                }
            }
            long total = sum();
            Map<Integer, Integer> areaOfSection = pairAreas();
            List<ReadRow> rows = document.annex().stream()
                    .map(row -> row(row, areaOfSection))
                    .toList();
            List<ReadTarget> targets = targets(rows);
            findIssuer();
            findBudget(rows, total);
            findCodes(rows);
            findUnits(rows);
            findTimings(rows);
            findings.sort(Comparator.comparing(Finding::code)
                    .thenComparing(finding ->
                            finding.rows().isEmpty() ? 0 : finding.rows().get(0)));
            return new PlanReading(rows, targets, total, findings);
        }

        private boolean isHeading(PlanDocument.Row row) {
            return row.lead() == null && row.timing() == null && withChildren.contains(row.order());
        }

        private long sum() {
            long total = 0;
            for (PlanDocument.Row row : document.annex()) {
                if (row.amount() == null || isHeading(row)) {
                    continue;
                }
                total += row.amount();
                for (Integer above = row.order(); above != null; above = parents.get(above)) {
                    sums.merge(above, row.amount(), Long::sum);
                }
            }
            return total;
        }

        private Map<Integer, Integer> pairAreas() {
            Map<Integer, String> sections = new LinkedHashMap<>();
            document.annex().stream()
                    .filter(row -> row.parent() == null)
                    .forEach(row -> sections.put(row.order(), row.title()));
            Map<Integer, String> areas = new LinkedHashMap<>();
            document.areas().forEach(area -> areas.put(area.number(), area.title()));
            AreaPairing pairing = new AreaPairing(sections, areas);
            for (int section : pairing.byElimination()) {
                int area = pairing.areaOfSection().get(section);
                add(
                        Code.AREA_BY_ELIMINATION,
                        List.of(section),
                        BilingualText.of(
                                "Mục \"" + sections.get(section) + "\" được ghép với lĩnh vực " + area + " \""
                                        + areas.get(area) + "\" vì chỉ còn lại hai phần này",
                                "Section \"" + sections.get(section) + "\" was paired with area " + area + " \""
                                        + areas.get(area) + "\" because only these two were left"),
                        Map.of("areaNumber", area));
            }
            for (int section : pairing.without()) {
                add(
                        Code.AREA_UNKNOWN,
                        List.of(section),
                        BilingualText.of(
                                "Mục \"" + sections.get(section) + "\" không ứng với lĩnh vực nào của kế hoạch",
                                "Section \"" + sections.get(section) + "\" belongs to no area of the plan"),
                        Map.of());
            }
            return pairing.areaOfSection();
        }

        private ReadRow row(PlanDocument.Row row, Map<Integer, Integer> areaOfSection) {
            int level = 1;
            int section = row.order();
            for (Integer above = row.parent(); above != null; above = parents.get(above)) {
                level++;
                section = above;
            }
            return new ReadRow(
                    row.order(),
                    Optional.ofNullable(row.parent()),
                    level,
                    isHeading(row),
                    Optional.ofNullable(row.code()),
                    Optional.ofNullable(row.code()).flatMap(PlanReader::normalise),
                    row.title(),
                    Optional.ofNullable(areaOfSection.get(section)),
                    Optional.ofNullable(row.lead()),
                    row.lead() == null ? List.of() : units.read(row.lead()),
                    row.coordinating().stream()
                            .flatMap(cell -> units.read(cell).stream())
                            .toList(),
                    row.products(),
                    Optional.ofNullable(row.timing()),
                    row.timing() == null ? List.of() : new TimingParser(year).read(row.timing()),
                    Optional.ofNullable(row.amount()),
                    sums.getOrDefault(row.order(), 0L));
        }

        private List<ReadTarget> targets(List<ReadRow> rows) {
            List<ReadTarget> ofBody = new ArrayList<>();
            for (PlanDocument.Area area : document.areas()) {
                for (PlanDocument.Target printed : area.targets()) {
                    for (String text : SEVERAL_TARGETS.split(printed.text(), -1)) {
                        if (!text.isBlank()) {
                            ofBody.add(new ReadTarget(
                                    Optional.of(area.number()),
                                    Optional.empty(),
                                    Optional.ofNullable(printed.group()),
                                    text.strip(),
                                    AimReader.read(text),
                                    printed.linkedRows()));
                        }
                    }
                }
            }
            List<ReadTarget> targets = new ArrayList<>();
            TargetLinks links =
                    new TargetLinks(ofBody.stream().map(ReadTarget::text).toList());
            ofBody.forEach(target -> targets.add(linked(target, rows, links)));
            for (ReadRow row : rows) {
                Optional<Aim> aim = row.heading() ? Optional.empty() : AimReader.read(row.title());
                if (aim.isPresent()) {
                    targets.add(new ReadTarget(
                            row.areaNumber(), Optional.of(row.order()), Optional.empty(), row.title(), aim, List.of()));
                }
            }
            return targets;
        }

        private ReadTarget linked(ReadTarget target, List<ReadRow> rows, TargetLinks links) {
            Set<Integer> linked = new TreeSet<>(target.linkedRows());
            for (ReadRow row : rows) {
                Optional<Aim> ofRow = row.heading() ? Optional.empty() : AimReader.read(row.title());
                if (ofRow.isEmpty() || target.aim().isEmpty()) {
                    continue;
                }
                boolean stated = linked.contains(row.order());
                Optional<String> term = links.sharedTerm(target.text(), row.title());
                if (!stated && term.isEmpty()) {
                    continue;
                }
                linked.add(row.order());
                if (!target.aim().get().agreesWith(ofRow.get())) {
                    addConflict(target, row, ofRow.get(), stated ? Optional.empty() : term);
                }
            }
            return new ReadTarget(
                    target.areaNumber(),
                    target.row(),
                    target.group(),
                    target.text(),
                    target.aim(),
                    List.copyOf(linked));
        }

        private void addConflict(ReadTarget target, ReadRow row, Aim ofRow, Optional<String> term) {
            String body = target.aim().orElseThrow().text();
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("areaNumber", target.areaNumber().orElseThrow());
            figures.put("target", target.text());
            figures.put("body", body);
            figures.put("annex", ofRow.text());
            term.ifPresent(shared -> figures.put("sharedTerm", shared));
            add(
                    Code.TARGET_CONFLICT,
                    List.of(row.order()),
                    BilingualText.of(
                            "Chỉ tiêu \"" + target.text() + "\" (" + body + ") khác với phụ lục, dòng " + row.order()
                                    + ": \"" + row.title() + "\" (" + ofRow.text() + ")",
                            "The target \"" + target.text() + "\" (" + body + ") differs from row " + row.order()
                                    + " of the annex: \"" + row.title() + "\" (" + ofRow.text() + ")"),
                    figures);
        }

        private void findIssuer() {
            String issuer = document.header().issuer();
            if (!UnitDirectory.key(issuer).equals(UnitDirectory.key(authorityName))) {
                add(
                        Code.ISSUER_DIFFERS,
                        List.of(),
                        BilingualText.of(
                                "Cơ quan ban hành ghi \"" + issuer + "\", cơ quan nhận kế hoạch là \"" + authorityName
                                        + "\"",
                                "The issuer is printed \"" + issuer + "\", the authority is \"" + authorityName + "\""),
                        Map.of("printed", issuer, "authority", authorityName));
            }
        }

        private void findBudget(List<ReadRow> rows, long total) {
            for (ReadRow row : rows) {
                if (row.heading() && row.stated().isPresent() && row.stated().get() != row.computed()) {
                    add(
                            Code.BUDGET_HEADING_DIFFERS,
                            List.of(row.order()),
                            BilingualText.of(
                                    "Mục " + name(row) + " ghi "
                                            + dong(row.stated().get()) + ", các nhiệm vụ bên dưới cộng lại "
                                            + dong(row.computed()),
                                    "Heading " + name(row) + " states "
                                            + dong(row.stated().get()) + ", its tasks sum to " + dong(row.computed())),
                            amounts(row.stated().get(), row.computed()));
                }
            }
            Long stated = document.header().statedTotal();
            if (stated != null && stated != total) {
                add(
                        Code.BUDGET_TOTAL_DIFFERS,
                        List.of(),
                        BilingualText.of(
                                "Tổng kinh phí ghi " + dong(stated) + ", các nhiệm vụ cộng lại " + dong(total),
                                "The total states " + dong(stated) + ", the tasks sum to " + dong(total)),
                        amounts(stated, total));
            }
        }

        private void findCodes(List<ReadRow> rows) {
            Map<String, List<ReadRow>> byCode = new TreeMap<>();
            Map<Integer, ReadRow> byOrder = new HashMap<>();
            for (ReadRow row : rows) {
                byOrder.put(row.order(), row);
                row.code().ifPresent(code -> byCode.computeIfAbsent(code, key -> new ArrayList<>())
                        .add(row));
                if (row.printedCode().isPresent()
                        && !WELL_FORMED.matcher(row.printedCode().get()).matches()) {
                    String printed = row.printedCode().get();
                    add(
                            Code.CODE_MALFORMED,
                            List.of(row.order()),
                            BilingualText.of(
                                    "Mã \"" + printed + "\" không đúng dạng"
                                            + row.code()
                                                    .map(code -> ", đọc là " + code)
                                                    .orElse(""),
                                    "The code \"" + printed + "\" is malformed"
                                            + row.code()
                                                    .map(code -> ", read as " + code)
                                                    .orElse("")),
                            row.code()
                                    .<Map<String, Object>>map(code -> Map.of("printed", printed, "normalised", code))
                                    .orElse(Map.of("printed", printed)));
                }
                findOutOfPlace(row, byOrder);
            }
            byCode.forEach((code, same) -> {
                if (same.size() > 1) {
                    add(
                            Code.CODE_DUPLICATE,
                            same.stream().map(ReadRow::order).toList(),
                            BilingualText.of(
                                    "Mã " + code + " được dùng " + same.size() + " lần",
                                    "The code " + code + " is used " + same.size() + " times"),
                            Map.of("code", code));
                }
            });
        }

        private void findOutOfPlace(ReadRow row, Map<Integer, ReadRow> byOrder) {
            Optional<String> above = row.parent().map(byOrder::get).flatMap(ReadRow::code);
            if (above.isPresent() && row.code().isPresent() && !row.code().get().startsWith(above.get() + ".")) {
                add(
                        Code.CODE_OUT_OF_PLACE,
                        List.of(row.order()),
                        BilingualText.of(
                                "Mã " + row.code().get() + " nằm dưới mục " + above.get(),
                                "The code " + row.code().get() + " stands beneath " + above.get()),
                        Map.of("code", row.code().get(), "parentCode", above.get()));
            }
        }

        private void findUnits(List<ReadRow> rows) {
            Map<UUID, Map<String, Set<Integer>>> spellings = new LinkedHashMap<>();
            Map<UUID, UnitDirectory.Entry> known = new HashMap<>();
            Map<String, Set<Integer>> unknown = new LinkedHashMap<>();
            for (ReadRow row : rows) {
                if (!row.heading() && row.leads().isEmpty()) {
                    add(
                            Code.LEAD_MISSING,
                            List.of(row.order()),
                            BilingualText.of(
                                    "Nhiệm vụ " + name(row) + " chưa có bộ phận chủ trì",
                                    "Nobody is in charge of task " + name(row)),
                            Map.of());
                }
                List<Named> named = new ArrayList<>(row.leads());
                named.addAll(row.coordinating());
                for (Named each : named) {
                    if (each.unit().isPresent()) {
                        UnitDirectory.Entry unit = each.unit().get();
                        known.put(unit.id(), unit);
                        spellings
                                .computeIfAbsent(unit.id(), key -> new LinkedHashMap<>())
                                .computeIfAbsent(each.text(), key -> new LinkedHashSet<>())
                                .add(row.order());
                    } else {
                        unknown.computeIfAbsent(each.text(), key -> new LinkedHashSet<>())
                                .add(row.order());
                    }
                }
            }
            spellings.forEach((id, byText) -> {
                if (byText.size() > 1) {
                    UnitDirectory.Entry unit = known.get(id);
                    List<Map<String, Object>> texts = new ArrayList<>();
                    Set<Integer> orders = new TreeSet<>();
                    byText.forEach((text, at) -> {
                        texts.add(Map.of("text", text, "rows", List.copyOf(at)));
                        orders.addAll(at);
                    });
                    add(
                            Code.UNIT_SPELLINGS,
                            List.copyOf(orders),
                            BilingualText.of(
                                    "\"" + unit.name() + "\" được viết theo " + byText.size() + " cách: "
                                            + quoted(byText.keySet()),
                                    "\"" + unit.name() + "\" is written in " + byText.size() + " ways: "
                                            + quoted(byText.keySet())),
                            Map.of("unitCode", unit.code(), "unit", unit.name(), "spellings", List.copyOf(texts)));
                }
            });
            unknown.forEach((text, at) -> add(
                    Code.UNIT_UNKNOWN,
                    List.copyOf(at),
                    BilingualText.of(
                            "\"" + text + "\" không phải là bộ phận đã khai báo của cơ quan",
                            "\"" + text + "\" is no unit registered for the authority"),
                    Map.of("text", text)));
        }

        private void findTimings(List<ReadRow> rows) {
            Set<Integer> provisional = new TreeSet<>();
            Set<Integer> without = new TreeSet<>();
            for (ReadRow row : rows) {
                if (!row.heading() && row.timingText().isEmpty()) {
                    add(
                            Code.TIMING_MISSING,
                            List.of(row.order()),
                            BilingualText.of(
                                    "Nhiệm vụ " + name(row) + " chưa có thời gian thực hiện",
                                    "Task " + name(row) + " has no timing"),
                            Map.of());
                }
                Map<LocalDate, LocalDate> daysOff = new TreeMap<>();
                Map<LocalDate, LocalDate> outside = new TreeMap<>();
                for (TimingRule rule : row.rules()) {
                    if (rule instanceof TimingRule.Unread) {
                        String text = row.timingText().orElseThrow();
                        add(
                                Code.TIMING_UNREAD,
                                List.of(row.order()),
                                BilingualText.of(
                                        "Không đọc được thời gian \"" + text + "\": hạn do người dùng đặt",
                                        "The timing \"" + text + "\" cannot be read: days are set by hand"),
                                Map.of("text", text));
                    }
                    for (Occurrence occurrence : Occurrence.of(rule, year, inclusive)) {
                        occurrence.due().ifPresent(basis -> {
                            DueDay due = basis.dueDay(calendar);
                            if (!due.dueOn().equals(due.workOn())) {
                                daysOff.put(due.dueOn(), due.workOn());
                            }
                            if (due.provisional()) {
                                provisional.add(row.order());
                                without.addAll(due.yearsWithoutTable());
                            }
                            if (due.dueOn().getYear() != year) {
                                outside.put(basis.day(), due.dueOn());
                            }
                        });
                    }
                }
                addDaysOff(row, daysOff);
                outside.forEach((day, dueOn) -> add(
                        Code.DEADLINE_OUTSIDE_YEAR,
                        List.of(row.order()),
                        BilingualText.of(
                                "Mốc " + PRINTED_DAY.format(day) + " của nhiệm vụ " + name(row) + " đến hạn ngày "
                                        + PRINTED_DAY.format(dueOn) + ", ngoài năm " + year,
                                "The deadline " + day + " of task " + name(row) + " falls due on " + dueOn
                                        + ", outside " + year),
                        Map.of("day", day.toString(), "dueOn", dueOn.toString(), "year", year)));
            }
            if (!provisional.isEmpty()) {
                String years = without.stream().map(String::valueOf).collect(Collectors.joining(", "));
                add(
                        Code.DUE_PROVISIONAL,
                        List.copyOf(provisional),
                        BilingualText.of(
                                "Chưa có bảng ngày làm việc năm " + years + ": hạn của " + provisional.size()
                                        + " nhiệm vụ là tạm tính, có thể thay đổi khi có bảng",
                                "There is no table of working days for " + years + " yet: due days of "
                                        + provisional.size() + (provisional.size() == 1 ? " task" : " tasks")
                                        + " are provisional and may change when it comes"),
                        Map.of("years", List.copyOf(without)));
            }
        }

        private void addDaysOff(ReadRow row, Map<LocalDate, LocalDate> daysOff) {
            if (daysOff.isEmpty()) {
                return;
            }
            List<Map<String, Object>> days = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            List<String> english = new ArrayList<>();
            daysOff.forEach((dueOn, workOn) -> {
                BilingualText reason = calendar.reasonOff(dueOn).orElseThrow();
                days.add(Map.of("dueOn", dueOn.toString(), "workOn", workOn.toString(), "reason", reason.vi()));
                texts.add(PRINTED_DAY.format(dueOn) + " (" + reason.vi() + "; ngày làm việc trước đó "
                        + PRINTED_DAY.format(workOn) + ")");
                english.add(dueOn + " (" + reason.en() + "; working day before it " + workOn + ")");
            });
            add(
                    Code.DUE_ON_DAY_OFF,
                    List.of(row.order()),
                    BilingualText.of(
                            "Hạn của nhiệm vụ " + name(row) + " rơi vào ngày nghỉ: " + String.join(", ", texts),
                            "Task " + name(row) + " falls due on days off: " + String.join(", ", english)),
                    Map.of("days", List.copyOf(days)));
        }

        private void add(Code code, List<Integer> rows, BilingualText text, Map<String, Object> figures) {
            findings.add(new Finding(code, rows, text, figures));
        }
    }

    /** Figures separated by full stops, whatever separated them in print. */
    static Optional<String> normalise(String printed) {
        List<String> parts = new ArrayList<>();
        for (String part : SEPARATORS.split(printed.strip(), -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        String code = String.join(".", parts);
        return WELL_FORMED.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    private static String name(ReadRow row) {
        return row.code().map(code -> code + " \"" + row.title() + "\"").orElse("\"" + row.title() + "\"");
    }

    private static Map<String, Object> amounts(long stated, long computed) {
        return Map.of("stated", stated, "computed", computed, "difference", stated - computed);
    }

    /** 12.900.000 đ. */
    private static String dong(long amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', '.') + " đ";
    }

    private static String quoted(Set<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text + "\"")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
