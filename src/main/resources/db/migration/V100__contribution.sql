-- Money of other payers does not come from the council: it comes from who gives it, and never more goes back than was given.
alter table ledger_account add constraint ledger_account_source
  check (guarded or kind in ('COUNCIL', 'CONTRIBUTOR'));
alter table ledger_account add constraint ledger_account_contributor
  check (kind <> 'CONTRIBUTOR' or balance_cents <= 0);
alter table ledger_transfer add constraint ledger_transfer_contribution_moved
  check (reason <> 'CONTRIBUTION_MOVED' or purpose <> '');

-- What another payer agreed to give for one plan in one year. What was received, used and given back is in the ledger.
create sequence contribution_seq start with 50 increment by 50;
create table contribution (
  id bigint primary key,
  version integer not null,
  command_key varchar(100) not null,
  reference varchar(100) not null,
  neighbourhood varchar(10) not null,
  fiscal_year integer not null,
  payer_kind varchar(30) not null,
  organisation varchar(100) not null,
  agreement_number varchar(50) not null,
  agreed_cents bigint not null,
  signed_on date not null,
  recorded_by bigint not null,
  recorded_on date not null,
  constraint contribution_command unique (command_key),
  constraint contribution_once unique (reference, fiscal_year, organisation, agreement_number),
  constraint contribution_positive check (agreed_cents > 0)
);
create index contribution_reference on contribution (reference);

-- What others would bear of a year when it was proposed.
alter table decision_year add column contributed_cents bigint default 0 not null;
alter table decision_year add constraint decision_year_contributed
  check (contributed_cents >= 0 and contributed_cents <= amount_cents);
