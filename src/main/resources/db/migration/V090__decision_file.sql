-- A decision file tells every deed on one decision and on its transfers, with the seal of each.
create index audit_event_subject on audit_event (subject_type, subject);
