-- What went back of a line at the end of a year, so that it comes onto that line when it bears the plan again. What a line gave
-- to another one is no part of it: that stands in line_shift.
alter table budget_line add column given_back_cents bigint default 0 not null;
update budget_line set given_back_cents = greatest(0, granted_cents - limit_cents
  + coalesce((select sum(s.amount_cents) from line_shift s where s.to_line = budget_line.id), 0)
  - coalesce((select sum(s.amount_cents) from line_shift s where s.from_line = budget_line.id), 0));
alter table budget_line add constraint budget_line_given_back check (given_back_cents >= 0);
