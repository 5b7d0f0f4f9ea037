package vn.cchc.feedback.handling;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The history of a feedback, oldest first. It is short: a feedback goes through a handful of states. */
public record History(@Schema(required = true) List<ChangeView> items) {}
