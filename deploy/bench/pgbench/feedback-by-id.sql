-- GET /api/v1/feedback/{id}
\set n random(1, :feedback)
BEGIN;
select f1_0.id,f1_0.answered_at,f1_0.answered_on,f1_0.answers_need_release,f1_0.attachments,f1_0.authority_id,f1_0.changed_at,f1_0.channel,f1_0.classification,
    f1_0.content,f1_0.content_folded,f1_0.earlier_answer_late,f1_0.ended_on,f1_0.entered_at,f1_0.entered_by,f1_0.entered_by_name,f1_0.excerpt,
    f1_0.extension_reason,f1_0.extension_requested,f1_0.kind,
    f1_0.policy_id,f1_0.limit_amount,f1_0.limit_unit,f1_0.limit_rolls_forward,f1_0.limit_max_extensions,
    f1_0.limit_longest_extension,f1_0.limit_extends_when_overdue,f1_0.limit_paused_in,f1_0.limit_legal_basis,f1_0.state_spans,
    f1_0.limit_extensions,f1_0.paused_days,f1_0.paused_since,f1_0.due_on,f1_0.due_at,f1_0.due_calendar,
    f1_0.due_provisional,f1_0.due_moved_from,f1_0.merged_into,f1_0.person,f1_0.promised_on,f1_0.received_at,f1_0.received_on,f1_0.refusal_reason,
    f1_0.register_number,f1_0.register_year,f1_0.release_awaited_since,f1_0.reopenable_until,f1_0.reopening_times,f1_0.reopening_working_days,
    f1_0.reply_awaited_since,f1_0.round,f1_0.state,f1_0.tracking_code,f1_0.unit_id,f1_0.urgency,f1_0.version,
    fs1_0.feedback_id,fs1_0.address,fs1_0.authority_id,fs1_0.email,fs1_0.folded,fs1_0.name,fs1_0.phone,fa1_0.feedback_id,
    fa1_0.round,fa1_0.authority_id,fa1_0.document_date,fa1_0.document_number,fa1_0.text,fr1_0.feedback_id,fr1_0.round,
    fr1_0.authority_id,fr1_0.due_at,fr1_0.due_calendar,fr1_0.due_on,fr1_0.due_provisional,fr1_0.referred_at,fr1_0.to_authority_id,
    fr1_0.to_name
from feedback f1_0
join feedback_sender fs1_0 on fs1_0.feedback_id=f1_0.id
left join feedback_answer fa1_0 on fa1_0.feedback_id=f1_0.id and fa1_0.round=f1_0.round
left join feedback_referral fr1_0 on fr1_0.feedback_id=f1_0.id and fr1_0.round=f1_0.round
where f1_0.id=/*value*/ ('01690000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid;
END;
