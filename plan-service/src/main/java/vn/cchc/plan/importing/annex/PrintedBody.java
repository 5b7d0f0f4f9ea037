package vn.cchc.plan.importing.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.cchc.plan.document.PlanDocument;

/**
 * The body of a plan as it is printed, line by line: the headings of Decree 30/2020 from Roman numbers to letters, by which a transcript
 * finds each part again, and a dash before each paragraph. A plan document has neither the preamble nor who signed: they are not printed.
 *
 * @param signature line above the signature, "TM. ỦY BAN NHÂN DÂN"; empty for an issuer that is no people's committee
 */
public record PrintedBody(List<Line> lines, List<String> recipients, Optional<String> signature) {

    public PrintedBody {
        lines = List.copyOf(lines);
        recipients = List.copyOf(recipients);
    }

    /** What a line is. */
    public enum Kind {
        /** "I. MỤC TIÊU, YÊU CẦU". */
        SECTION,
        /** "1. Mục tiêu", an area or an arrangement. */
        PART,
        /** "a) Chỉ tiêu". */
        LABEL,
        PARAGRAPH
    }

    /** A line, with its mark. */
    public record Line(Kind kind, String text) {}

    static PrintedBody of(PlanDocument document) {
        Optional<String> signature = document.header().issuer().startsWith(PrintedAnnex.PEOPLES_COMMITTEE + " ")
                ? Optional.of("TM. ỦY BAN NHÂN DÂN")
                : Optional.empty();
        return new PrintedBody(
                new Lines(document).lines, document.recipients().stream().toList(), signature);
    }

    private static final class Lines {

        private final List<Line> lines = new ArrayList<>();
        private int sections;

        Lines(PlanDocument document) {
            aims(document.objectives(), document.requirements());
            if (!document.areas().isEmpty()) {
                section("NHIỆM VỤ");
                document.areas().forEach(this::area);
            }
            if (!document.arrangements().isEmpty()) {
                section("TỔ CHỨC THỰC HIỆN");
                int number = 1;
                for (PlanDocument.Arrangement arrangement : document.arrangements()) {
                    part(number++, arrangement.title());
                    paragraphs(arrangement.paragraphs());
                }
            }
        }

        private void aims(List<String> objectives, List<String> requirements) {
            if (objectives.isEmpty() && requirements.isEmpty()) {
                return;
            }
            if (requirements.isEmpty()) {
                section("MỤC TIÊU");
                paragraphs(objectives);
            } else if (objectives.isEmpty()) {
                section("YÊU CẦU");
                paragraphs(requirements);
            } else {
                section("MỤC TIÊU, YÊU CẦU");
                part(1, "Mục tiêu");
                paragraphs(objectives);
                part(2, "Yêu cầu");
                paragraphs(requirements);
            }
        }

        private void area(PlanDocument.Area area) {
            part(area.number(), area.title());
            if (!area.targets().isEmpty()) {
                add(Kind.LABEL, "a) Chỉ tiêu");
                targets(area.targets());
            }
            if (!area.measures().isEmpty()) {
                add(Kind.LABEL, (area.targets().isEmpty() ? "a" : "b") + ") Nhiệm vụ");
                paragraphs(area.measures());
            }
        }

        /** Those of a group beneath its line, with another mark. */
        private void targets(List<PlanDocument.Target> targets) {
            String group = null;
            for (PlanDocument.Target target : targets) {
                if (target.group() != null && !Objects.equals(group, target.group())) {
                    add(Kind.PARAGRAPH, "- " + target.group() + ":");
                }
                group = target.group();
                add(Kind.PARAGRAPH, (group == null ? "- " : "+ ") + target.text());
            }
        }

        private void section(String title) {
            add(Kind.SECTION, PrintedAnnex.roman(++sections) + ". " + title);
        }

        private void part(int number, String title) {
            add(Kind.PART, number + ". " + title);
        }

        private void paragraphs(List<String> texts) {
            texts.forEach(text -> add(Kind.PARAGRAPH, "- " + text));
        }

        private void add(Kind kind, String text) {
            lines.add(new Line(kind, text));
        }
    }
}
