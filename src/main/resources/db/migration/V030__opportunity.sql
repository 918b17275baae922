create sequence opportunity_snapshot_seq start with 50 increment by 50;
create table opportunity_snapshot (
  id bigint primary key,
  municipality varchar(6) not null,
  taken_month varchar(7) not null,
  document text not null,
  behind text not null,
  constraint opportunity_snapshot_once unique (municipality, taken_month)
);

create sequence opportunity_taken_need_seq start with 50 increment by 50;
create table opportunity_taken_need (
  id bigint primary key,
  household bigint not null,
  need varchar(40) not null,
  initiative varchar(60) not null,
  constraint opportunity_taken_need_once unique (household, need)
);
create index opportunity_taken_need_initiative on opportunity_taken_need (initiative);
