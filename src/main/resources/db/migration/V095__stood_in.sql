-- Standing in that was entered by mistake holds no longer; the row stays, for what was signed while it held.
alter table deputy add column withdrawn_on date;

-- In what office of somebody else it was looked at, where who looked stood in.
alter table processing_log add column lent_role varchar(20);
