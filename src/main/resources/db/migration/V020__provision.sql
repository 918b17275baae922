-- the key itself lies in a file outside the database; this only tells whether it is the same one
create table pseudonym_key (
  id integer primary key,
  check_value varchar(64) not null
);

create sequence household_seq start with 50 increment by 50;
create table household (
  id bigint primary key,
  municipality varchar(6) not null,
  -- an opaque key of the address, or the number in the register of the municipality
  home varchar(64),
  register_number varchar(20),
  constraint household_home_once unique (municipality, home),
  constraint household_register_once unique (municipality, register_number)
);

create sequence person_seq start with 50 increment by 50;
create table person (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  pseudonym varchar(64) not null unique,
  year_of_birth integer,
  household bigint not null references household (id),
  -- an older allocation that comes later moves nobody back
  address_allocated_at timestamp,
  household_registered boolean not null,
  household_role varchar(20),
  takes_part boolean not null
);
create index person_household on person (household);

create sequence provision_seq start with 50 increment by 50;
create table provision (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  law varchar(20) not null,
  source varchar(10) not null,
  number varchar(20) not null,
  person bigint not null references person (id),
  provider varchar(8),
  category varchar(2),
  product_code varchar(5),
  need varchar(30) not null,
  task_field varchar(10),
  neighbourhood varchar(10),
  placed_by_hand boolean not null,
  first_day date not null,
  last_day date,
  allocated_at timestamp not null,
  change_reason varchar(2),
  volume bigint,
  unit varchar(20),
  frequency varchar(20),
  budget_cents bigint,
  contract_form varchar(20),
  annual_cents bigint,
  cost_unknown varchar(40),
  cost_by_hand boolean not null,
  place_unknown varchar(40),
  -- of an address without a neighbourhood, until somebody places it
  unplaced_postcode varchar(6),
  unknown_since timestamp,
  status varchar(10) not null,
  started_on date,
  start_reported_on date,
  stopped_on date,
  stop_reason varchar(2),
  stop_reported_on date,
  constraint provision_number_once unique (municipality, law, source, number)
);
create index provision_person on provision (person);
create index provision_neighbourhood on provision (neighbourhood);
create index provision_product on provision (municipality, provider);
create index provision_cost_unknown on provision (municipality, cost_unknown);
create index provision_place_unknown on provision (municipality, place_unknown);

create sequence waiting_report_seq start with 50 increment by 50;
create table waiting_report (
  id bigint primary key,
  municipality varchar(6) not null,
  law varchar(20) not null,
  number varchar(20) not null,
  provider varchar(8) not null,
  -- whom it is about: it counts only if the allocation that comes later is of the same person
  pseudonym varchar(64) not null,
  happened_on date not null,
  stop_reason varchar(2),
  reported_on date not null,
  removed boolean not null
);
create index waiting_report_number on waiting_report (municipality, number);

create sequence declared_cost_seq start with 50 increment by 50;
create table declared_cost (
  id bigint primary key,
  municipality varchar(6) not null,
  law varchar(20) not null,
  number varchar(20) not null,
  provider varchar(8) not null,
  pseudonym varchar(64) not null,
  first_day date not null,
  last_day date not null,
  amount_cents bigint not null
);
create index declared_cost_number on declared_cost (municipality, number);

create sequence tariff_seq start with 50 increment by 50;
create table tariff (
  id bigint primary key,
  municipality varchar(6) not null,
  provider varchar(8) not null,
  law varchar(20) not null,
  category varchar(2) not null,
  product_code varchar(5),
  contract_form varchar(20) not null,
  unit varchar(20),
  price_cents bigint,
  first_day date not null,
  last_day date
);
create index tariff_provider on tariff (municipality, provider);

-- through which day prices and needs followed what began or ended
create table reached_day (
  municipality varchar(6) primary key,
  through_day date not null
);

create sequence consent_seq start with 50 increment by 50;
create table consent (
  id bigint primary key,
  person bigint not null references person (id),
  from_law varchar(20) not null,
  to_law varchar(20) not null,
  given_on date not null,
  withdrawn_on date
);
create index consent_person on consent (person);

