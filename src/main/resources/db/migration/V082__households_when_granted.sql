-- How many households took part when a plan was granted. Everybody may read that number, so it stands still: one that moved
-- with every yes would tell, where it is rounded up or down, about a single household.
alter table initiative_step add column households integer;
alter table initiative add column granted_households integer;
-- Of plans that were granted before: the yes of every adult to the version that was granted, given by then and not taken back
-- by then. Which yes counted for a household of two is known as it is now.
update initiative_step g set households = (
  select count(*) from pledge p where p.initiative = g.initiative and p.stands_aside = false and p.adults_asked = (
    select count(distinct y.adult_number) from pledge_step y where y.pledge = p.id
      and y.kind in ('SAID_YES', 'CHOSE_AFTER_TRIAL') and y.at <= g.at
      and y.plan_version = 1 + (select count(*) from initiative_step c where c.initiative = g.initiative
        and c.deed = 'PLAN_CHANGED' and c.step_number < g.step_number)
      and not exists (select 1 from pledge_step w where w.pledge = p.id and w.kind in ('LEAVES', 'LEFT', 'ENDED')
        and w.step_number > y.step_number and w.at <= g.at)))
  where g.deed in ('GRANTED', 'PARTLY_GRANTED');
update initiative i set granted_households = (
  select g.households from initiative_step g where g.initiative = i.id and g.step_number = (
    select min(f.step_number) from initiative_step f where f.initiative = i.id and f.deed in ('GRANTED', 'PARTLY_GRANTED')))
  where i.granted_cents is not null;
