-- Which machine limits a line, by line and hour.
create table bottlenecks (
  key text primary key,
  revision bigint not null,
  rank bigint not null,
  active boolean not null,
  at timestamptz not null,
  body jsonb not null);
create index bottlenecks_worst on bottlenecks (active, rank desc);
create index bottlenecks_at on bottlenecks (at);
