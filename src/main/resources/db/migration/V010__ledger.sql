-- The numbering of 2025 is no renaming of the one before: youth care was split by type of help and is now split by scale of
-- purchase. Both stand side by side, each with its years. Source: Iv3 (public codes and names).
create table task_field (
  id varchar(20) primary key,
  code varchar(10) not null,
  name varchar(100) not null,
  first_year integer not null,
  last_year integer,
  constraint task_field_once unique (code, first_year)
);
insert into task_field (id, code, name, first_year, last_year) values
  ('6.1/2023', '6.1', 'Samenkracht en burgerparticipatie', 2023, 2024),
  ('6.2/2023', '6.2', 'Toegang en eerstelijnsvoorzieningen', 2023, 2024),
  ('6.3/2023', '6.3', 'Inkomensregelingen', 2023, 2024),
  ('6.4/2023', '6.4', 'WSW en beschut werk', 2023, 2024),
  ('6.5/2023', '6.5', 'Arbeidsparticipatie', 2023, 2024),
  ('6.6/2023', '6.6', 'Maatwerkvoorzieningen (Wmo)', 2023, 2024),
  ('6.71a/2023', '6.71a', 'Huishoudelijke hulp (Wmo)', 2023, 2024),
  ('6.71b/2023', '6.71b', 'Begeleiding (Wmo)', 2023, 2024),
  ('6.71c/2023', '6.71c', 'Dagbesteding (Wmo)', 2023, 2024),
  ('6.71d/2023', '6.71d', 'Overige maatwerkarrangementen (Wmo)', 2023, 2024),
  ('6.72a/2023', '6.72a', 'Jeugdhulp begeleiding', 2023, 2024),
  ('6.72b/2023', '6.72b', 'Jeugdhulp behandeling', 2023, 2024),
  ('6.72c/2023', '6.72c', 'Jeugdhulp dagbesteding', 2023, 2024),
  ('6.72d/2023', '6.72d', 'Jeugdhulp zonder verblijf overig', 2023, 2024),
  ('6.73a/2023', '6.73a', 'Pleegzorg', 2023, 2024),
  ('6.73b/2023', '6.73b', 'Gezinsgericht', 2023, 2024),
  ('6.73c/2023', '6.73c', 'Jeugdhulp met verblijf overig', 2023, 2024),
  ('6.74a/2023', '6.74a', 'Jeugd behandeling GGZ zonder verblijf', 2023, 2024),
  ('6.74b/2023', '6.74b', 'Jeugdhulp crisis/LTA/GGZ-verblijf', 2023, 2024),
  ('6.74c/2023', '6.74c', 'Gesloten plaatsing', 2023, 2024),
  ('6.81a/2023', '6.81a', 'Beschermd wonen (Wmo)', 2023, 2024),
  ('6.81b/2023', '6.81b', 'Maatschappelijke- en vrouwenopvang (Wmo)', 2023, 2024),
  ('6.82a/2023', '6.82a', 'Jeugdbescherming', 2023, 2024),
  ('6.82b/2023', '6.82b', 'Jeugdreclassering', 2023, 2024),
  ('6.1/2025', '6.1', 'Samenkracht en burgerparticipatie', 2025, null),
  ('6.21/2025', '6.21', 'Toegang en eerstelijnsvoorzieningen Wmo', 2025, null),
  ('6.22/2025', '6.22', 'Toegang en eerstelijnsvoorzieningen Jeugd', 2025, null),
  ('6.23/2025', '6.23', 'Toegang en eerstelijnsvoorzieningen Integraal', 2025, null),
  ('6.3/2025', '6.3', 'Inkomensregelingen', 2025, null),
  ('6.4/2025', '6.4', 'WSW en beschut werk', 2025, null),
  ('6.5/2025', '6.5', 'Arbeidsparticipatie', 2025, null),
  ('6.60/2025', '6.60', 'Hulpmiddelen en diensten (Wmo)', 2025, null),
  ('6.711/2025', '6.711', 'Huishoudelijke hulp (Wmo)', 2025, null),
  ('6.712/2025', '6.712', 'Begeleiding (Wmo)', 2025, null),
  ('6.713/2025', '6.713', 'Dagbesteding (Wmo)', 2025, null),
  ('6.714/2025', '6.714', 'Overige maatwerkarrangementen (Wmo)', 2025, null),
  ('6.751/2025', '6.751', 'Jeugdhulp ambulant lokaal', 2025, null),
  ('6.752/2025', '6.752', 'Jeugdhulp ambulant regionaal', 2025, null),
  ('6.753/2025', '6.753', 'Jeugdhulp ambulant landelijk', 2025, null),
  ('6.761/2025', '6.761', 'Jeugdhulp met verblijf lokaal', 2025, null),
  ('6.762/2025', '6.762', 'Jeugdhulp met verblijf regionaal', 2025, null),
  ('6.763/2025', '6.763', 'Jeugdhulp met verblijf landelijk', 2025, null),
  ('6.791/2025', '6.791', 'PGB Wmo', 2025, null),
  ('6.792/2025', '6.792', 'PGB Jeugd', 2025, null),
  ('6.811/2025', '6.811', 'Beschermd wonen (Wmo)', 2025, null),
  ('6.812/2025', '6.812', 'Maatschappelijke- en vrouwenopvang (Wmo)', 2025, null),
  ('6.821/2025', '6.821', 'Jeugdbescherming', 2025, null),
  ('6.822/2025', '6.822', 'Jeugdreclassering', 2025, null),
  ('6.91/2025', '6.91', 'Coördinatie en beleid Wmo', 2025, null),
  ('6.92/2025', '6.92', 'Coördinatie en beleid Jeugd', 2025, null);