create sequence need_mapping_seq start with 1000 increment by 50;
create table need_mapping (
  id bigint primary key,
  -- null: for every municipality that has no row of its own
  municipality varchar(6),
  law varchar(20) not null,
  category varchar(2) not null,
  product_code varchar(5),
  need varchar(30) not null,
  first_day date not null,
  last_day date
);
create index need_mapping_category on need_mapping (law, category);

insert into need_mapping (id, municipality, law, category, product_code, need, first_day, last_day) values
  (1, null, 'WMO', '01', null, 'HOUSEHOLD_HELP', date '2015-01-01', null),
  (2, null, 'WMO', '02', null, 'GUIDANCE', date '2015-01-01', null),
  (3, null, 'WMO', '03', null, 'PERSONAL_CARE', date '2015-01-01', null),
  (4, null, 'WMO', '04', null, 'RESPITE', date '2015-01-01', null),
  (5, null, 'WMO', '05', null, 'GUIDANCE', date '2015-01-01', null),
  (6, null, 'WMO', '06', null, 'GUIDANCE', date '2015-01-01', null),
  (7, null, 'WMO', '07', null, 'DAY_ACTIVITIES', date '2015-01-01', null),
  (8, null, 'WMO', '08', null, 'TRANSPORT', date '2015-01-01', null),
  (9, null, 'WMO', '09', null, 'GUIDANCE', date '2015-01-01', null),
  (10, null, 'WMO', '10', null, 'GUIDANCE', date '2015-01-01', null),
  (11, null, 'WMO', '11', null, 'AIDS', date '2015-01-01', null),
  (12, null, 'WMO', '12', null, 'AIDS', date '2015-01-01', null),
  (13, null, 'WMO', '13', null, 'AIDS', date '2015-01-01', null),
  (14, null, 'WMO', '14', null, 'AIDS', date '2015-01-01', null),
  (15, null, 'WMO', '15', null, 'PROTECTED', date '2015-01-01', null),
  (16, null, 'WMO', '16', null, 'PROTECTED', date '2015-01-01', null),
  (17, null, 'WMO', '17', null, 'PROTECTED', date '2015-01-01', null),
  (18, null, 'WMO', '18', null, 'PROTECTED', date '2015-01-01', null),
  (40, null, 'JEUGDWET', '40', null, 'PERSONAL_CARE', date '2015-01-01', null),
  (41, null, 'JEUGDWET', '41', null, 'DAY_ACTIVITIES', date '2015-01-01', null),
  (42, null, 'JEUGDWET', '42', null, 'TRANSPORT', date '2015-01-01', null),
  (43, null, 'JEUGDWET', '43', null, 'PROTECTED', date '2015-01-01', null),
  (44, null, 'JEUGDWET', '44', null, 'PROTECTED', date '2015-01-01', null),
  (45, null, 'JEUGDWET', '45', null, 'PARENTING_SUPPORT', date '2015-01-01', null),
  (46, null, 'JEUGDWET', '46', null, 'PROTECTED', date '2015-01-01', null),
  (47, null, 'JEUGDWET', '47', null, 'PROTECTED', date '2015-01-01', null),
  (48, null, 'JEUGDWET', '48', null, 'PROTECTED', date '2015-01-01', null),
  (49, null, 'JEUGDWET', '49', null, 'PROTECTED', date '2015-01-01', null),
  (50, null, 'JEUGDWET', '50', null, 'GUIDANCE', date '2015-01-01', null),
  (51, null, 'JEUGDWET', '51', null, 'TREATMENT', date '2015-01-01', null),
  (52, null, 'JEUGDWET', '52', null, 'TREATMENT', date '2015-01-01', null),
  (53, null, 'JEUGDWET', '53', null, 'TREATMENT', date '2015-01-01', null),
  (54, null, 'JEUGDWET', '54', null, 'TREATMENT', date '2015-01-01', null),
  (55, null, 'JEUGDWET', '55', null, 'TREATMENT', date '2015-01-01', null);
