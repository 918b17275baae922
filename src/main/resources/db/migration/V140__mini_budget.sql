-- Money that a neighbourhood team may decide on itself. The money stands on an account of the ledger.
create sequence team_pot_seq start with 50 increment by 50;
create table team_pot (
  id bigint primary key,
  version integer not null,
  neighbourhood varchar(10) not null,
  fiscal_year integer not null,
  task_field varchar(10) not null,
  changes integer not null,
  constraint team_pot_once unique (neighbourhood, fiscal_year)
);

-- What was promised to one household in one year. The key is of that year only: it says nothing of any other year or file.
create sequence mini_budget_household_seq start with 50 increment by 50;
create table mini_budget_household (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  fiscal_year integer not null,
  household varchar(64) not null,
  promised_cents bigint not null,
  limit_cents bigint not null,
  constraint mini_budget_household_once unique (municipality, fiscal_year, household),
  constraint mini_budget_household_limit check (promised_cents >= 0 and promised_cents <= limit_cents)
);

create sequence mini_budget_seq start with 50 increment by 50;
create table mini_budget (
  id bigint primary key,
  version integer not null,
  neighbourhood varchar(10) not null,
  fiscal_year integer not null,
  household bigint not null references mini_budget_household (id),
  need varchar(100) not null,
  amount_cents bigint not null,
  limit_cents bigint not null,
  colleagues integer not null,
  agreed_count integer not null,
  state varchar(10) not null,
  proposed_by bigint not null,
  proposed_on date not null,
  decide_by date not null,
  final_on date,
  spend_by date,
  held_until date,
  reservation bigint,
  holds integer not null,
  spent_cents bigint not null,
  constraint mini_budget_proposer unique (id, proposed_by),
  constraint mini_budget_amount check (amount_cents > 0 and amount_cents <= limit_cents),
  constraint mini_budget_spent check (spent_cents >= 0 and spent_cents <= amount_cents),
  constraint mini_budget_colleagues check (colleagues >= 1 and agreed_count >= 0 and agreed_count <= colleagues),
  constraint mini_budget_final check (state not in ('AGREED', 'SPENT', 'LAPSED') or agreed_count = colleagues),
  constraint mini_budget_holds check ((state = 'AGREED') = (reservation is not null))
);
create index mini_budget_neighbourhood on mini_budget (neighbourhood, state);
create index mini_budget_reservation on mini_budget (reservation);

-- The proposer stands in the row so that the database refuses their own voice too.
create sequence mini_budget_agreement_seq start with 50 increment by 50;
create table mini_budget_agreement (
  id bigint primary key,
  mini_budget bigint not null,
  proposed_by bigint not null,
  place integer not null,
  agreed_by bigint not null,
  agreed_on date not null,
  constraint mini_budget_agreement_of foreign key (mini_budget, proposed_by) references mini_budget (id, proposed_by),
  constraint mini_budget_agreement_once unique (mini_budget, agreed_by),
  constraint mini_budget_agreement_place unique (mini_budget, place),
  constraint mini_budget_agreement_not_own check (agreed_by <> proposed_by)
);

-- Solved without the municipality’s money: no file, only that it was.
create sequence solved_without_money_seq start with 50 increment by 50;
create table solved_without_money (
  id bigint primary key,
  version integer not null,
  neighbourhood varchar(10) not null,
  solution varchar(20) not null,
  solved_on date not null,
  told_by bigint not null,
  mini_budget bigint references mini_budget (id),
  constraint solved_without_money_once unique (mini_budget)
);
create index solved_without_money_neighbourhood on solved_without_money (neighbourhood, solved_on);
