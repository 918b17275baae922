-- The controller reads what was done with money and rules among very many rows about help.
create index audit_event_deeds on audit_event (municipality, subject_type);
