-- The file for the bank, with the accounts of who is paid: only as long as nothing of it is recorded as paid or as not sent.
create sequence payment_order_part_seq start with 50 increment by 50;
create table payment_order_part (
  id bigint primary key,
  payment_order varchar(35) not null,
  part_number integer not null,
  content bytea not null,
  constraint payment_order_part_once unique (payment_order, part_number)
);
