create sequence job_seq start with 50 increment by 50;
create table job (
  id bigint primary key,
  version integer not null,
  initiative bigint not null references initiative (id),
  work varchar(120) not null,
  employer varchar(120) not null,
  places integer not null,
  hours_a_week integer not null,
  hourly_wage_cents bigint not null,
  diploma varchar(120) not null,
  starts_on date not null,
  added_by bigint not null,
  added_on date not null,
  withdrawn_on date,
  constraint job_real check (places > 0 and hours_a_week > 0 and hourly_wage_cents > 0)
);
create index job_initiative on job (initiative);
