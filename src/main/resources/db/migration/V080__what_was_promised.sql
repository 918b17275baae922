-- What was allocated a year when the release was expected: an amount for a whole period is more a year once the period is
-- shortened to the stop. What is known now for help that has not stopped; of older stops it is gone.
alter table expected_release add column allocated_cents bigint;
update expected_release set allocated_cents = (
  select p.annual_cents from provision p where p.id = expected_release.provision and p.stopped_on is null);

-- Since when help that is given may be the own help that comes back: with notice, before the last day of taking part.
alter table way_back add column opened_on date;
update way_back set opened_on = case when asked_on > current_date then current_date else asked_on end;
alter table way_back alter column opened_on set not null;
