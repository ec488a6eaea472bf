-- When a newer draft took a draft's place.
alter table drafts add column overtaken_at timestamptz;
