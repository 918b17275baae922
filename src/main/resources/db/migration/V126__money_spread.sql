create sequence money_spread_snapshot_seq start with 50 increment by 50;
create table money_spread_snapshot (
  id bigint primary key,
  municipality varchar(6) not null,
  taken_month varchar(7) not null,
  document text not null,
  behind text not null,
  constraint money_spread_snapshot_once unique (municipality, taken_month)
);
