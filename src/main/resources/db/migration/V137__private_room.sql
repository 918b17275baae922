create table private_room (
  id varchar(22) primary key,
  version integer not null,
  revision integer not null,
  door varchar(64) not null,
  nonce varchar(16) not null,
  content text not null,
  written_on date not null,
  constraint private_room_revised check (revision > 0)
);
create index private_room_written on private_room (written_on);
