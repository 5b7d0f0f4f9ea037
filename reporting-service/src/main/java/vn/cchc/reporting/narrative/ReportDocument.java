package vn.cchc.reporting.narrative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.reporting.document.DocumentModel;
import vn.cchc.reporting.document.DocumentModel.Alignment;
import vn.cchc.reporting.document.DocumentModel.Appendix;
import vn.cchc.reporting.document.DocumentModel.Block;
import vn.cchc.reporting.document.DocumentModel.Column;
import vn.cchc.reporting.document.DocumentModel.Heading;
import vn.cchc.reporting.document.DocumentModel.Letterhead;
import vn.cchc.reporting.document.DocumentModel.Paragraph;
import vn.cchc.reporting.document.DocumentModel.Row;
import vn.cchc.reporting.document.DocumentModel.Signature;
import vn.cchc.reporting.document.DocumentModel.Table;
import vn.cchc.reporting.document.DocumentModel.Title;
import vn.cchc.reporting.figures.Channel;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.TargetFigures;
import vn.cchc.reporting.figures.TaskFigures;
import vn.cchc.reporting.projection.HeardVersion;
import vn.cchc.reporting.projection.MilestoneState;
import vn.cchc.reporting.projection.TargetReadingState;
import vn.cchc.reporting.projection.TaskState;
import vn.cchc.reporting.regime.Section;

/** Composes the document of a report: section texts, feedback table and the two appendices. */
public final class ReportDocument {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ReportData data;
    private final Narrative narrative;
    private final ReportMessages words = Narrative.words();

    public ReportDocument(ReportData data) {
        this.data = data;
        this.narrative = new Narrative(data);
    }

    /**
     * Data added by approval.
     *
     * @param signer the name under the signature
     * @param remark note beneath the table of figures; empty if they are complete
     */
    public record Issue(int number, LocalDate signedOn, String signer, Optional<String> remark) {}

