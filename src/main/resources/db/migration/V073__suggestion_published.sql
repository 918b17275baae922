-- What stood behind the published numbers when the sum was made: with this, and not with the day's files, the sum is told
-- outside the team. Null where nothing was published.
alter table suggestion add column published text;
