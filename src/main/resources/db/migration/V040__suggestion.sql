create sequence suggestion_seq start with 50 increment by 50;
create table suggestion (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  neighbourhood varchar(10) not null,
  need varchar(40) not null,
  alternative varchar(60) not null,
  made_at timestamp not null,
  standing boolean not null,
  invited_on date,
  document text not null
);
create index suggestion_neighbourhood on suggestion (neighbourhood, need);
create index suggestion_alternative on suggestion (municipality, alternative);
