-- In which file for the bank an expense stands: in no second one, as the bank would pay it twice.
alter table expense add column payment_order varchar(35);
alter table expense add column ordered_on date;
alter table expense add constraint expense_ordered
  check ((payment_order is null) = (ordered_on is null) and (payment_order is null or state not in ('BOOKED', 'SENT_BACK')));
create index expense_payment_order on expense (payment_order);
