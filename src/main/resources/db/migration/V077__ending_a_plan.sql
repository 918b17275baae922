-- Who began a granted plan asks the team to end it.
alter table initiative add column end_asked_on date;
-- Somebody is on the way back because the plan ended, not because they asked. Of those before nobody wrote it down; what is
-- known is that who went back on the day on which a plan ended did not need to ask.
alter table way_back add column plan_ended boolean default false not null;
update way_back set plan_ended = true where exists (
  select 1 from initiative i where i.id = way_back.initiative and i.since_day <= way_back.asked_on
    and i.stage in ('ACCOUNTED_FOR', 'STOPPED', 'SOLVED_WITHOUT_US', 'WITHDRAWN'));
