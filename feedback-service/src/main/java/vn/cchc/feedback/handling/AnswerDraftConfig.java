package vn.cchc.feedback.handling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configuration of drafts of answers. */
@ConfigMapping(prefix = "cchc.answer-drafts")
interface AnswerDraftConfig {

    /** Whether drafts may be handed in now; false while replicas run that cannot read the history of such a case. */
    @WithDefault("true")
    boolean allowed();
}
