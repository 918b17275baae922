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

-- letters to every address: who asked may leave and come back, to whatever process
create sequence invitation_run_seq start with 50 increment by 50;
create table invitation_run (
  id bigint primary key,
  suggestion bigint not null references suggestion (id),
  asked_by bigint not null,
  meets_at timestamp not null,
  place varchar(200) not null,
  contact varchar(200) not null,
  state varchar(12) not null,
  cancel_asked boolean not null,
  addresses integer not null,
  written integer not null,
  alive_at timestamp not null,
  ready_at timestamp
);
create index invitation_run_suggestion on invitation_run (suggestion);
create index invitation_run_state on invitation_run (state);

create sequence invitation_slice_seq start with 50 increment by 50;
create table invitation_slice (
  id bigint primary key,
  invitation_run bigint not null references invitation_run (id),
  slice_number integer not null,
  content bytea not null,
  constraint invitation_slice_once unique (invitation_run, slice_number)
);
