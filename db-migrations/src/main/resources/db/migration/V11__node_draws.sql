-- When a node last drew tokens of limits that the nodes share; null if it has not yet.
alter table cluster_node add column drew_at timestamp(6) with time zone;
