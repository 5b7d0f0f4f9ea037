package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.ApiClient.Answer;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer.Holder;

/** Plays {@code feedback.yaml}: the quarter's feedback and its handling. */
final class FeedbackStory {
    private static final String FEEDBACK = "/api/v1/feedback";

    private final Callers callers;
    private final People people;

    FeedbackStory(Callers callers, People people) {
        this.callers = callers;
        this.people = people;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode told : Resources.yaml("feedback.yaml")) {
            String name = told.get("key").asText();
            String entered = told.path("entered").asText(told.get("arrived").asText());
            steps.add(new Step(LocalDateTime.parse(entered), "feedback/" + name, journal -> receive(name, told)));
            String unit = null;
            int number = 0;
            for (JsonNode change : told.get("steps")) {
                unit = change.path("assign").asText(unit);
                String handler = unit;
                String key = "feedback/" + name + "/" + ++number;
                steps.add(new Step(LocalDateTime.parse(change.get("at").asText()), key, journal -> {
                    new Case(name, key, handler, journal).change(change);
                    return Map.of();
                }));
            }
        }
        return steps;
    }

    private Map<String, String> receive(String name, JsonNode told) {
        boolean online = told.get("channel").asText().equals("ONLINE");
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("authorityId", people.commune());
        request.put("channel", told.get("channel").asText());
        request.put("kind", told.path("kind").asText("REFLECTION"));
        request.put("content", told.get("content").asText());
        request.put("sender", told.get("sender"));
        if (!online) {
            request.put(
                    "receivedAt",
                    Clocks.withOffset(LocalDateTime.parse(told.get("arrived").asText())));
        }
        ApiClient door = online ? callers.anonymous(Service.FEEDBACK) : callers.as(people.clerk(), Service.FEEDBACK);
        JsonNode receipt =
                door.post(FEEDBACK, request, Keys.forStep("feedback/" + name)).body();
        return Map.of(
                name + ".id", receipt.get("id").asText(),
                name + ".code", receipt.get("trackingCode").asText(),
                name + ".secret", receipt.get("trackingSecret").asText());
    }

    /** A transition of a feedback. */
    private final class Case {
        private final String name;
        private final String key;
        private final String handler;
        private final Journal journal;

        Case(String name, String key, String handler, Journal journal) {
            this.name = name;
            this.key = key;
            this.handler = handler;
            this.journal = journal;
        }

        void change(JsonNode told) {
            if (told.has("accept")) {
                Map<String, Object> request = new LinkedHashMap<>();
                request.put("classification", told.get("accept").asText());
                request.put("urgency", told.path("urgency").asText("NORMAL"));
                byStaff(people.clerk(), "acceptances", request);
            } else if (told.has("assign")) {
                byStaff(people.clerk(), "assignments", Map.of("unitId", people.unit(handler)));
            } else if (told.has("answer")) {
                byStaff(people.officer(handler), "answers", answer(told));
            } else if (told.has("close")) {
                String note = told.get("close").asText();
                byStaff(people.clerk(), "closures", note.isEmpty() ? Map.of() : Map.of("note", note));
            } else if (told.has("refuse")) {
                byStaff(
                        people.clerk(),
                        "refusals",
                        Map.of(
                                "reason", told.get("refuse").asText(),
                                "text", told.get("text").asText()));
            } else if (told.has("refer")) {
                byStaff(people.clerk(), "referrals", referral(told));
            } else if (told.has("ask")) {
                byStaff(
                        people.clerk(),
                        "supplement-requests",
                        Map.of("text", told.get("ask").asText()));
            } else if (told.has("supplement")) {
                bySender("supplements", supplement(told));
            } else if (told.has("reopen")) {
                bySender("reopenings", Map.of("reason", told.get("reopen").asText()));
            } else if (told.has("withdraw")) {
                bySender("withdrawals", Map.of("reason", told.get("withdraw").asText()));
            } else {
                throw new IllegalStateException("feedback.yaml: " + key + " is no known change");
            }
        }

        private Map<String, Object> answer(JsonNode told) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("text", told.get("answer").asText());
            if (told.has("number")) {
                request.put("documentNumber", told.get("number").asText());
                request.put("documentDate", told.get("at").asText().substring(0, 10));
            }
            return request;
        }

        /** The receiver is a registered authority, given by code, or another one, given by name. */
        private Map<String, Object> referral(JsonNode told) {
            String receiver = told.get("refer").asText();
            String reason = told.get("reason").asText();
            return receiver.equals("NAM-DONG")
                    ? Map.of("authorityId", people.district(), "reason", reason)
                    : Map.of("authorityName", receiver, "reason", reason);
        }

        private Map<String, Object> supplement(JsonNode told) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("content", told.get("supplement").asText());
            if (told.has("phone")) {
                request.put("sender", Map.of("phone", told.get("phone").asText()));
            }
            return request;
        }

        private void byStaff(Holder who, String resource, Object request) {
            ApiClient service = callers.as(who, Service.FEEDBACK);
            String path = FEEDBACK + "/" + journal.value(name + ".id");
            Answer before = service.getVersioned(path);
            service.post(path + "/" + resource, request, Keys.forStep(key, before.etag()));
        }

        private void bySender(String resource, Object request) {
            Map<String, String> headers = new LinkedHashMap<>(Keys.forStep(key));
            headers.put("Tracking-Secret", journal.value(name + ".secret"));
            callers.anonymous(Service.FEEDBACK)
                    .post("/api/v1/tracking/" + journal.value(name + ".code") + "/" + resource, request, headers);
        }
    }
}