    /**
     * @param texts section texts by section code
     * @param issue empty for a draft
     * @param edition 1 for the first issue
     */
    public DocumentModel compose(Map<String, String> texts, Optional<Issue> issue, int edition) {
        List<Block> body = new ArrayList<>();
        body.add(new Paragraph(narrative.opening()));
        for (Section section : data.form().outline()) {
            String title = section.level() == 1 ? section.title().toUpperCase(VIETNAMESE) : section.title();
            body.add(new Heading(section.level(), section.label(), title));
            texts.getOrDefault(section.code(), "")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Paragraph::new)
                    .forEach(body::add);
            if (section.kind() == Section.Kind.PROCEDURES) {
                body.add(feedback());
            }
        }
        return new DocumentModel(
                new Letterhead(
                        data.superior().map(AuthorityName::abbreviatedCapitals),
                        data.issuer().letterhead(),
                        data.issuer().full(),
                        issue.map(Issue::number),
                        data.form().documentSymbol(),
                        data.place(),
                        issue.map(Issue::signedOn),
                        data.period().year()),
                new Title(words.report(), data.subject()),
                data.superior().map(superior -> addressee(superior.full())),
                body,
                narrative.conclusion(),
                data.form().recipients(),
                new Signature(data.form().onBehalf(), data.form().signingOffice(), issue.map(Issue::signer)),
                List.of(indicators(issue.flatMap(Issue::remark)), tasks()),
                issue.isEmpty(),
                edition);
    }

    private String addressee(String superior) {
        return data.form()
                .addresseeThrough()
                .map(office -> words.addresseeThrough(superior, office))
                .orElse(superior);
    }

    private Table feedback() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("1", FeedbackFigures.RECEIVED));
        int position = 0;
        for (Channel channel : Channel.values()) {
            position++;
            rows.add(row(
                    "1." + position,
                    words.byChannel(FigureTexts.inText(channel)),
                    data.figures().get(FeedbackFigures.BY_CHANNEL + channel.name())));
        }
        rows.add(row("2", FeedbackFigures.ANSWERED));
        rows.add(row("2.1", FeedbackFigures.IN_TIME));
        rows.add(row("2.2", FeedbackFigures.LATE));
        rows.add(row("2.3", FeedbackFigures.RATE));
        rows.add(row("3", FeedbackFigures.OPEN));
        rows.add(row("3.1", FeedbackFigures.OVERDUE));
        rows.add(row("4", FeedbackFigures.REFUSED));
        rows.add(row("5", FeedbackFigures.REFERRED));
        rows.add(row("6", FeedbackFigures.WITHDRAWN));
        if (data.figures().number(FeedbackFigures.LATE_ADDITIONS) > 0) {
            rows.add(row("7", FeedbackFigures.LATE_ADDITIONS));
        }
        return new Table(
                Optional.of(words.tableOfFeedback()),
                List.of(
                        new Column(words.columnPosition(), 9, Alignment.CENTRE),
                        new Column(words.columnContent(), 60, Alignment.LEFT),
                        new Column(words.columnUnit(), 11, Alignment.CENTRE),
                        new Column(words.columnFigure(), 20, Alignment.RIGHT)),
                rows);
    }

    private Row row(String position, String code) {
        Figure figure = data.figures().get(code);
        return row(position, FigureTexts.label(figure), figure);
    }

    private static Row row(String position, String label, Figure figure) {
        return new Row(List.of(position, label, FigureTexts.unit(figure), FigureTexts.value(figure.value())), false);
    }

    private Appendix indicators(Optional<String> remark) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of("I", words.indicatorsOfReport()), true));
        int position = 0;
        for (String code : List.of(
                TaskFigures.DUE,
                TaskFigures.WAIVED,
                TaskFigures.ACCEPTED,
                TaskFigures.IN_TIME,
                TaskFigures.LATE,
                TaskFigures.SUBMITTED,
                TaskFigures.OVERDUE,
                TaskFigures.RATE,
                TaskFigures.CONTINUOUS_RATE,
                FeedbackFigures.RATE)) {
            position++;
            Figure figure = data.figures().get(code);
            rows.add(new Row(
                    List.of(
                            String.valueOf(position),
                            FigureTexts.label(figure),
                            "",
                            FigureTexts.value(figure),
                            figure.value().isEmpty()
                                    ? ""
                                    : figure.numerator()
                                            .map(numerator -> numerator + "/"
                                                    + figure.denominator().orElse(0L))
                                            .orElse("")),
                    false));
        }
        rows.add(new Row(List.of("II", words.indicatorsOfPlan()), true));
        List<HeardVersion<TargetReadingState>> readings = TargetFigures.latest(data.readings());
        position = 0;
        for (HeardVersion<TargetReadingState> told : readings) {
            TargetReadingState reading = told.state();
            position++;
            rows.add(new Row(
                    List.of(
                            String.valueOf(position),
                            Optional.ofNullable(reading.target()).orElse(""),
                            FigureTexts.wanted(reading),
                            FigureTexts.actual(reading),
                            Stream.of(
                                            TargetFigures.isMet(reading)
                                                    .map(met -> met ? words.targetMet() : words.targetMissed()),
                                            Boolean.TRUE.equals(reading.ours())
                                                    ? Optional.of(words.targetOurs())
                                                    : Optional.<String>empty())
                                    .flatMap(Optional::stream)
                                    .collect(Collectors.joining("; "))),
                    false));
        }
        if (readings.isEmpty()) {
            rows.add(new Row(List.of("", words.noReading(), "", "", ""), false));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(
                Optional.empty(),
                List.of(
                        new Column(words.columnPosition(), 7, Alignment.CENTRE),
                        new Column(words.columnIndicator(), 47, Alignment.LEFT),
                        new Column(words.columnPlanned(), 14, Alignment.CENTRE),
                        new Column(words.columnActual(), 18, Alignment.CENTRE),
                        new Column(words.columnRemark(), 14, Alignment.CENTRE)),
                rows));
        remark.map(Paragraph::new).ifPresent(blocks::add);
        return new Appendix(
                words.appendixOfIndicators(),
                words.indicators(
                        data.form().subject().replaceFirst("^công tác ", "").toUpperCase(VIETNAMESE),
                        data.period().label().toUpperCase(VIETNAMESE)),
                false,
                blocks);
    }

    private Appendix tasks() {
        Map<UUID, List<MilestoneState>> milestones = data.milestones().stream()
                .map(HeardVersion::state)
                .collect(Collectors.groupingBy(MilestoneState::taskId));
        List<Row> rows = data.tasks().stream()
                .sorted(Comparator.comparing((HeardVersion<TaskState> task) ->
                                Optional.ofNullable(task.state().seq()).orElse(Integer.MAX_VALUE))
                        .thenComparing(HeardVersion::id))
                .map(task -> row(task.state(), milestones.getOrDefault(task.id(), List.of())))
                .toList();
        return new Appendix(
                words.appendixOfTasks(),
                words.tasks(data.period().label().toUpperCase(VIETNAMESE)),
                true,
                List.of(new Table(
                        Optional.empty(),
                        List.of(
                                new Column(words.columnPosition(), 5, Alignment.CENTRE),
                                new Column(words.columnTask(), 30, Alignment.LEFT),
                                new Column(words.columnLead(), 12, Alignment.LEFT),
                                new Column(words.columnProducts(), 15, Alignment.LEFT),
                                new Column(words.columnTiming(), 16, Alignment.LEFT),
                                new Column(words.columnDoneOfDue(), 8, Alignment.CENTRE),
                                new Column(words.columnStanding(), 14, Alignment.LEFT)),
                        rows)));
    }

    private Row row(TaskState task, List<MilestoneState> milestones) {
        String code = Optional.ofNullable(task.printedCode()).orElse("");
        if (task.isHeading()) {
            return new Row(List.of(code, task.title()), true);
        }
        List<MilestoneState> due = milestones.stream()
                .filter(milestone -> milestone.isDueBy(data.ended())
                        && !milestone.dueOn().isBefore(data.from())
                        && !"UNARMED".equals(milestone.state()))
                .toList();
        long owed = due.stream()
                .filter(milestone -> !"WAIVED".equals(milestone.state()))
                .count();
        long accepted = due.stream().filter(TaskFigures::isAccepted).count();
        return new Row(
                List.of(
                        code,
                        task.title(),
                        data.lead(task),
                        String.join("; ", task.products()),
                        Optional.ofNullable(task.timingText()).orElse(""),
                        owed == 0 ? "" : accepted + "/" + owed,
                        narrative.standing(task, due, milestones)),
                false);
    }
}