-- One row a municipality, locked by whoever writes. The row '*' is locked while a new book is made.
create table ledger_book (
  municipality varchar(6) primary key,
  version integer not null,
  last_number bigint not null
);
insert into ledger_book (municipality, version, last_number) values ('*', 0, 0);

create sequence ledger_account_seq start with 50 increment by 50;
create table ledger_account (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  fiscal_year integer not null,
  kind varchar(20) not null,
  reference varchar(100) not null,
  task_field varchar(10) not null,
  neighbourhood varchar(10) not null,
  guarded boolean not null,
  balance_cents bigint not null,
  held_cents bigint not null,
  constraint ledger_account_once unique (municipality, fiscal_year, kind, reference, task_field, neighbourhood),
  constraint ledger_account_not_overdrawn check (not guarded or balance_cents - held_cents >= 0),
  constraint ledger_account_holds_no_debt check (held_cents >= 0)
);
create index ledger_account_reference on ledger_account (reference);

create sequence ledger_reservation_seq start with 50 increment by 50;
create table ledger_reservation (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  reference varchar(100) not null,
  reason varchar(30) not null,
  expires_on date not null,
  state varchar(10) not null,
  resolved_on date,
  constraint ledger_reservation_resolved check ((state = 'PENDING') = (resolved_on is null))
);
create index ledger_reservation_reference on ledger_reservation (reference);
create index ledger_reservation_open on ledger_reservation (municipality, state, expires_on);

create sequence ledger_reservation_line_seq start with 50 increment by 50;
create table ledger_reservation_line (
  id bigint primary key,
  reservation bigint not null references ledger_reservation (id),
  place integer not null,
  from_account bigint not null references ledger_account (id),
  to_account bigint not null references ledger_account (id),
  amount_cents bigint not null,
  constraint ledger_reservation_line_positive check (amount_cents > 0)
);
create index ledger_reservation_line_reservation on ledger_reservation_line (reservation);
create index ledger_reservation_line_account on ledger_reservation_line (from_account);

create sequence ledger_transfer_seq start with 50 increment by 50;
create table ledger_transfer (
  id bigint primary key,
  municipality varchar(6) not null,
  number bigint not null,
  booked_on date not null,
  at timestamp not null,
  fiscal_year integer not null,
  task_field varchar(10) not null,
  neighbourhood varchar(10) not null,
  reason varchar(30) not null,
  reference varchar(100) not null,
  purpose varchar(200) not null,
  amount_cents bigint not null,
  counters bigint unique references ledger_transfer (id),
  reservation bigint references ledger_reservation (id),
  constraint ledger_transfer_number unique (municipality, number),
  constraint ledger_transfer_positive check (amount_cents > 0)
);
create index ledger_transfer_reference on ledger_transfer (reference);
create index ledger_transfer_reservation on ledger_transfer (reservation);

create sequence ledger_posting_seq start with 50 increment by 50;
create table ledger_posting (
  id bigint primary key,
  transfer bigint not null references ledger_transfer (id),
  account bigint not null references ledger_account (id),
  booked_on date not null,
  amount_cents bigint not null
);
create index ledger_posting_account on ledger_posting (account, booked_on);
create index ledger_posting_transfer on ledger_posting (transfer);

-- A lot is money that came into an account by one transfer from one earlier lot; by following the source a euro walks back.
create sequence ledger_lot_seq start with 50 increment by 50;
create table ledger_lot (
  id bigint primary key,
  account bigint not null references ledger_account (id),
  transfer bigint not null references ledger_transfer (id),
  number bigint not null,
  place integer not null,
  source bigint references ledger_lot (id),
  amount_cents bigint not null,
  remaining_cents bigint not null,
  constraint ledger_lot_within check (remaining_cents >= 0 and remaining_cents <= amount_cents)
);
create index ledger_lot_account on ledger_lot (account, number, place);
create index ledger_lot_source on ledger_lot (source);
create index ledger_lot_transfer on ledger_lot (transfer);

-- What was asked under a key, and what came of it, written in the transaction of the deed itself.
create sequence ledger_command_seq start with 50 increment by 50;
create table ledger_command (
  id bigint primary key,
  municipality varchar(6) not null,
  idempotency_key varchar(200) not null,
  content_hash varchar(64) not null,
  result bigint not null,
  constraint ledger_command_once unique (municipality, idempotency_key)
);

create sequence ledger_proof_seq start with 50 increment by 50;
create table ledger_proof (
  id bigint primary key,
  municipality varchar(6) not null,
  at timestamp not null
);
create index ledger_proof_latest on ledger_proof (municipality, at);
create sequence ledger_proof_finding_seq start with 50 increment by 50;
create table ledger_proof_finding (
  id bigint primary key,
  proof bigint not null references ledger_proof (id),
  rule varchar(40) not null,
  examined bigint not null,
  wrong bigint not null,
  sum_cents bigint not null,
  examples varchar(500) not null
);
create index ledger_proof_finding_proof on ledger_proof_finding (proof);
