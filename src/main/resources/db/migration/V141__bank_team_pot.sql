-- A payment of the team card: the mini-budget that it was made from, and what in the book it posted.
alter table bank_line add column mini_budget bigint;
alter table bank_line add column paid_reservation bigint;
alter table bank_line add constraint bank_line_team_pot check (
  (state = 'TEAM_POT') = (mini_budget is not null)
  and (mini_budget is null) = (paid_reservation is null)
  and (mini_budget is null or paid_out));
alter table bank_line add constraint bank_line_one_paid_reservation unique (paid_reservation);
create index bank_line_mini_budget on bank_line (mini_budget);
