package vn.cchc.platform.calendar;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.Text;

/** A term that reaches a year without a table, where nobody has told which field led there. */
@Provider
public class YearWithoutTableMapper extends ExceptionMapperBase<YearWithoutTable> {

    @Override
    protected HttpProblem toProblem(YearWithoutTable exception) {
        int year = exception.year();
        return Problem.unprocessable(
                "working-days-unknown",
                Text.of(
                        "Chưa có bảng ngày làm việc của năm " + year + ", nên không tính được hạn.",
                        "There is no table of working days for " + year + ", so the due day cannot be told."));
    }
}
