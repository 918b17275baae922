-- The booking that money which came in stands with, so that it can be undone, and so that one booking has one payment.
alter table bank_line add column receipt bigint;
alter table bank_line add column beside boolean default false not null;
alter table bank_line add column together boolean default false not null;
update bank_line set together = true where why = 'TOGETHER';
update bank_line set receipt = (
  select c.result from ledger_command c where c.municipality = bank_line.municipality
  and c.idempotency_key = 'contribution:' || bank_line.contribution || ':bank:' || bank_line.id || ':received'
) where state = 'RECEIVED';
alter table bank_line add constraint bank_line_one_receipt unique (receipt);
alter table bank_line add constraint bank_line_with_receipt
  check ((state = 'RECEIVED') = (receipt is not null) and (receipt is not null or not beside));
