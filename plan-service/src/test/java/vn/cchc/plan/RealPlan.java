package vn.cchc.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.authority.UnitKind;
import vn.cchc.plan.document.PlanDocument;

/** The commune's plan of 2021 as people transcribed it and as a Word file, and the units it names. */
public final class RealPlan {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private RealPlan() {}

    /** A unit as it is registered. */
    public record UnitOfPlan(String code, String name, UnitKind kind, List<String> aliases) {}

    public static final List<UnitOfPlan> UNITS = List.of(
            new UnitOfPlan("VPTK", "Văn phòng - Thống kê", UnitKind.UNIT, List.of("Văn phòng – Thống kê tổng hợp")),
            new UnitOfPlan("TPHT", "Tư pháp - Hộ tịch", UnitKind.UNIT, List.of()),
            new UnitOfPlan("VHXH", "Văn hóa - Xã hội", UnitKind.UNIT, List.of()),
            new UnitOfPlan("TCKT", "Tài chính - Kế toán", UnitKind.UNIT, List.of()),
            new UnitOfPlan("BPMC", "Bộ phận Tiếp nhận và trả kết quả", UnitKind.UNIT, List.of("Bộ phận TN&TKQ")),
            new UnitOfPlan("DU_HDND", "Đảng ủy, HĐND", UnitKind.BODY, List.of()),
            new UnitOfPlan("LD_UBND", "Lãnh đạo UBND xã", UnitKind.LEADERSHIP, List.of()),
            new UnitOfPlan("LD_DU_HDND_UBND", "Lãnh đạo Đảng ủy, HĐND, UBND xã", UnitKind.LEADERSHIP, List.of()),
            new UnitOfPlan("BAN_NGANH", "Các ban, ngành có liên quan", UnitKind.GROUP, List.of()),
            new UnitOfPlan("CAN_BO", "Đội ngũ cán bộ UBND xã", UnitKind.GROUP, List.of()),
            new UnitOfPlan("CONG_CHUC", "Đội ngũ công chức UBND xã", UnitKind.GROUP, List.of()),
            new UnitOfPlan("CBCC_SAI_PHAM", "Các cán bộ, công chức có sai phạm", UnitKind.GROUP, List.of()),
            new UnitOfPlan("TOAN_THE_CBCC", "Toàn thể CB,CC UBND xã", UnitKind.GROUP, List.of("Toàn thể CB,CC")));

    /** As plan-service looks them up. */
    public static UnitDirectory directory() {
        return new UnitDirectory(UNITS.stream()
                .map(unit -> new UnitDirectory.Entry(
                        UUID.randomUUID(), unit.code(), unit.name(), unit.kind(), unit.aliases()))
                .toList());
    }

    /** The plan as a Word file, which the sample transcribes. */
    public static Path wordFile() {
        return Path.of(System.getProperty("cchc.root"), "deploy/local/src/main/resources/sample/plan-57-KH-UBND.docx");
    }

    /** The document as JSON, to be changed by a test. */
    public static ObjectNode json() {
        try {
            return (ObjectNode) JSON.readTree(
                    Path.of(System.getProperty("cchc.root"), "deploy/local/src/main/resources/sample/plan-2021.json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PlanDocument document() {
        return read(json());
    }

    public static PlanDocument read(ObjectNode document) {
        try {
            return JSON.treeToValue(document, PlanDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
