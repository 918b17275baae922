-- What a decision granted, split over the lines of the plan. The database checks once more what the program checks.
create sequence budget_line_seq start with 50 increment by 50;
create table budget_line (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  place integer not null,
  kind varchar(10) not null,
  title varchar(200) not null,
  granted_cents bigint not null,
  limit_cents bigint not null,
  committed_cents bigint not null,
  in_process_cents bigint not null,
  paid_cents bigint not null,
  why_different varchar(200),
  constraint budget_line_once unique (initiative, place),
  constraint budget_line_positive check (granted_cents >= 0 and committed_cents >= 0 and in_process_cents >= 0 and paid_cents >= 0),
  constraint budget_line_limit check (committed_cents + in_process_cents + paid_cents <= limit_cents)
);

create sequence line_shift_seq start with 50 increment by 50;
create table line_shift (
  id bigint primary key,
  initiative bigint not null,
  from_line bigint not null references budget_line (id),
  to_line bigint not null references budget_line (id),
  amount_cents bigint not null,
  reason varchar(200) not null,
  shifted_by bigint not null,
  shifted_on date not null,
  constraint line_shift_positive check (amount_cents > 0),
  constraint line_shift_elsewhere check (from_line <> to_line)
);
create index line_shift_initiative on line_shift (initiative);

-- Agreed with an organisation and not paid yet: the money is held in the ledger.
create sequence commitment_seq start with 50 increment by 50;
create table commitment (
  id bigint primary key,
  version integer not null,
  command_key varchar(100) not null,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  line bigint not null references budget_line (id),
  with_whom varchar(100) not null,
  what varchar(200) not null,
  amount_cents bigint not null,
  claimed_cents bigint not null,
  paid_cents bigint not null,
  until_day date not null,
  reservation bigint,
  agreed_by bigint not null,
  agreed_on date not null,
  closed_on date,
  constraint commitment_command unique (command_key),
  constraint commitment_held_once unique (reservation),
  constraint commitment_positive check (amount_cents > 0 and claimed_cents >= 0 and paid_cents >= 0),
  constraint commitment_limit check (claimed_cents + paid_cents <= amount_cents),
  constraint commitment_settled check (closed_on is null or claimed_cents = 0)
);
create index commitment_initiative on commitment (initiative);

-- One books it, another approves it, a third pays.
-- its numbers go on where those of payments stopped: payment_seq
create table expense (
  id bigint primary key,
  version integer not null,
  command_key varchar(100) not null,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  -- empty for what was paid before there were lines, until the lines of the plan are made
  line bigint references budget_line (id),
  commitment bigint references commitment (id),
  amount_cents bigint not null,
  purpose varchar(200) not null,
  spent_on date not null,
  state varchar(10) not null,
  booked_by bigint not null,
  booked_on date not null,
  approved_by bigint,
  approved_on date,
  reservation bigint,
  resolved_by bigint,
  resolved_on date,
  why_not varchar(200),
  constraint expense_command unique (command_key),
  constraint expense_held_once unique (reservation),
  constraint expense_positive check (amount_cents > 0),
  constraint expense_approved_by_another check (approved_by is null or approved_by <> booked_by),
  constraint expense_paid_by_another check (state <> 'PAID' or (resolved_by <> booked_by and (approved_by is null or resolved_by <> approved_by))),
  constraint expense_resolved check ((state in ('BOOKED', 'APPROVED')) = (resolved_on is null))
);
create index expense_initiative on expense (initiative);
create index expense_state on expense (state);

create sequence receipt_seq start with 50 increment by 50;
create table receipt (
  id bigint primary key,
  opaque_id varchar(36) not null,
  expense bigint not null references expense (id),
  kind varchar(10) not null,
  bytes integer not null,
  added_by bigint not null,
  added_on date not null,
  constraint receipt_once unique (opaque_id),
  constraint receipt_bounded check (bytes > 0)
);
create index receipt_expense on receipt (expense);

-- Bounded parts, so that both databases take a receipt of any size, and a backup holds it.
create sequence receipt_part_seq start with 50 increment by 50;
create table receipt_part (
  id bigint primary key,
  receipt bigint not null references receipt (id),
  part_number integer not null,
  content bytea not null,
  constraint receipt_part_once unique (receipt, part_number)
);

-- What the team made ready and the budget holder paid before this room was there.
insert into expense (id, version, command_key, initiative, neighbourhood, amount_cents, purpose, spent_on, state, booked_by,
    booked_on, reservation, resolved_by, resolved_on, why_not)
  select id, version, 'payment:' || id, initiative, neighbourhood, amount_cents, purpose, prepared_on,
    case state when 'PREPARED' then 'APPROVED' when 'DECLINED' then 'SENT_BACK' else state end,
    prepared_by, prepared_on, reservation, resolved_by, resolved_on, why_not
  from payment;
drop table payment;
