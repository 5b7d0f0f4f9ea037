package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** The printed issuer is not the authority that the plan belongs to. */
final class OtherIssuer implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        String authority = review.authorityName();
        return Stream.of(review.plan().document().header().issuer())
                .filter(printed -> !UnitDirectory.key(printed).equals(UnitDirectory.key(authority)))
                .map(printed ->
                        Finding.inHeader(FindingCode.ISSUER_DIFFERS, new Figures.OtherIssuer(printed, authority)));
    }
}
