-- Filled only while it is open: of two who ask at once, one asks.
alter table escalation add column open_plan bigint;
update escalation set open_plan = initiative where ended_on is null
  and id = (select min(o.id) from escalation o where o.initiative = escalation.initiative and o.ended_on is null);
alter table escalation add constraint escalation_open_once unique (open_plan);
