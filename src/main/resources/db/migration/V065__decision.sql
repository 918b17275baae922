create sequence mandate_seq start with 50 increment by 50;
create table mandate (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  office varchar(20) not null,
  up_to_cents bigint not null,
  per_household boolean not null,
  task_fields varchar(400) not null,
  maximum_years integer not null,
  neighbourhood varchar(10),
  agreeing_colleagues integer not null,
  valid_from date not null,
  valid_until date
);
create index mandate_municipality on mandate (municipality);

create sequence decision_seq start with 50 increment by 50;
create table decision (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  open_initiative bigint,
  plan_version integer not null,
  neighbourhood varchar(10) not null,
  households integer not null,
  state varchar(20) not null,
  proposes_refusal boolean not null,
  total_cents bigint not null,
  granted_before_cents bigint not null,
  partly boolean not null,
  task_fields varchar(400) not null,
  years integer not null,
  decider varchar(20) not null,
  mandate bigint references mandate (id),
  why varchar(30) not null,
  conditions varchar(4000),
  college_resolution varchar(4000),
  confirmed_legal_ground boolean not null,
  ground varchar(40),
  reasons varchar(4000),
  replaces bigint references decision (id),
  proposed_by bigint not null,
  proposed_at timestamp not null,
  changed_at timestamp not null,
  constraint decision_one_open unique (open_initiative)
);
create index decision_initiative on decision (initiative);
create index decision_state on decision (state);

create sequence decision_year_seq start with 50 increment by 50;
create table decision_year (
  id bigint primary key,
  decision_id bigint not null references decision (id),
  fiscal_year integer not null,
  amount_cents bigint not null,
  reservation bigint,
  result varchar(20),
  constraint decision_year_once unique (decision_id, fiscal_year)
);

create table decision_cover (
  decision_id bigint not null references decision (id),
  place integer not null,
  fiscal_year integer not null,
  task_field varchar(20) not null,
  kind varchar(30) not null,
  amount_cents bigint not null,
  primary key (decision_id, place)
);

create sequence decision_signature_seq start with 50 increment by 50;
create table decision_signature (
  id bigint primary key,
  decision_id bigint not null references decision (id),
  kind varchar(20) not null,
  signed_by bigint not null,
  signed_at timestamp not null,
  constraint decision_signature_once unique (decision_id, signed_by)
);
