-- When each machine went to another state, or was not heard any more, by machine and time.
create table machine_changes (
  key text primary key,
  revision bigint not null,
  rank bigint not null,
  active boolean not null,
  at timestamptz not null,
  body jsonb not null);
create index machine_changes_worst on machine_changes (active, rank desc);
create index machine_changes_at on machine_changes (at);
