package vn.cchc.platform.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.cchc.platform.text.VietnameseText;

/**
 * Minimum number of visible characters, with a run of white space counted as one. A text shorter in total is left to
 * {@link jakarta.validation.constraints.Size}.
 */
@Documented
@Constraint(validatedBy = ShowsAtLeast.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ShowsAtLeast {

    /** Characters. */
    int value();

    String message() default "{vn.cchc.platform.http.ShowsAtLeast.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ShowsAtLeast, String> {

        private int least;

        @Override
        public void initialize(ShowsAtLeast constraint) {
            least = constraint.value();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || text.length() < least
                    || VietnameseText.line(text).length() >= least;
        }
    }
}
