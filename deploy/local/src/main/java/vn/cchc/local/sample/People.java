package vn.cchc.local.sample;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.TokenIssuer.Holder;

/**
 * Who works in the commune of the sample and above it. The people are invented.
 *
 * @param district  the authority above the commune
 * @param commune   the authority whose plan it is
 * @param communeName its name, for people
 * @param units     its units by code
 */
public record People(UUID district, UUID commune, String communeName, Map<String, UUID> units) {

    /** The unit whose officer the page names. */
    public static final String OFFICERS_UNIT = "VPTK";

    /** Whom the pages for operators speak to; he belongs to no authority, and is there before there is any. */
    public static Holder operator() {
        return new Holder("operator", "Vận hành hệ thống", "operator", null, null);
    }

    /** Operator and administrator of the district in one, so that one token opens all there is to keep. */
    public Holder admin() {
        return new Holder("admin", "Quản trị hệ thống", Set.of("admin", "operator"), district, null);
    }

    public Holder clerk() {
        return new Holder("clerk.thuonglo", "Nguyễn Thị Thanh Hà", "clerk", commune, unit("VPTK"));
    }

    public Holder leader() {
        return new Holder("leader.thuonglo", "Hồ Văn Minh", "leader", commune, null);
    }

    public Holder reviewer() {
        return new Holder("district.namdong", "Trần Quốc Bình", "superior", district, null);
    }

    /** An officer of the unit with this code. */
    public Holder officer(String unitCode) {
        return new Holder(
                "officer." + unitCode.toLowerCase(Locale.ROOT),
                "Công chức " + unitCode,
                "officer",
                commune,
                unit(unitCode));
    }

    /** Who acts where the sample names a unit by its code, or the leader. */
    Holder actor(String code) {
        return code.equals("LEADER") ? leader() : officer(code);
    }

    UUID unit(String code) {
        UUID unit = units.get(code);
        if (unit == null) {
            throw new Fault("The commune has no unit " + code + ": begin anew with -Dcchc.fresh.");
        }
        return unit;
    }
}
