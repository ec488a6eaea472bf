-- Where there is too much of an item, by item and place.
create table overstocks (
  key text primary key,
  revision bigint not null,
  rank bigint not null,
  active boolean not null,
  at timestamptz not null,
  body jsonb not null);
create index overstocks_worst on overstocks (active, rank desc);
create index overstocks_at on overstocks (at);
