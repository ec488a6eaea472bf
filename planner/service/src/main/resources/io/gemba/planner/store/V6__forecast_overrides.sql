-- What planners say of the demand of an item at a place instead of the model.
create table forecast_overrides (
  key text primary key,
  revision bigint not null,
  rank bigint not null,
  active boolean not null,
  at timestamptz not null,
  body jsonb not null);
create index forecast_overrides_worst on forecast_overrides (active, rank desc);
create index forecast_overrides_at on forecast_overrides (at);
