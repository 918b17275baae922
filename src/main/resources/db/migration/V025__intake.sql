create sequence import_run_seq start with 50 increment by 50;
create table import_run (
  id bigint primary key,
  municipality varchar(6) not null,
  started_by bigint not null,
  sources text not null,
  started_at timestamp not null,
  ended_at timestamp,
  alive_at timestamp not null,
  state varchar(10) not null,
  cancel_asked boolean not null,
  process varchar(200) not null,
  files integer not null,
  files_done integer not null,
  files_taken integer not null,
  files_unchanged integer not null,
  files_refused integer not null,
  created integer not null,
  replaced integer not null,
  older integer not null,
  waiting integer not null,
  to_repair bigint not null
);
create index import_run_municipality on import_run (municipality, started_at);

-- one import at a time for a municipality
create table import_lock (
  municipality varchar(6) primary key,
  import_run bigint not null
);

create sequence refused_item_seq start with 50 increment by 50;
create table refused_item (
  id bigint primary key,
  import_run bigint not null references import_run (id),
  file varchar(500) not null,
  line bigint not null,
  field varchar(100) not null,
  code varchar(60) not null,
  parameters varchar(500) not null
);
create index refused_item_import on refused_item (import_run);

create sequence received_message_seq start with 50 increment by 50;
create table received_message (
  id bigint primary key,
  municipality varchar(6) not null,
  code varchar(3) not null,
  sender varchar(8) not null,
  identification varchar(12) not null,
  message_date date not null,
  digest varchar(64) not null,
  import_run bigint not null,
  constraint received_message_once unique (municipality, code, sender, identification, message_date)
);
create index received_message_identification on received_message (municipality, identification);

create sequence received_table_seq start with 50 increment by 50;
create table received_table (
  id bigint primary key,
  municipality varchar(6) not null,
  kind varchar(20) not null,
  digest varchar(64) not null,
  import_run bigint not null,
  constraint received_table_once unique (municipality, kind, digest)
);
