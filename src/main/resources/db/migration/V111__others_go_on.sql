-- What others gave for a plan goes on to the next year by its agreement, beside what the council carries over.
alter table year_settlement add column by_agreement_cents bigint default 0 not null;
alter table year_settlement add constraint year_settlement_by_agreement
  check (by_agreement_cents >= 0 and by_agreement_cents <= amount_cents);
