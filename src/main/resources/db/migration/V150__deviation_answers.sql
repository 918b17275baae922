-- A rule that is not followed for one plan answers the objection by that rule, until its day.
alter table objection add column deviation_ground varchar(200);
alter table objection add column deviation_until date;
