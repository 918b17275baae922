create sequence initiative_seq start with 50 increment by 50;
create table initiative (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  neighbourhood varchar(10) not null,
  initiator bigint not null,
  assigned_worker bigint,
  suggestion bigint,
  alternative varchar(100),
  title varchar(120) not null,
  need varchar(60) not null,
  yearly_cents bigint not null,
  start_up_cents bigint not null,
  households_needed integer not null,
  stage varchar(30) not null,
  since_day date not null,
  due_on date,
  plan_version integer not null,
  revision integer not null,
  cut_off date,
  started_on date,
  trial_ends_on date,
  decision bigint,
  granted_cents bigint,
  ground varchar(100)
);
create index initiative_list on initiative (municipality, stage, since_day);
create index initiative_neighbourhood on initiative (neighbourhood);
create index initiative_initiator on initiative (initiator);

create sequence initiative_plan_seq start with 50 increment by 50;
create table initiative_plan (
  id bigint primary key,
  initiative bigint not null references initiative (id),
  plan_version integer not null,
  revision integer not null,
  title varchar(120) not null,
  summary varchar(2000) not null,
  need varchar(60) not null,
  what_you_get varchar(1000) not null,
  run_by varchar(200) not null,
  start_up_cents bigint not null,
  places integer not null,
  households_needed integer not null,
  price_a_month_cents bigint not null,
  intended_start date not null,
  way_back_days integer not null,
  way_back_bridge varchar(300) not null,
  way_back_same_provider boolean not null,
  trial_months integer not null,
  notice_days integer not null,
  constraint initiative_plan_once unique (initiative, plan_version, revision)
);
create table initiative_cost_line (
  plan bigint not null references initiative_plan (id),
  line_number integer not null,
  description varchar(200) not null,
  yearly_cents bigint not null,
  primary key (plan, line_number)
);

create sequence initiative_step_seq start with 50 increment by 50;
create table initiative_step (
  id bigint primary key,
  initiative bigint not null references initiative (id),
  step_number integer not null,
  at timestamp not null,
  on_day date not null,
  deed varchar(30) not null,
  cut_off date,
  decision bigint,
  amount_cents bigint,
  text varchar(2000),
  office varchar(20),
  constraint initiative_step_once unique (initiative, step_number)
);

create sequence pledge_seq start with 50 increment by 50;
create table pledge (
  id bigint primary key,
  version integer not null,
  initiative bigint not null references initiative (id),
  need varchar(60) not null,
  adults_asked integer not null,
  state varchar(10) not null,
  confirmed_version integer not null,
  chose_after_trial boolean not null,
  -- somebody else of the household said yes for this need before: it counts once
  stands_aside boolean not null,
  joined_on date not null,
  last_day date,
  code_hash varchar(64) unique,
  code_until date
);
create index pledge_initiative on pledge (initiative, state, confirmed_version);

create sequence pledge_adult_seq start with 50 increment by 50;
create table pledge_adult (
  id bigint primary key,
  pledge bigint not null references pledge (id),
  adult_number integer not null,
  subject varchar(100) not null,
  yes_version integer not null,
  chose_after_trial boolean not null,
  -- a household need takes part in one running plan at most
  active_key varchar(170),
  household_key varchar(170),
  constraint pledge_adult_active unique (active_key),
  constraint pledge_adult_household unique (household_key),
  constraint pledge_adult_once unique (pledge, adult_number)
);
create index pledge_adult_subject on pledge_adult (subject);

create sequence pledge_step_seq start with 50 increment by 50;
create table pledge_step (
  id bigint primary key,
  pledge bigint not null references pledge (id),
  step_number integer not null,
  at timestamp not null,
  kind varchar(20) not null,
  adult_number integer,
  plan_version integer,
  last_day date,
  constraint pledge_step_once unique (pledge, step_number)
);

create sequence offer_seq start with 50 increment by 50;
create table offer (
  id bigint primary key,
  version integer not null,
  initiative bigint not null references initiative (id),
  offered_by bigint not null,
  kind varchar(10) not null,
  description varchar(500) not null,
  hours_a_week integer,
  paid boolean not null,
  offered_on date not null,
  withdrawn_on date
);
create index offer_initiative on offer (initiative);
create index offer_offered_by on offer (offered_by);

create table initiative_draft (
  user_account bigint primary key,
  step integer not null,
  content text not null,
  saved_at timestamp not null
);
