-- Which plan a booking of realised release is for. Until now it was read from the forecast, and not all that comes free was
-- forecast.
create table booked_release (
  booking bigint primary key,
  reference varchar(100) not null,
  provision varchar(100) not null
);
create index booked_release_reference on booked_release (reference);
insert into booked_release (booking, reference, provision)
  select booking, 'initiative:' || cast(initiative as varchar(20)), 'provision:' || cast(provision as varchar(20))
  from realised_release where booking is not null;

-- Each night what the ledger has countered is looked up by its booking.
create index realised_release_booking on realised_release (booking);
