-- Where each van says it is, the latest of each day.
create table van_reports (
  key text primary key,
  revision bigint not null,
  rank bigint not null,
  active boolean not null,
  at timestamptz not null,
  body jsonb not null);
