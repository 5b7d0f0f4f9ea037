package vn.cchc.local.sample;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.TokenIssuer.Holder;

/**
 * The users of the sample's commune and its superior authority. All persons are fictitious.
 *
 * @param district parent authority of the commune
 * @param commune the authority that the plan belongs to
 * @param communeName display name of the commune
 * @param units units of the commune by code
 */
public record People(UUID district, UUID commune, String communeName, Map<String, UUID> units) {

    /** Unit of the officer whose token is shown on the start page. */
    public static final String OFFICERS_UNIT = "VPTK";

    /** The operator; belongs to no authority and exists before any is registered. */
    public static Holder operator() {
        return new Holder("operator", "Vận hành hệ thống", "operator", null, null);
    }

    /** Operator and administrator of the district in one, so that one token covers all maintenance. */
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

    /** The officer of the unit with this code, or the leader. */
    Holder actor(String code) {
        return code.equals("LEADER") ? leader() : officer(code);
    }

    UUID unit(String code) {
        UUID unit = units.get(code);
        if (unit == null) {
            throw new Fault("The commune has no unit " + code + ": start over with -Dcchc.fresh.");
        }
        return unit;
    }
}
