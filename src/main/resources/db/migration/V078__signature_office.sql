-- In which office somebody signed: the page tells the office, never the person.
alter table decision_signature add column office varchar(20);
update decision_signature set office = case kind
  when 'AGREED' then 'TEAM'
  when 'SIGNED_SECOND' then 'BUDGET_HOLDER'
  when 'NOT_SIGNED' then 'BUDGET_HOLDER'
  else (select d.decider from decision d where d.id = decision_signature.decision_id)
end;
alter table decision_signature alter column office set not null;
