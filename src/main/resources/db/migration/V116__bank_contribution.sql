-- What came in by agreement with another payer: which one the payment named, and to which one it was booked.
alter table bank_line add column named_contribution bigint;
alter table bank_line add column contribution bigint;
alter table bank_line add constraint bank_line_received
  check ((state = 'RECEIVED') = (contribution is not null) and (contribution is null or not paid_out));
create index bank_line_contribution on bank_line (contribution);
