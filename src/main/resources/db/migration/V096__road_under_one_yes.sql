-- What was arranged under an earlier yes of the household counts for no other one: its road begins anew, and no order stands.
update release_road set
  version = version + 1,
  consent_on = null, letter_on = null, ends_on = null,
  consulted_on = null, outcome = null, agreed_until = null,
  ordered_on = null, ordered_until = null, ordered_provision = null,
  pledge = (select e.pledge from expected_release e where e.id = release_road.expected_release)
where exists (select 1 from expected_release e
  where e.id = release_road.expected_release and e.pledge <> release_road.pledge);
